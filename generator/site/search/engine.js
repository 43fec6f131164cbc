/** Pagefind, as the search uses it: loaded when asked for, ranked and counted for our filters. */
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
 * @typedef {{id: string, score: number, data: () => Promise<Found>}} Match
 * @typedef {{results: Match[], filters: Counts}} Response
 * @typedef {object} Pagefind
 * @property {(options: Record<string, unknown>) => Promise<void>} options
 * @property {() => Promise<Counts>} filters
 * @property {(query: string, options: {filters: Choices}) => Promise<Response>} search
 */

/** Address of the site's root, wherever the site is published. */
const ROOT = new URL("../../", import.meta.url);

/** The filter that carries what a page's score is multiplied by; it is not shown. */
const WEIGHT = "poids";

/** How much a word counts that is in a page's metadata: not « Contrat », nor « en-cours », nor the title twice. */
const META_WEIGHTS = { title: 5, nom: 0, territoire: 1, dates: 0, genre: 0, statut: 0 };

/** Words of an excerpt. */
const EXCERPT = 26;

export class Engine {
  /**
   * @param {Pagefind} pagefind
   * @param {Counts} filters
   */
  constructor(pagefind, filters) {
    this.pagefind = pagefind;
    /** Every value of every filter, and how many pages have it. */
    this.filters = filters;
    this.weights = Object.keys(filters[WEIGHT] ?? {});
  }

  /** Loads Pagefind and what it needs for any query. Rejects when the site has no index. */
  static async load() {
    /** @type {Pagefind} */
    const pagefind = await import(new URL("pagefind/pagefind.js", ROOT).href);
    await pagefind.options({
      excerptLength: EXCERPT,
      baseUrl: ROOT.pathname,
      ranking: { metaWeights: META_WEIGHTS },
    });
    return new Engine(pagefind, await pagefind.filters());
  }

  /**
   * The pages that match, best first; for each filter what choosing another value would give; and the words
   * that no page has, without which the others were searched.
   * @param {string} query
   * @param {Choices} choices
   * @returns {Promise<{matches: Match[], counts: Counts, unknown: string[]}>}
   */
  async search(query, choices) {
    const response = await this.pagefind.search(query, { filters: choices });
    const [matches, counts] = await Promise.all([
      this.#ranked(query, choices, response.results),
      this.#counted(query, choices, response.filters),
    ]);
    const unknown = matches.length ? unknownWords(query, wordsOf(await matches[0].data())) : [];
    if (unknown.length && unknown.length === query.split(" ").length) {
      return { matches: [], counts: this.filters, unknown };
    }
    return { matches, counts, unknown };
  }

  /**
   * Past contracts after current ones, lists after what they list. The index is in memory by now:
   * asking which of the pages have a weight costs no fetch.
   * @param {string} query
   * @param {Choices} choices
   * @param {Match[]} matches
   */
  async #ranked(query, choices, matches) {
    /** @type {Map<string, number>} */
    const weights = new Map();
    for (const weight of this.weights) {
      const response = await this.pagefind.search(query, { filters: { ...choices, [WEIGHT]: weight } });
      for (const { id } of response.results) weights.set(id, Number(weight));
    }
    const score = (/** @type {Match} */ match) => match.score * (weights.get(match.id) ?? 1);
    return [...matches].sort((a, b) => score(b) - score(a));
  }

  /**
   * @param {string} query
   * @param {Choices} choices
   * @param {Counts} counts
   */
  async #counted(query, choices, counts) {
    const found = { ...counts };
    for (const name of Object.keys(choices)) {
      const { [name]: _chosen, ...others } = choices;
      found[name] = (await this.pagefind.search(query, { filters: others })).filters[name] ?? {};
    }
    return found;
  }
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
