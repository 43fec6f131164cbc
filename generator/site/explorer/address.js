/** The selection as the address says it: ?statut=en-cours&region=bretagne,normandie&q=mots&tri=-4 */

const LONGEST = 200;

/**
 * @typedef {object} Asked
 * @property {Map<string, Set<string>>} chosen values by facet
 * @property {string} words
 * @property {string} sort as `makeSortable` tells it
 */

/**
 * @param {string} search the address's query, from its « ? »
 * @param {string[]} facets
 * @param {(facet: string, value: string) => boolean} exists  an unknown value is dropped, calmly
 * @returns {Asked}
 */
export function readSelection(search, facets, exists) {
  const query = new URLSearchParams(search);
  const chosen = new Map(
    facets.map((facet) => {
      const values = (query.get(facet) ?? "").split(",");
      return [facet, new Set(values.filter((value) => value && exists(facet, value)))];
    }),
  );
  return { chosen, words: (query.get("q") ?? "").slice(0, LONGEST), sort: query.get("tri") ?? "" };
}

/**
 * @param {string} search the address's query so far: what it says of other things stays
 * @param {Asked} selection
 * @returns {string} the query that says the selection, from its « ? »; « » when there is nothing to say
 */
export function writeSelection(search, { chosen, words, sort }) {
  const query = new URLSearchParams(search);
  const facets = [...chosen].map(([facet, values]) => [facet, [...values].join(",")]);
  for (const [name, value] of [...facets, ["q", words.trim()], ["tri", sort]]) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString().replaceAll("%2C", ",");
  return text && `?${text}`;
}
