/**
 * Keys that make two spellings of one name equal. They are those of `generator/territories/text_keys.py`;
 * a test compares the two on every name.
 */

/**
 * @param {string} text
 * @returns {string} `text` in lower-case ASCII words: no accent, hyphen, apostrophe or ligature
 */
export function fold(text) {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]+/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/**
 * @param {string} name
 * @returns {string} the key of a commune's name: folded, St and Ste written out, no leading article
 */
export function placeKey(name) {
  return fold(name)
    .replace(/\bst(e?)\b/g, "saint$1")
    .replace(/^(?:le|la|les|l|los|aux) (?=.)/, "");
}
