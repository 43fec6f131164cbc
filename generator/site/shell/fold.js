/**
 * Keys that make two spellings of one name equal. They are those of `generator/territories/text_keys.py`, step by
 * step: both are tried on `tests/keys.json`.
 */

/**
 * @param {string} text
 * @returns {string} `text` in lower-case ASCII words: no accent, hyphen, apostrophe or ligature
 */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]+/g, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss")
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
