/** French as the scripts print it. */

const NBSP = "\u00a0";
/** Letters of a quotation beyond which it is cut. */
const LONGEST = 40;

/**
 * « 2 contrats »: in French the plural begins at two.
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function plural(count, one, many = `${one}s`) {
  return `${count}${NBSP}${count < 2 ? one : many}`;
}

/**
 * « a, b et c ».
 * @param {string[]} words
 */
export function enumerated(words) {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} et ${words.at(-1)}`;
}

/**
 * What a visitor typed, between quotation marks, cut where it is long.
 * @param {string} text
 */
export function quoted(text) {
  const letters = [...text.trim().replace(/\s+/g, " ")];
  const shown = letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("")}…` : letters.join("");
  return `«${NBSP}${shown}${NBSP}»`;
}
