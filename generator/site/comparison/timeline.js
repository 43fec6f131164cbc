/** The periods of the contracts on one line of years; the table below says the same in words. */
import { drawn, element } from "../shell/element.js";

const WIDTH = 720;
const LABEL = 256;
/** Letters that fit in the width of a label. */
const LONGEST = 38;
const ROW = 26;
const TOP = 24;

/**
 * @param {import("./data.js").Contract[]} contracts
 * @param {string} today ISO
 * @returns {HTMLElement | null} null where no date is known
 */
export function timeLine(contracts, today) {
  const known = contracts.flatMap(({ trace, signature }) => trace ?? signature ?? []);
  if (!known.length) return null;
  const years = [...known, today].map(yearOf);
  const first = Math.floor(Math.min(...years));
  const last = Math.max(Math.ceil(Math.max(...years)), first + 1);
  /** @param {number} year */
  const at = (year) => LABEL + ((year - first) / (last - first)) * (WIDTH - LABEL - 12);
  const height = TOP + contracts.length * ROW + 18;
  const svg = drawn("svg", {
    class: "trame",
    viewBox: `0 0 ${WIDTH} ${height}`,
    role: "img",
    "aria-labelledby": "trame-titre",
  });
  svg.append(drawn("title", { id: "trame-titre" }, summary(contracts)));
  const step = Math.ceil((last - first) / 12);
  for (let year = first; year <= last; year += step) {
    svg.append(
      drawn("line", { class: "trame__annee", x1: at(year), x2: at(year), y1: TOP - 6, y2: height - 18 }),
      drawn("text", { x: at(year), y: TOP - 10, "text-anchor": "middle" }, String(year)),
    );
  }
  svg.append(...contracts.flatMap((contract, rank) => bar(contract, TOP + rank * ROW, at)));
  const now = at(yearOf(today));
  svg.append(
    drawn("line", { class: "trame__jour", x1: now, x2: now, y1: TOP - 6, y2: height - 16 }),
    drawn("text", { class: "trame__legende", x: now, y: height - 4, "text-anchor": "middle" }, "aujourd’hui"),
  );
  return element("figure", { class: "trame__cadre", tabindex: "0" }, svg, legend(contracts));
}

/**
 * @param {import("./data.js").Contract} contract
 * @param {number} y
 * @param {(year: number) => number} at
 */
function bar({ nom, signature, trace, incertain }, y, at) {
  const middle = y + ROW / 2;
  /** @type {SVGElement[]} */
  const parts = [drawn("text", { x: 0, y: middle + 4 }, briefly(nom))];
  if (!trace) {
    parts.push(drawn("text", { class: "trame__legende", x: LABEL, y: middle + 4 }, "période non renseignée"));
    return parts;
  }
  const [from, to] = trace.map((day) => at(yearOf(day)));
  const open = incertain ? " trame__barre--ouverte" : "";
  parts.push(
    drawn("rect", {
      class: `trame__barre${open}`,
      x: from,
      y: y + 6,
      width: Math.max(to - from, 3),
      height: ROW - 12,
      rx: 2,
    }),
  );
  if (signature)
    parts.push(drawn("circle", { class: "trame__signature", cx: at(yearOf(signature)), cy: middle, r: 4 }));
  return parts;
}

/**
 * A name cut in its middle: what tells it from others of one territory comes last.
 * @param {string} name
 */
export function briefly(name) {
  if (name.length <= LONGEST) return name;
  const comma = name.lastIndexOf(", ");
  const last = comma < 0 || name.length - comma > LONGEST - 12 ? "" : name.slice(comma);
  return `${name.slice(0, LONGEST - 1 - last.length)}…${last}`;
}

/** @param {import("./data.js").Contract[]} contracts */
function legend(contracts) {
  const signs = ["barre pleine : période connue"];
  if (contracts.some(({ trace, incertain }) => trace && incertain))
    signs.push("barre en tirets : début ou fin non renseigné, ou période seulement annoncée");
  if (contracts.some(({ signature }) => signature)) signs.push("rond : signature");
  return element(
    "figcaption",
    {},
    `Périodes des contrats (${signs.join(" ; ")}). Les mêmes dates sont dans le tableau.`,
  );
}

/** @param {import("./data.js").Contract[]} contracts */
function summary(contracts) {
  const told = contracts.map(({ nom, etat }) => `${nom} : ${etat}`);
  return `Frise des périodes. ${told.join(". ")}.`;
}

/**
 * A day as a number of years: 2024-07-01 → 2024.5.
 * @param {string} day ISO
 */
function yearOf(day) {
  const [year, month, date] = day.split("-").map(Number);
  return year + (month - 1) / 12 + (date - 1) / 372;
}
