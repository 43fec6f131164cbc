/**
 * From what a reader types to what the index knows, and back from the index to French.
 * generator/search_index.py parts elided words (« l’ eau »), or « eau » would not be found.
 */
import { fold } from "../shell/fold.js";

const ELIDED = "(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)";
const BEFORE_WORD = new RegExp(`(?<![\\p{L}\\p{N}])${ELIDED}['’]\\s*(?=[\\p{L}\\p{N}])`, "giu");
const PARTED = new RegExp(`(?<![\\p{L}\\p{N}])(${ELIDED}['’](?:</mark>)?)\\s+(?=\\S)`, "giu");

/** Words of nearly every page: they tell no page from another, and cost a fetch each. */
const EMPTY_WORDS = new Set(
  (
    "à au aux avec ce ces dans de des du en et il la le les leur leurs ou par pour que qui sa se ses son sur " +
    "un une"
  ).split(" "),
);

const LONGEST = 120;

/** Fewest letters that are searched for: one letter begins half of the words of the index. */
export const FEWEST = 2;

/**
 * The words to search for; empty when there are none.
 * @param {string} text what the reader typed
 */
export function queryOf(text) {
  const asked = text.slice(0, LONGEST).replace(/\s+/g, " ").trim();
  const quoted = /^[«"“]\s*(.+?)\s*[»"”]$/u.exec(asked);
  if (quoted) return `"${ligatures(quoted[1].replace(BEFORE_WORD, (elided) => `${elided.trim()} `))}"`;
  const words = ligatures(asked.replace(BEFORE_WORD, ""))
    .split(" ")
    .filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  const telling = words.filter((word) => !EMPTY_WORDS.has(word.toLowerCase()));
  return (telling.length ? telling : words).join(" ");
}

/**
 * Whether there is enough in `query` to search for.
 * @param {string} query
 */
export function isEnough(query) {
  return /\p{Extended_Pictographic}/u.test(query) || query.replace(/[^\p{L}\p{N}]/gu, "").length >= FEWEST;
}

/**
 * A text of the index, with its marks if any, as French writes it: « l’ eau » → « l’eau ».
 * @param {string} text
 */
export function asWritten(text) {
  return text.replace(PARTED, "$1");
}

/**
 * Those of `words` that begin none of the words found on a page: Pagefind drops a word that it does not know,
 * or shortens it until it knows it, and says nothing of it.
 * @param {string[]} words
 * @param {string[]} found
 */
export function unknownWords(words, found) {
  const known = found.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)]).map(keyOf);
  return words.filter((word) => {
    const key = keyOf(word);
    return key ? !known.some((other) => other.startsWith(key)) : !found.some((other) => other.includes(word));
  });
}

/** @param {string} word */
function keyOf(word) {
  return fold(word).replaceAll(" ", "");
}

/**
 * « coeur », « oeuvre » → « cœur », « œuvre », as the pages have them.
 * @param {string} text
 */
function ligatures(text) {
  return text.replace(/oe(?=u)/g, "œ").replace(/O[eE](?=[uU])/g, "Œ");
}
