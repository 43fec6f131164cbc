/** From what is typed to the contracts it may mean: by their name or département, then by their communes. */
import { fold, placeKey } from "../shell/fold.js";

/** @typedef {{ summary: import("./data.js").Summary, because: string }} Proposal */

const MOST = 12;
/** Letters from which communes are looked for. */
const FEWEST = 3;

export class Matcher {
  /** @param {import("./data.js").Data} data */
  constructor(data) {
    this.data = data;
    this.names = data.summaries.map(({ name, place, id }) => ` ${fold(`${name} ${place} ${id}`)}`);
  }

  /**
   * @param {string} typed
   * @param {Set<string>} chosen ids that are not proposed
   * @returns {Promise<Proposal[]>}
   */
  async proposals(typed, chosen) {
    const named = this.#named(fold(typed)).filter(({ summary }) => !chosen.has(summary.id));
    const found = new Set(named.map(({ summary }) => summary.id));
    const inhabited = (await this.#inhabited(placeKey(typed))).filter(
      ({ summary }) => !chosen.has(summary.id) && !found.has(summary.id),
    );
    const kept = named.slice(0, inhabited.length ? Math.max(MOST / 2, MOST - inhabited.length) : MOST);
    return [...kept, ...inhabited].slice(0, MOST);
  }

  /**
   * @param {string} asked folded
   * @returns {Proposal[]}
   */
  #named(asked) {
    const words = asked.split(" ").filter(Boolean);
    return this.data.summaries
      .filter(({ rank }) => words.every((word) => this.names[rank].includes(` ${word}`)))
      .sort((a, b) => Number(b.stands) - Number(a.stands) || a.rank - b.rank)
      .map((summary) => ({ summary, because: "" }));
  }

  /**
   * @param {string} key
   * @returns {Promise<Proposal[]>}
   */
  async #inhabited(key) {
    if (key.length < FEWEST) return [];
    const communes = await this.data.communes(key[0]);
    const found = communes
      .map(([name, departement, ranks]) => ({ name, departement, ranks, key: placeKey(name) }))
      .filter((commune) => commune.key.startsWith(key))
      // A name typed in full comes before those that go on.
      .sort((a, b) => a.key.length - b.key.length);
    /** @type {Map<string, Proposal>} */
    const proposals = new Map();
    for (const { name, departement, ranks } of found) {
      for (const rank of ranks) {
        const summary = this.data.summaries[rank];
        if (!proposals.has(summary.id)) {
          proposals.set(summary.id, { summary, because: `couvre ${name} (${departement})` });
        }
      }
    }
    return [...proposals.values()].sort((a, b) => Number(b.summary.stands) - Number(a.summary.stands));
  }
}
