/**
 * The way into the search: a button in the place of the header's link, and the keys s, f and /.
 * The dialog's own script is fetched when it is first opened.
 */

const PREFERENCE = "annuaire.recherche.raccourcis";

/** Whether the keys open the search; the reader may turn them off. */
function keysAreOn() {
  try {
    return localStorage.getItem(PREFERENCE) !== "non";
  } catch {
    return true;
  }
}

/** @param {boolean} on */
function setKeys(on) {
  try {
    localStorage.setItem(PREFERENCE, on ? "oui" : "non");
  } catch {
    // Without storage the choice holds for no longer than the page: nothing to save it in.
  }
}

/**
 * Whether a key is typed into `target`, and is then no shortcut.
 * @param {EventTarget | null} target
 */
function isWriting(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest("input, textarea, select, dialog, .leaflet-container") !== null)
  );
}

/** @param {HTMLElement} place */
function install(place) {
  const template = /** @type {HTMLTemplateElement} */ (place.querySelector("template"));
  const content = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const button = /** @type {HTMLButtonElement} */ (content.querySelector("button"));
  const dialog = /** @type {HTMLDialogElement} */ (content.querySelector("dialog"));
  /** @type {Promise<import("./dialog.js").SearchDialog> | undefined} */
  let ready;

  async function open() {
    ready ??= import("./dialog.js").then(
      ({ SearchDialog }) => new SearchDialog(dialog, button, { areOn: keysAreOn, set: setKeys }),
    );
    try {
      (await ready).open();
    } catch (error) {
      // Without its script, the search leads where the link led.
      console.warn(error);
      location.assign(link.href);
    }
  }

  const link = /** @type {HTMLAnchorElement} */ (place.querySelector("a"));
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && ["s", "f", "/"].includes(event.key) && !isWriting(event.target) && keysAreOn()) {
      event.preventDefault();
      void open();
    }
  });
  link.replaceWith(button);
  place.append(dialog);
}

const place = document.querySelector("[data-recherche]");
if (place instanceof HTMLElement && typeof HTMLDialogElement === "function") install(place);
