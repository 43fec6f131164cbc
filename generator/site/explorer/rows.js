import { fold } from "../shell/fold.js";

/**
 * A row of the table, read once.
 * @typedef {object} Row
 * @property {HTMLTableRowElement} element
 * @property {() => string} text  folded, for the text filter
 * @property {Map<string, string[]>} values  by facet id
 */

/**
 * A selection: chosen values by facet id, and words.
 * @typedef {object} Selection
 * @property {Map<string, Set<string>>} chosen
 * @property {string} words
 */

/**
 * What a selection leaves, and how many rows each value of a facet would leave, the other facets as they are.
 * @template {Pick<Row, "text" | "values">} Kept
 * @typedef {object} Narrowed
 * @property {Kept[]} kept
 * @property {Map<string, Map<string, number>>} counts  by facet id, by value
 */

/**
 * @param {HTMLTableElement} table
 * @param {string[]} facets
 * @returns {Row[]}
 */
export function readRows(table, facets) {
  return [...table.tBodies].flatMap((body) => [...body.rows]).map((element) => readRow(element, facets));
}

/**
 * @param {HTMLTableRowElement} element
 * @param {string[]} facets
 * @returns {Row}
 */
function readRow(element, facets) {
  /** @type {string | undefined} */
  let text;
  return {
    element,
    // Long lists are folded at the first word that is typed, not while the page loads.
    text: () => (text ??= fold(element.textContent ?? "")),
    values: new Map(
      facets.map((facet) => [facet, (element.dataset[facet] ?? "").split(" ").filter(Boolean)]),
    ),
  };
}

/**
 * The rows that have, for each facet, one of the chosen values, and every word.
 * @template {Pick<Row, "text" | "values">} Kept
 * @param {Kept[]} rows
 * @param {Selection} selection
 * @returns {Narrowed<Kept>}
 */
export function narrowed(rows, { chosen, words }) {
  const folded = fold(words);
  const asked = folded.split(" ");
  /** @type {Narrowed<Kept>} */
  const found = { kept: [], counts: new Map([...chosen.keys()].map((facet) => [facet, new Map()])) };
  // Signs alone are in no row.
  if (!folded && words.trim()) return found;
  for (const row of rows) {
    if (folded && !asked.every((word) => row.text().includes(word))) continue;
    const against = [...chosen].filter(
      ([facet, values]) => values.size > 0 && !row.values.get(facet)?.some((value) => values.has(value)),
    );
    if (against.length === 0) found.kept.push(row);
    for (const [facet, count] of found.counts) {
      if (against.length > 1 || (against.length === 1 && against[0][0] !== facet)) continue;
      for (const value of row.values.get(facet) ?? []) count.set(value, (count.get(value) ?? 0) + 1);
    }
  }
  return found;
}
