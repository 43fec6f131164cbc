/** Telling whether two words differ by one slip: a letter wrong, missing, in excess, or two swapped. */

/**
 * @param {string} typed
 * @param {string} meant
 * @returns {boolean} whether at most one slip turns one into the other
 */
export function isNear(typed, meant) {
  const start = sameStart(typed, meant);
  return slips(typed, meant, start).some(([a, b]) => typed.slice(a) === meant.slice(b));
}

/**
 * @param {string} typed the beginning of a name, perhaps mistyped
 * @param {string} meant
 * @returns {boolean} whether at most one slip turns `typed` into a beginning of `meant`
 */
export function nearlyBegins(typed, meant) {
  const start = sameStart(typed, meant);
  return slips(typed, meant, start).some(([a, b]) => meant.startsWith(typed.slice(a), b));
}

/**
 * @param {string} a
 * @param {string} b
 * @returns {number} length of what both begin with
 */
export function sameStart(a, b) {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a[at] === b[at]) {
    at += 1;
  }
  return at;
}

/**
 * @param {string} typed
 * @param {string} meant
 * @param {number} at first place where they differ
 * @returns {[number, number][]} where each goes on after a slip: wrong, in excess, missing, swapped
 */
function slips(typed, meant, at) {
  /** @type {[number, number][]} */
  const found = [
    [at + 1, at + 1],
    [at + 1, at],
    [at, at + 1],
  ];
  if (at + 1 < typed.length && typed[at] === meant[at + 1] && typed[at + 1] === meant[at]) {
    found.push([at + 2, at + 2]);
  }
  return found;
}
