/** What the page fetches: the index of contracts, one file a contract, communes by first letter. */

/**
 * @typedef {{ id: string, rank: number, name: string, place: string, status: string, stands: boolean }} Summary
 * @typedef {{ id: string, titre: string, remarque: string, listes: boolean, lignes: [string, string][] }} Terms
 * @typedef {object} Contract
 * @property {string} id
 * @property {string} nom
 * @property {string} statut
 * @property {string} adresse
 * @property {[string | null, string | null, string | null]} jours signature, first day, last day
 * @property {Record<string, Record<string, string[]> | null>} rubriques
 * @property {string[]} voisins
 * @property {string[]} comparables
 */

export class Data {
  /** @param {string} root address of the folder, with its final slash */
  constructor(root) {
    this.root = new URL(root, document.baseURI);
    /** @type {Summary[]} */
    this.summaries = [];
    /** @type {Map<string, Summary>} */
    this.byId = new Map();
    /** @type {Map<string, string>} */
    this.statuses = new Map();
    /** @type {Terms[]} */
    this.terms = [];
    /** @type {Map<string, Promise<any>>} */
    this.fetched = new Map();
  }

  async load() {
    const index = await this.#fetch("index.json");
    this.summaries = index.contrats.map(
      (/** @type {[string, string, string, string, number]} */ [id, name, place, status, stands], /** @type {number} */ rank) => {
        return { id, rank, name, place, status, stands: Boolean(stands) };
      },
    );
    this.byId = new Map(this.summaries.map((summary) => [summary.id, summary]));
    this.statuses = new Map(Object.entries(index.statuts));
    this.terms = index.rubriques;
    return this;
  }

  /** @param {string} id one of `byId` */
  contract(id) {
    return /** @type {Promise<Contract>} */ (this.#fetch(`contrats/${id}.json`));
  }

  /**
   * Communes whose key begins with that letter: name, département, ranks of contracts.
   * @param {string} letter
   * @returns {Promise<[string, string, number[]][]>}
   */
  async communes(letter) {
    if (!/^[a-z]$/.test(letter)) return [];
    try {
      return await this.#fetch(`communes/${letter}.json`);
    } catch {
      return [];
    }
  }

  /** @param {string} path */
  #fetch(path) {
    let answer = this.fetched.get(path);
    if (!answer) {
      answer = fetch(new URL(path, this.root)).then((response) => {
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        return response.json();
      });
      // What failed once may be asked for again.
      answer.catch(() => this.fetched.delete(path));
      this.fetched.set(path, answer);
    }
    return answer;
  }
}
