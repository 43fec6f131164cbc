/** What a result looks like. Every text is set as text: nothing of a page is ever read as HTML here. */
import { badge, element, link } from "../shell/element.js";
import { asWritten } from "./query.js";

/** How many parts of a page a result links to. */
const PARTS = 2;

/**
 * The item of one page.
 * @param {import("./engine.js").Found} page
 */
export function resultItem(page) {
  const item = element("li", { class: "recherche__resultat" });
  item.append(
    link(page.url, asWritten(page.meta.nom ?? page.meta.title ?? page.url), { class: "recherche__titre" }),
    landmarks(page),
    excerpt(page.excerpt),
  );
  const parts = partsOf(page);
  if (parts.length) {
    const line = element("p", { class: "recherche__parties" }, "Dans la page\u00a0: ");
    for (const [index, part] of parts.entries()) {
      line.append(index ? "\u202f; " : "", link(part.url, asWritten(part.title)));
    }
    item.append(line);
  }
  return item;
}

/**
 * Kind, territory, status and its dates.
 * @param {import("./engine.js").Found} page
 */
function landmarks({ meta, filters }) {
  const line = element("p", { class: "recherche__reperes" });
  line.append(element("span", { class: "recherche__genre" }, meta.genre ?? "Page"));
  if (meta.territoire) line.append(" ", element("span", {}, meta.territoire));
  if (meta.statut && /^[a-z-]+$/.test(meta.statut)) {
    const label = filters.statut?.[0] ?? meta.statut;
    line.append(" ", badge(meta.statut, label));
  }
  if (meta.dates) line.append(" ", element("span", {}, meta.dates));
  return line;
}

/**
 * The parts of the page where most of the words are, in the page's order.
 * @param {import("./engine.js").Found} page
 */
function partsOf(page) {
  const parts = (page.sub_results ?? []).filter(({ anchor, title, url }) => {
    return anchor && url.includes("#") && title !== page.meta.title;
  });
  const best = [...parts].sort((a, b) => b.locations.length - a.locations.length).slice(0, PARTS);
  return parts.filter((part) => best.includes(part));
}

/**
 * Pagefind's excerpt as text and mark nodes.
 * @param {string} html text with < and > escaped, and <mark> around the words that match
 */
function excerpt(html) {
  const line = element("p", { class: "recherche__extrait" });
  // Each piece is text that may begin with what a <mark> holds.
  asWritten(html)
    .split("<mark>")
    .forEach((piece, index) => {
      const [marked, after] = index ? piece.split("</mark>") : ["", piece];
      if (marked) line.append(element("mark", {}, unescaped(marked)));
      line.append(unescaped(after ?? ""));
    });
  return line;
}

/** @param {string} text */
function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}
