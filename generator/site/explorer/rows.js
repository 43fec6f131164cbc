import { fold } from "../shell/fold.js";

/**
 * A row of the table, read once.
 * @typedef {object} Row
 * @property {HTMLTableRowElement} element
 * @property {string} text  folded, for the text filter
 * @property {Map<string, Set<string>>} values  by facet id
 */

/**
 * A selection: chosen values by facet id, and words.
 * @typedef {object} Selection
 * @property {Map<string, Set<string>>} chosen
 * @property {string} words
 */

/**
 * @param {HTMLTableElement} table
 * @param {string[]} facets
 * @returns {Row[]}
 */
export function readRows(table, facets) {
  return [...table.tBodies[0].rows].map((element) => ({
    element,
    text: fold(element.textContent ?? ""),
    values: new Map(
      facets.map((facet) => [facet, new Set((element.dataset[facet] ?? "").split(" ").filter(Boolean))]),
    ),
  }));
}

/**
 * Whether a row has, for each facet, one of the chosen values, and every word.
 * @param {Row} row
 * @param {Selection} selection
 * @param {string} [except]  a facet to leave out, for the counts beside its choices
 */
export function matches(row, selection, except) {
  for (const [facet, chosen] of selection.chosen) {
    if (facet === except || chosen.size === 0) continue;
    const values = row.values.get(facet);
    if (!values || ![...chosen].some((value) => values.has(value))) return false;
  }
  const words = fold(selection.words);
  if (!words) return !selection.words.trim(); // signs alone are in no row
  return words.split(" ").every((word) => row.text.includes(word));
}
