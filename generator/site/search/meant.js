/** What a mistyped word was perhaps meant to be. */
import { fold } from "../shell/fold.js";
import { isNear } from "../shell/spelling.js";

const WORDS = new URL("../donnees/recherche/mots.json", import.meta.url);

/** Fewest letters of a word that is mended: a shorter one is a slip away from too many. */
const FEWEST = 4;

/** @type {Promise<string[]> | undefined} */
let list;

/**
 * The query with each unknown word in the place of which a known one is a slip away; empty when there is none.
 * @param {string} query
 * @param {string[]} unknown
 * @returns {Promise<string>}
 */
export async function meantBy(query, unknown) {
  list ??= fetch(WORDS).then((response) => (response.ok ? response.json() : []));
  const words = await list.catch(() => []);
  const mended = query
    .split(" ")
    .map((word) => (unknown.includes(word) ? (mendedWord(word, words) ?? word) : word))
    .join(" ");
  return mended === query ? "" : mended;
}

/**
 * The first of `words` that one slip parts from `word`.
 * @param {string} word
 * @param {string[]} words
 */
export function mendedWord(word, words) {
  const typed = fold(word);
  return typed.length < FEWEST ? undefined : words.find((other) => isNear(typed, fold(other)));
}
