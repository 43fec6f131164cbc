/** The JSON files of the finder: fetched when needed, kept, and given up when no longer waited for. */
import { readJson } from "../shell/json.js";

/**
 * @typedef {object} Pending
 * @property {Promise<unknown>} answer
 * @property {AbortController} control
 * @property {number} search the search that waits for it
 */

export class Files {
  /** @type {Map<string, unknown>} */
  #kept = new Map();
  /** @type {Map<string, Pending>} */
  #pending = new Map();

  /** @param {string} root address of the folder that holds the files */
  constructor(root) {
    this.root = root;
  }

  /**
   * Fetches for a search; what other searches still wait for is given up.
   * @param {string} path
   * @param {number} search number of the search; 0 for what every search needs
   * @returns {Promise<unknown>} the parsed JSON; rejects on any failure
   */
  async read(path, search) {
    if (this.#kept.has(path)) {
      return this.#kept.get(path);
    }
    for (const [other, pending] of this.#pending) {
      if (other !== path && search !== 0 && pending.search !== 0 && pending.search !== search) {
        pending.control.abort();
        this.#pending.delete(other);
      }
    }
    const waited = this.#pending.get(path) ?? this.#fetch(path, search);
    waited.search = search;
    return waited.answer;
  }

  /**
   * @param {string} path
   * @param {number} search
   * @returns {Pending}
   */
  #fetch(path, search) {
    const control = new AbortController();
    const answer = readJson(new URL(path, this.root), { signal: control.signal })
      .then((content) => {
        this.#kept.set(path, content);
        return content;
      })
      .finally(() => {
        if (this.#pending.get(path)?.control === control) {
          this.#pending.delete(path);
        }
      });
    const pending = { answer, control, search };
    this.#pending.set(path, pending);
    return pending;
  }
}
