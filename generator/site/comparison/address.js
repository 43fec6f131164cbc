/** The choice as the address holds it: « ?c=un-contrat,un-autre ». */

/** A longer list is no choice of ours: it is not read to its end. */
const LONGEST = 4000;

/**
 * @typedef {object} Choice
 * @property {string[]} ids known contracts, each once, as many as a table holds
 * @property {string[]} unknown
 * @property {string[]} repeated
 * @property {string[]} beyond known ones that the table has no room for
 */

/**
 * @param {string} search the address's query, from its « ? »
 * @param {(id: string) => boolean} isKnown
 * @param {number} most
 * @param {Record<string, string>} [today] today's id of each former one
 * @returns {Choice}
 */
export function readChoice(search, isKnown, most, today = {}) {
  const asked = new URLSearchParams(search)
    .getAll("c")
    .join(",")
    .slice(0, LONGEST)
    .split(",")
    .map((id) => id.trim())
    .map((id) => (Object.hasOwn(today, id) ? (today[id] ?? id) : id))
    .filter(Boolean);
  const once = [...new Set(asked)];
  const known = once.filter(isKnown);
  return {
    ids: known.slice(0, most),
    unknown: once.filter((id) => !isKnown(id)),
    repeated: once.filter((id) => asked.indexOf(id) !== asked.lastIndexOf(id) && isKnown(id)),
    beyond: known.slice(most),
  };
}

/**
 * @param {string[]} ids
 * @returns {string} the address's query, from its « ? »; « » when nothing is chosen
 */
export function writeChoice(ids) {
  return ids.length ? `?c=${ids.map(encodeURIComponent).join(",")}` : "";
}
