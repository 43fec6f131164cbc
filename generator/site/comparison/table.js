/** Contracts side by side: the rows that a table shows and that the copies hold. */

/**
 * A cell: null where the sources say nothing, empty where they cite none.
 * @typedef {string[] | null} Cell
 * @typedef {{ label: string, cells: Cell[], differs: boolean }} Row
 * @typedef {{ id: string, title: string, remark: string, rows: Row[] }} Part
 */

export const UNKNOWN = "non renseigné";
export const NONE = "aucun cité";

/**
 * @param {import("./data.js").Contract[]} contracts
 * @param {import("./data.js").Terms[]} terms
 * @returns {Part[]}
 */
export function sideBySide(contracts, terms) {
  return terms
    .map(({ id, titre, remarque, listes, lignes }) => {
      const found = contracts.map(({ rubriques }) => rubriques[id] ?? null);
      const rows = lignes
        .filter(([row]) => found.some((part) => part?.[row]?.length))
        .map(([row, label]) => {
          const cells = found.map((part) => (part ? (part[row] ?? (listes ? [] : null)) : null));
          return { label, cells, differs: differ(cells, listes && lignes.length > 1) };
        });
      return { id, title: titre, remark: remarque, rows };
    })
    .filter(({ rows }) => rows.length);
}

/**
 * Whether two contracts differ for sure: what the sources do not say is no difference.
 * @param {Cell[]} cells
 * @param {boolean} byPresence whether it matters only that something is cited, not what
 */
function differ(cells, byPresence) {
  const known = cells.filter((cell) => cell !== null);
  const values = known.map((cell) =>
    byPresence ? String(cell.length > 0) : [...cell].sort().join("\n").toLowerCase(),
  );
  return new Set(values).size > 1;
}

/**
 * A cell as one line of text.
 * @param {Cell} cell
 */
export function cellText(cell) {
  if (cell === null) return UNKNOWN;
  return cell.length ? cell.join(" ; ") : NONE;
}
