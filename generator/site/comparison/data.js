/** What the page fetches: the index of contracts, one file a contract, communes by first letter. */
import { readJson } from "../shell/json.js";

/**
 * @typedef {[name: string, departement: string, ranks: number[]]} Commune with the ranks of its contracts
 * @typedef {[id: string, name: string, place: string, status: string, stands: 0 | 1]} Row
 * @typedef {{ contrats: Row[], anciens: Record<string, string>, statuts: Record<string, string>, rubriques: Terms[] }} Index
 * @typedef {{ id: string, rank: number, name: string, place: string, status: string, stands: boolean }} Summary
 * @typedef {{ id: string, titre: string, remarque: string, listes: boolean, lignes: [string, string][] }} Terms
 * @typedef {object} Contract
 * @property {string} id
 * @property {string} nom
 * @property {string} statut
 * @property {string} etat its status and dates in a sentence
 * @property {string} adresse
 * @property {string | null} signature
 * @property {[string, string] | null} trace days from which to which its period is drawn; null where it has no date
 * @property {boolean} incertain whether an end of it is unknown, or it was only announced
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
    /** @type {Record<string, string>} today's id of each former one */
    this.today = {};
    /** @type {Map<string, string>} */
    this.statuses = new Map();
    /** @type {Terms[]} */
    this.terms = [];
    /** @type {Map<string, Promise<unknown>>} */
    this.fetched = new Map();
  }

  async load() {
    const index = /** @type {Index} */ (await this.#fetch("index.json"));
    this.summaries = index.contrats.map(([id, name, place, status, stands], rank) => {
      return { id, rank, name, place, status, stands: Boolean(stands) };
    });
    this.byId = new Map(this.summaries.map((summary) => [summary.id, summary]));
    this.statuses = new Map(Object.entries(index.statuts));
    this.terms = index.rubriques;
    this.today = index.anciens;
    return this;
  }

  /** @param {string} id one of `byId` */
  contract(id) {
    return /** @type {Promise<Contract>} */ (this.#fetch(`contrats/${id}.json`));
  }

  /**
   * Communes whose key begins with that letter.
   * @param {string} letter
   * @returns {Promise<Commune[]>}
   */
  async communes(letter) {
    if (!/^[a-z]$/.test(letter)) return [];
    try {
      return /** @type {Commune[]} */ (await this.#fetch(`communes/${letter}.json`));
    } catch {
      return [];
    }
  }

  /** @param {string} path */
  #fetch(path) {
    let answer = this.fetched.get(path);
    if (!answer) {
      answer = readJson(new URL(path, this.root));
      // What failed once may be asked for again.
      answer.catch(() => this.fetched.delete(path));
      this.fetched.set(path, answer);
    }
    return answer;
  }
}
