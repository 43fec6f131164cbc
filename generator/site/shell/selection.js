/**
 * What the list shows, told to whoever follows it (the map).
 * @typedef {object} Shown
 * @property {Set<string>} ids  of the contracts kept
 * @property {boolean} all  whether nothing is filtered out
 */

/** @type {Set<(shown: Shown) => void>} */
const followers = new Set();
/** @type {Shown | null} */
let last = null;

/** @param {Shown} shown */
export function publish(shown) {
  last = shown;
  for (const follower of followers) follower(shown);
}

/**
 * Calls `follower` at each selection, and at once with the present one if there is one.
 * @param {(shown: Shown) => void} follower
 */
export function follow(follower) {
  followers.add(follower);
  if (last) follower(last);
}
