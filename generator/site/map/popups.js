/** What popups and tooltips show. Data only ever becomes text: nothing here writes HTML. */
import { element, link } from "../shell/element.js";

/**
 * @typedef {object} Properties
 * @property {string} id
 * @property {string} nom
 * @property {string} statut
 * @property {string} etat its status and dates in a sentence
 * @property {string} adresse of its page, from the site's root
 * @property {string} region slug of the région whose own map has its outline in more detail
 * @property {[number, number] | null} centre longitude, latitude
 */

/**
 * The mark of a status, which the style sheet draws.
 * @param {string} status
 * @param {string} text
 * @returns {HTMLElement}
 */
export function mark(status, text = "") {
  return element("span", { class: `carte__pastille statut--${status}`, "aria-hidden": "true" }, text);
}

/**
 * @param {Properties[]} contracts those at one place
 * @param {string} root
 * @returns {HTMLElement}
 */
export function popupContent(contracts, root) {
  const content = element("div", { class: "carte__contenu" });
  if (contracts.length > 1) {
    content.append(
      element("p", { class: "carte__bulle-nombre" }, `${contracts.length} contrats à cet endroit`),
    );
  }
  const list = element("ul", { class: "carte__bulle" });
  for (const contract of contracts) {
    const state = element(
      "span",
      { class: "carte__bulle-etat" },
      mark(contract.statut),
      element("span", {}, contract.etat),
    );
    list.append(element("li", {}, link(root + contract.adresse, contract.nom), state));
  }
  content.append(list);
  return content;
}

/**
 * @param {Properties[]} contracts
 * @param {Map<string, string>} labels
 * @returns {string} what a screen reader says of a marker
 */
export function spokenName(contracts, labels) {
  const names = contracts.map(
    (contract) => `${contract.nom}, ${(labels.get(contract.statut) ?? "").toLowerCase()}`,
  );
  return names.length > 1 ? `${names.length} contrats : ${names.join(" ; ")}` : names[0];
}

/**
 * Focus goes into a popup and comes back from it; Escape closes it; its button speaks French.
 * @param {import("leaflet").Map} map
 */
export function dressPopups(map) {
  /** @type {HTMLElement | null} */
  let opener = null;
  map.on("popupopen", ({ popup }) => {
    const bubble = /** @type {HTMLElement} */ (popup.getElement());
    opener = /** @type {HTMLElement | null} */ (document.activeElement);
    const button = bubble.querySelector(".leaflet-popup-close-button");
    button?.setAttribute("aria-label", "Fermer");
    button?.setAttribute("title", "Fermer");
    bubble.onkeydown = (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        map.closePopup(popup);
      }
    };
    // The map moves by itself to show the popup whole: the page must not.
    bubble.querySelector("a")?.focus({ preventScroll: true });
  });
  map.on("popupclose", ({ popup }) => {
    // Leaflet lets the bubble fade away first, with the focus still inside.
    if (popup.getElement()?.contains(document.activeElement) || document.activeElement === document.body) {
      const back = opener?.isConnected ? opener : map.getContainer();
      back.focus({ preventScroll: true });
    }
  });
}
