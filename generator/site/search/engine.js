/** Pagefind, as the search uses it: loaded when asked for, true to the words, ranked and counted for our filters. */
import { meantBy } from "./meant.js";
import { unknownWords } from "./query.js";

/**
 * @typedef {Record<string, string>} Choices chosen value of each filter, where there is one
 * @typedef {Record<string, Record<string, number>>} Counts pages for each value of each filter
 * @typedef {object} Part a part of a page, under a heading
 * @property {string} title
 * @property {string} url
 * @property {unknown} [anchor] that of the heading; none at the top of the page
 * @property {number[]} locations where its words are that match
 *
 * @typedef {object} Found a page that matches
 * @property {string} url
 * @property {Record<string, string>} meta
 * @property {Record<string, string[]>} filters
 * @property {string} content
 * @property {number[]} locations which words of the content match
 * @property {string} excerpt its text has < and > escaped; the only tag is <mark>
 * @property {Part[]} sub_results
 *
 * @typedef {Record<string, Record<string, Set<string>>>} Pages ids of the pages, by filter, then by value
 *
 * @typedef {{id: string, score: number, data: () => Promise<Found>}} Match
 * @typedef {{matches: Match[], counts: Counts, unknown: string[], apart: string[], meant: string}} Answer
 * @typedef {{results: Match[], filters: Counts}} Response
 * @typedef {object} Pagefind
 * @property {(options: Record<string, unknown>) => Promise<void>} options
 * @property {() => Promise<Counts>} filters
 * @property {(query: string | null, options: {filters: Choices}) => Promise<Response>} search
 */

/** Address of the site's root, wherever the site is published. */
const ROOT = new URL("../../", import.meta.url);

/** The filter that carries what a page's score is multiplied by; it is not shown. */
const WEIGHT = "poids";

/** How much a word counts that is in a page's metadata: not « Contrat », nor « en-cours », nor the title twice. */
const META_WEIGHTS = { title: 5, nom: 0, territoire: 1, dates: 0, genre: 0, statut: 0 };

/** Words of an excerpt. */
const EXCERPT = 26;

let loads = 0;

export class Engine {
  /**
   * @param {Pagefind} pagefind
   * @param {Counts} filters
   */
  constructor(pagefind, filters) {
    this.pagefind = pagefind;
    /** Every value of every filter, and how many pages have it. */
    this.filters = filters;
    this.pages = pagesOf(pagefind, filters);
  }

  /** Loads Pagefind and what it needs for any query. Rejects when the site has no index. */
  static async load() {
    // A browser may remember that a module could not be fetched: another address is another module.
    const again = loads++ ? `?${loads}` : "";
    /** @type {Pagefind} */
    const pagefind = await import(new URL(`pagefind/pagefind.js${again}`, ROOT).href);
    await pagefind.options({
      excerptLength: EXCERPT,
      baseUrl: ROOT.pathname,
      ranking: { metaWeights: META_WEIGHTS },
    });
    return new Engine(pagefind, await pagefind.filters());
  }

  /**
   * The pages that match, best first; for each filter what choosing another value would give; the words
   * that no page has, without which the others were searched; those that are on other pages than the rarest;
   * and what was perhaps meant.
   * @param {string} query
   * @param {Choices} choices
   * @returns {Promise<Answer>}
   */
  async search(query, choices) {
    const [whole, pages] = await Promise.all([this.#found(query), this.pages]);
    const unknown = whole.found.length
      ? unknownWords(whole.vague, wordsOf(await whole.found[0].data()))
      : whole.vague;
    const meant = unknown.length ? await meantBy(query, unknown) : "";
    const known = query.split(" ").filter((word) => !unknown.includes(word));
    if (!known.length) return { matches: [], counts: this.filters, unknown, apart: [], meant };
    const { found, apart } = unknown.length ? await this.#found(known.join(" ")) : whole;
    const chosen = (/** @type {Choices} */ some) =>
      found.filter(({ id }) => Object.entries(some).every(([name, value]) => pages[name]?.[value]?.has(id)));
    /** @type {Counts} */
    const counts = {};
    for (const name of Object.keys(this.filters)) {
      const { [name]: _chosen, ...others } = choices;
      const those = chosen(others);
      const among = (/** @type {Set<string>} */ ids) => those.filter(({ id }) => ids.has(id)).length;
      counts[name] = Object.fromEntries(
        Object.entries(pages[name]).map(([value, ids]) => [value, among(ids)]),
      );
    }
    return { matches: this.#ranked(chosen(choices), pages), counts, unknown, apart, meant };
  }

  /**
   * The pages that have the words themselves, in any of their forms, where there are some: Pagefind also takes
   * « rennes » for the beginning of « renseigné » and of « renforcer », which serves only as one types. Where
   * each word is known and no page has them all, those of the rarest.
   * @param {string} query
   * @returns {Promise<{found: Match[], vague: string[], apart: string[]}>} with the words that no page has as they
   *   are, and those that were left aside
   */
  async #found(query) {
    const { results } = await this.pagefind.search(query, { filters: {} });
    if (query.startsWith('"')) return { found: results, vague: [], apart: [] };
    const words = query.split(" ");
    const sets = await Promise.all(words.map((word) => this.#having(word)));
    const vague = words.filter((_, index) => !sets[index].size);
    const whole = results.filter(({ id }) => sets.every((ids) => ids.has(id)));
    if (whole.length || vague.length || words.length === 1) {
      return { found: whole.length ? whole : results, vague, apart: [] };
    }
    const sizes = sets.map((ids) => ids.size);
    const rarest = sizes.indexOf(Math.min(...sizes));
    const { found } = await this.#found(words[rarest]);
    return { found, vague, apart: words.filter((_, index) => index !== rarest) };
  }

  /**
   * The ids of the pages that have a word in any of its forms.
   * @param {string} word
   */
  async #having(word) {
    const { results } = await this.pagefind.search(`"${word}"`, { filters: {} });
    return new Set(results.map(({ id }) => id));
  }

  /**
   * Past contracts after current ones, lists after what they list.
   * @param {Match[]} matches
   * @param {Pages} pages
   */
  #ranked(matches, pages) {
    const weights = Object.entries(pages[WEIGHT] ?? {});
    const score = (/** @type {Match} */ { id, score }) =>
      score * Number(weights.find(([, ids]) => ids.has(id))?.[0] ?? 1);
    return [...matches].sort((a, b) => score(b) - score(a));
  }
}

/**
 * The ids of the pages that have each value of each filter: the index is in memory, this costs no fetch.
 * @param {Pagefind} pagefind
 * @param {Counts} filters
 * @returns {Promise<Pages>}
 */
async function pagesOf(pagefind, filters) {
  /** @type {Pages} */
  const pages = {};
  for (const [name, values] of Object.entries(filters)) {
    pages[name] = {};
    for (const value of Object.keys(values)) {
      const { results } = await pagefind.search(null, { filters: { [name]: value } });
      pages[name][value] = new Set(results.map(({ id }) => id));
    }
  }
  return pages;
}

/**
 * The words of a page that match, and those of its metadata, which match too.
 * @param {Found} page
 */
function wordsOf({ content, locations, meta }) {
  const words = content.split(/\s+/);
  return [
    ...locations.map((index) => words[index] ?? ""),
    ...Object.values(meta).flatMap((text) => text.split(/\s+/)),
  ];
}
