/** Words as the index of communes knows them, and French as it is printed. */

const ARTICLE = /^(?:le|la|les|l|los|aux) (?=.)/;
const MARKS = /[\u0300-\u036f]/g;

/**
 * Lower-case words without accents: « L’Étang-Salé » → « l etang sale ».
 * @param {string} text
 */
export function fold(text) {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/**
 * The key of a commune's name, as generator/territories/text_keys.py makes it.
 * @param {string} name
 */
export function placeKey(name) {
  return fold(name).replace(/\bst(e?)\b/g, "saint$1").replace(ARTICLE, "");
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
 * « 2 contrats »: in French the plural begins at two.
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function plural(count, one, many = `${one}s`) {
  return `${count}\u00a0${count < 2 ? one : many}`;
}
