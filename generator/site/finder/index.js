/**
 * The index of places. It lies in many small files, each of which answers for the beginning of a name
 * (`noms`), for the end of one (`fins`) or for the beginning of a code (`codes`); see
 * `index.py`, beside.
 */
import { departementOf, placeOf } from "./places.js";
import { afterKind, beforeDepartement, readQuery } from "./query.js";
import { coded, codedLike, misspelt, mistyped, named } from "./rank.js";

/** @typedef {import("./places.js").Place} Place */
/** @typedef {import("./places.js").PlaceRecord} PlaceRecord */
/** @typedef {"noms" | "fins" | "codes"} Family */
/** @typedef {Record<Family, string> & {departements: Record<string, string>}} Manifest beginnings, by commas */

/**
 * @typedef {object} Found
 * @property {"nothing" | "short" | "found" | "near" | "unknown-code" | "none"} how nothing typed, too short, found,
 *   found but for a slip, communes near an unknown code, none
 * @property {Place[]} places the likeliest first
 * @property {number} equal how many of the first have exactly the name or the code typed
 */

/** @type {Found} */
const NONE = { how: "none", places: [], equal: 0 };

const FEW = 3;

export class PlaceIndex {
  /** @type {Map<string, string>} name of each département by its code */
  departements = new Map();
  /** @type {Record<Family, Set<string>> | undefined} */
  #prefixes;
  #searches = 0;

  /** @param {import("./files.js").Files} files */
  constructor(files) {
    this.files = files;
  }

  /** Reads which files there are; rejects when they cannot be had. */
  async open() {
    if (!this.#prefixes) {
      const manifest = /** @type {Manifest} */ (await this.files.read("index.json", 0));
      const { noms, fins, codes, departements } = manifest;
      this.departements = new Map(Object.entries(departements));
      this.#prefixes = { noms: parted(noms), fins: parted(fins), codes: parted(codes) };
    }
    return this.#prefixes;
  }

  /**
   * @param {string} text what was typed
   * @returns {Promise<Found>} rejects when a file cannot be had, or when another search has begun
   */
  async search(text) {
    this.#searches += 1;
    const search = this.#searches;
    const query = readQuery(text);
    if (!query.code && !query.key) {
      return { ...NONE, how: "nothing" };
    }
    const prefixes = await this.open();
    const typed = query.code || query.key;
    // The commune of Y is found all the same.
    const names = query.code ? [] : [...prefixes.noms];
    const alone = query.key && !names.some((other) => other[0] === typed && other.length > 1);
    if (typed.length === 1 && !alone) {
      return { ...NONE, how: "short" };
    }
    return query.code ? this.#byCode(query, search) : this.#byName(query.key, search);
  }

  /**
   * @param {string} key
   * @param {number} search
   * @returns {Promise<Found>}
   */
  async #byName(key, search) {
    const places = await this.#read("noms", key, search);
    const found = named(places, key);
    if (found.length > 0) {
      const extra = found.length < FEW ? misspelt(places, key) : [];
      const known = new Set(found.map((place) => place.code));
      const others = extra.filter((place) => !known.has(place.code));
      return { ...sure(found, key), places: [...found, ...others] };
    }
    const bare = afterKind(key);
    if (bare) {
      const again = named(await this.#read("noms", bare.key, search), bare.key);
      const meant = again.filter(({ kind }) => kind === bare.kind);
      if (again.length > 0) {
        return sure(meant.length > 0 ? meant : again, bare.key);
      }
    }
    const told = beforeDepartement(key, this.departements);
    if (told) {
      const homonyms = named(await this.#read("noms", told.key, search), told.key);
      const here = homonyms.filter(
        ({ kind, code }) => kind === "commune" && departementOf(code) === told.departement,
      );
      if (here.length > 0) {
        return sure(here, told.key);
      }
    }
    const near = await this.#byNearName(key, places, search);
    const other = told ?? bare;
    if (near.places.length > 0 || !other) {
      return near;
    }
    return this.#byNearName(other.key, await this.#read("noms", other.key, search), search);
  }

  /**
   * One letter is wrong. If it is not among the first, the file of the beginning has the name; else
   * the file of the end has it.
   * @param {string} key
   * @param {Place[]} beginnings what the file of the beginning holds
   * @param {number} search
   * @returns {Promise<Found>}
   */
  async #byNearName(key, beginnings, search) {
    const reversed = [...key].reverse().join("");
    const ends = key.length > FEW ? await this.#read("fins", reversed, search) : [];
    const found = mistyped([...beginnings, ...ends], key);
    return found.length > 0 ? { how: "near", places: found, equal: 0 } : NONE;
  }

  /**
   * @param {import("./query.js").Query} query
   * @param {number} search
   * @returns {Promise<Found>}
   */
  async #byCode({ code, key, postal }, search) {
    const places = await this.#read("codes", code, search);
    const found = coded(places, code, postal);
    const whole = found.filter((place) => place.text === code);
    if (found.length > 0) {
      const meant = key ? whole.filter(({ name }) => named([keyed(name)], key).length > 0) : [];
      const ordered = [...new Set([...meant, ...found])];
      return { how: "found", places: ordered, equal: meant.length || whole.length };
    }
    const near = codedLike(places, code);
    return near.length > 0 ? { how: "unknown-code", places: near, equal: 0 } : NONE;
  }

  /**
   * @param {Family} family
   * @param {string} key
   * @param {number} search
   * @returns {Promise<Place[]>} what the file of the longest known beginning of the key holds
   */
  async #read(family, key, search) {
    const prefixes = await this.open();
    for (let end = key.length; end > 0; end -= 1) {
      const prefix = key.slice(0, end);
      if (prefixes[family].has(prefix)) {
        const path = `${family}/n-${prefix.replaceAll(" ", "-")}.json`;
        const records = /** @type {PlaceRecord[]} */ (await this.files.read(path, search));
        return records.map((record) => placeOf(record, family === "codes"));
      }
    }
    return [];
  }
}

/**
 * @param {Place[]} places
 * @param {string} key
 * @returns {Found}
 */
function sure(places, key) {
  const other = places.findIndex((place) => place.text !== key);
  return { how: "found", places, equal: other < 0 ? places.length : other };
}

/**
 * @param {string} prefixes
 * @returns {Set<string>}
 */
function parted(prefixes) {
  return new Set(prefixes.split(","));
}

/**
 * @param {string} name
 * @returns {Place} a place of that name, whatever else it is
 */
function keyed(name) {
  return placeOf(["00000", name, 0], false);
}
