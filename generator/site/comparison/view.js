/** What the page shows of a choice: its contracts, remarks, time line, tables and copies. */
import { badge, button, element, link } from "../shell/element.js";
import { enumerated, plural, quoted } from "../shell/french.js";
import { copyBar } from "./sharing.js";
import { NONE, sideBySide, UNKNOWN } from "./table.js";
import { timeLine } from "./timeline.js";

/**
 * @typedef {object} Actions
 * @property {(id: string) => void} add
 * @property {(id: string) => void} remove
 * @property {() => void} addNeighbours
 */

/**
 * The contracts chosen, each with a button that removes it.
 * @param {import("./data.js").Contract[]} contracts
 * @param {Map<string, string>} statuses
 * @param {string} root address of the site's home
 * @param {Actions} actions
 * @param {number} most
 */
export function chosenList(contracts, statuses, root, actions, most) {
  const list = element("ul", { class: "comparateur__retenus" });
  for (const { id, nom, statut, adresse } of contracts) {
    list.append(
      element(
        "li",
        {},
        link(root + adresse, nom),
        " ",
        badge(statut, statuses.get(statut) ?? statut),
        " ",
        button("Retirer", () => actions.remove(id), { "aria-label": `Retirer ${nom}` }),
      ),
    );
  }
  const box = element("div", {}, list);
  const room = contracts
    .flatMap(({ voisins }) => voisins)
    .some((id) => !contracts.some((known) => known.id === id));
  if (contracts.length && contracts.length < most && room)
    box.append(button("Ajouter les voisins", actions.addNeighbours, { class: "comparateur__voisins" }));
  return box;
}

/**
 * What is odd about the address, in sentences.
 * @param {import("./address.js").Choice} choice
 * @param {(id: string) => string} nameOf
 * @param {number} most
 */
export function remarks({ ids, unknown, repeated, beyond }, nameOf, most) {
  const sentences = [];
  const shown = unknown.slice(0, most).map(quoted);
  if (unknown.length === 1) {
    sentences.push(
      `Aucun contrat n’a l’identifiant ${shown[0]} : il est laissé de côté. Cherchez-le par son territoire.`,
    );
  } else if (unknown.length) {
    const more = unknown.length > most ? "…" : "";
    sentences.push(
      `Aucun contrat n’a les identifiants ${enumerated(shown)}${more} : ils sont laissés de côté. Cherchez-les par leur territoire.`,
    );
  }
  if (repeated.length)
    sentences.push(`Demandé plusieurs fois, montré une seule : ${enumerated(repeated.map(nameOf))}.`);
  if (beyond.length) {
    const named = beyond.slice(0, most).map(nameOf);
    const more = beyond.length > most ? "…" : "";
    sentences.push(
      `Un tableau tient ${most} contrats : ${enumerated(named)}${more} n’y ${beyond.length > 1 ? "sont" : "est"} pas.`,
    );
  }
  if (ids.length === 1) sentences.push("Un seul contrat est choisi : ajoutez-en un autre pour comparer.");
  return sentences;
}

/**
 * Contracts that may be added to the only one chosen.
 * @param {import("./data.js").Contract} contract
 * @param {(id: string) => string} nameOf
 * @param {Actions} actions
 */
export function suggestions({ voisins, comparables }, nameOf, actions) {
  const box = element("div", { class: "comparateur__pistes" });
  for (const [title, ids] of /** @type {[string, string[]][]} */ ([
    ["Ses voisins", voisins],
    ["Des territoires comparables", comparables],
  ])) {
    if (!ids.length) continue;
    const buttons = ids.map((id) =>
      element(
        "li",
        {},
        button(`Ajouter ${nameOf(id)}`, () => actions.add(id)),
      ),
    );
    box.append(element("h2", {}, title), element("ul", {}, ...buttons));
  }
  return box;
}

/**
 * @param {import("./data.js").Contract[]} contracts at least two
 * @param {import("./data.js").Terms[]} terms
 * @param {string} root
 * @param {string} today
 * @param {{ onlyDifferences: boolean }} state kept from one choice to the next
 */
export function comparison(contracts, terms, root, today, state) {
  const parts = sideBySide(contracts, terms);
  const tables = element("div", {});
  const told = element("p", { role: "status", class: "precision" });
  const box = element("input", { type: "checkbox", id: "comparer-differences" });
  const show = () => {
    state.onlyDifferences = box.checked;
    const shown = kept(parts, box.checked);
    tables.replaceChildren(...shown.map((part) => table(part, contracts, root)));
    const hidden = count(parts) - count(shown);
    told.textContent = box.checked
      ? `${plural(hidden, "ligne semblable masquée", "lignes semblables masquées")}. Ce que les sources ne disent pas n’est pas compté comme une différence.`
      : "";
  };
  box.checked = state.onlyDifferences;
  box.addEventListener("change", show);
  show();
  const line = timeLine(contracts, today);
  const commands = element(
    "div",
    { class: "comparateur__commandes" },
    element("span", {}, box, element("label", { for: box.id }, " Montrer seulement les différences")),
    copyBar(contracts, () => kept(parts, box.checked)),
  );
  return element(
    "div",
    { class: "comparateur__resultat" },
    commands,
    told,
    line ?? element("p", {}, "Les sources ne donnent aucune date pour ces contrats."),
    ...lacks(parts, contracts, terms),
    tables,
  );
}

/**
 * @param {import("./table.js").Part[]} parts
 * @param {boolean} onlyDifferences
 */
function kept(parts, onlyDifferences) {
  if (!onlyDifferences) return parts;
  return parts
    .map((part) => ({ ...part, rows: part.rows.filter(({ differs }) => differs) }))
    .filter(({ rows }) => rows.length);
}

/** @param {import("./table.js").Part[]} parts */
function count(parts) {
  return parts.reduce((sum, { rows }) => sum + rows.length, 0);
}

/**
 * Parts that no contract fills: said, rather than left out without a word.
 * @param {import("./table.js").Part[]} parts
 * @param {import("./data.js").Contract[]} contracts
 * @param {import("./data.js").Terms[]} terms
 */
function lacks(parts, contracts, terms) {
  const missing = terms
    .filter(({ id }) => !parts.some((part) => part.id === id))
    .map(({ titre }) => `« ${titre} »`);
  if (!missing.length || !contracts.length) return [];
  return [
    element("p", {}, `Les sources ne disent rien, pour aucun de ces contrats, de ${enumerated(missing)}.`),
  ];
}

/**
 * @param {import("./table.js").Part} part
 * @param {import("./data.js").Contract[]} contracts
 * @param {string} root
 */
function table({ id, title, remark, rows }, contracts, root) {
  const head = element(
    "tr",
    {},
    element("td"),
    ...contracts.map(({ nom, adresse }) => element("th", { scope: "col" }, link(root + adresse, nom))),
  );
  const body = rows.map(({ label, cells }) =>
    element("tr", {}, element("th", { scope: "row" }, label), ...cells.map(cellOf)),
  );
  const made = element(
    "table",
    { class: "cotes" },
    element("caption", {}, `${title}, contrat par contrat`),
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
  const parts = [element("h2", { id: `comparer-${id}` }, title)];
  if (remark) parts.push(element("p", { class: "precision" }, remark));
  return element(
    "section",
    {},
    ...parts,
    element("div", { class: "tableau", role: "region", "aria-label": title, tabindex: "0" }, made),
  );
}

/** @param {import("./table.js").Cell} cell */
function cellOf(cell) {
  if (cell === null) return element("td", {}, element("span", { class: "absent" }, UNKNOWN));
  if (!cell.length) return element("td", {}, element("span", { class: "absent" }, NONE));
  if (cell.length === 1) return element("td", {}, cell[0]);
  return element("td", {}, element("ul", {}, ...cell.map((text) => element("li", {}, text))));
}
