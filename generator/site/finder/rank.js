/** Which places answer a query, the likeliest first. */

import { isNear, nearlyBegins, sameStart } from "../shell/spelling.js";
import { departementOf } from "./places.js";

/** @typedef {import("./places.js").Place} Place */

const SHORTEST_MISTYPED = 4;

const FIRST_WORDS = 3;
const LATER_WORD = 0.1;
const SCATTERED_WORDS = 0.05;

// A name in full comes first, unless it is the first word of one a hundred times as populous: « évry »
// means Évry-Courcouronnes more often than Évry in the Yonne.
const WHOLE = 100;
const FIRST = 1e12;

/**
 * @param {Place[]} places
 * @param {string} key
 * @returns {Place[]} those whose name the key is, begins, or cites
 */
export function named(places, key) {
  const whole = places.filter(({ text }) => text === key).map(({ weight }) => weight + 1);
  const outdone = whole.length > 0 ? WHOLE * Math.max(...whole) : Infinity;
  return best(places, ({ text, weight }) => {
    if (text === key) {
      return FIRST + (weight + 1) * WHOLE;
    }
    const likely = likeliness(text, key);
    return likely * (weight + 1) + (likely === FIRST_WORDS && weight > outdone ? FIRST : 0);
  });
}

/**
 * @param {Place[]} places
 * @param {string} key
 * @returns {Place[]} those whose name the key is, but for one slip
 */
export function misspelt(places, key) {
  return key.length < SHORTEST_MISTYPED ? [] : places.filter(({ text }) => isNear(key, text));
}

/**
 * @param {Place[]} places
 * @param {string} key
 * @returns {Place[]} those whose name the key is, or begins, but for one slip
 */
export function mistyped(places, key) {
  if (key.length < SHORTEST_MISTYPED) {
    return [];
  }
  return best(places, ({ text, weight }) => {
    if (isNear(key, text)) {
      return (weight + 1) * WHOLE;
    }
    return key.length > SHORTEST_MISTYPED && nearlyBegins(key, text) ? weight + 1 : 0;
  });
}

/**
 * @param {Place[]} places
 * @param {string} code
 * @param {boolean} postal whether the code can only be a postal one
 * @returns {Place[]} those that have the code, postal before INSEE, or one that begins with it
 */
export function coded(places, code, postal) {
  const posted = places.some(({ text, alias }) => text === code && alias === code);
  return best(places, ({ text, alias, weight }) => {
    if (!text.startsWith(code) || (postal && alias !== text)) {
      return 0;
    }
    if (text !== code) {
      return weight + 1;
    }
    // A code that is a postal one is not meant as that of a commune long gone.
    return posted && alias.includes("ancien") ? 0 : (weight + 1) * (alias === code ? FIRST : WHOLE * 1e6);
  });
}

/**
 * @param {Place[]} places
 * @param {string} code that nobody has
 * @returns {Place[]} communes of the same département, those first whose code begins like it
 */
export function codedLike(places, code) {
  const home = departementOf(code.padEnd(5, "0"));
  return best(places, ({ kind, text, alias, weight }) =>
    kind === "commune" && alias === text && text.startsWith(home) && home.length < code.length
      ? 10 ** (3 * sameStart(text, code)) * Math.log(weight + 2)
      : 0,
  );
}

/**
 * @param {string} text
 * @param {string} key
 * @returns {number} 0 when the key does not answer
 */
function likeliness(text, key) {
  if (text.startsWith(key)) {
    const next = text.charAt(key.length);
    return next === " " ? FIRST_WORDS : 1;
  }
  if (` ${text}`.includes(` ${key}`)) {
    return LATER_WORD;
  }
  const words = text.split(" ");
  let at = -1;
  const scattered = key.split(" ").every((part) => {
    at = words.findIndex((word, i) => i > at && word.startsWith(part));
    return at >= 0;
  });
  return scattered ? SCATTERED_WORDS : 0;
}

/**
 * @param {Place[]} places
 * @param {(place: Place) => number} score 0 leaves the place out
 * @returns {Place[]} highest score first, each place once
 */
function best(places, score) {
  const scored = places
    .map((place) => ({ place, value: score(place) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const kept = new Map();
  for (const { place } of scored) {
    const id = place.kind + place.code;
    if (!kept.has(id)) {
      kept.set(id, place);
    }
  }
  return [...kept.values()];
}
