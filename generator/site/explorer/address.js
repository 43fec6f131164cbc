/** The selection as the address says it: ?statut=en-cours&region=bretagne,normandie&q=mots&tri=-4 */

/**
 * @param {string[]} facets
 * @param {(facet: string, value: string) => boolean} exists  an unknown value is dropped, calmly
 * @returns {{chosen: Map<string, Set<string>>, words: string, sort: string}}
 */
export function readAddress(facets, exists) {
  const query = new URLSearchParams(location.search);
  const chosen = new Map(
    facets.map((facet) => [
      facet,
      new Set((query.get(facet) ?? "").split(",").filter((value) => value && exists(facet, value))),
    ]),
  );
  return { chosen, words: (query.get("q") ?? "").slice(0, 200), sort: query.get("tri") ?? "" };
}

/**
 * Writes the selection into the address without a new page of history.
 * @param {Map<string, Set<string>>} chosen
 * @param {string} words
 * @param {string} sort
 */
export function writeAddress(chosen, words, sort) {
  const query = new URLSearchParams(location.search);
  for (const [facet, values] of chosen) {
    if (values.size) query.set(facet, [...values].join(","));
    else query.delete(facet);
  }
  for (const [name, value] of [["q", words.trim()], ["tri", sort]]) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString().replace(/%2C/g, ",");
  history.replaceState(null, "", location.pathname + (text ? `?${text}` : "") + location.hash);
}
