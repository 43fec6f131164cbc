import { csvText, downloadCsv } from "../shell/csv.js";

/**
 * Hands rows of a table to the visitor as a CSV file.
 * @param {string} name
 * @param {HTMLTableElement} table
 * @param {HTMLTableRowElement[]} rows
 */
export function downloadRows(name, table, rows) {
  downloadCsv(name, csvText(tableTexts(table, rows)));
}

/**
 * The texts of the given rows of a table, after those of its headings. A heading's `data-lien` names one more
 * column: the address of what that heading's cells lead to.
 * @param {HTMLTableElement} table
 * @param {HTMLTableRowElement[]} rows
 * @returns {string[][]}
 */
function tableTexts(table, rows) {
  const heads = [...(table.tHead?.rows[0].cells ?? [])];
  const linked = heads.filter((th) => th.dataset.lien);
  const names = heads.map((th) => th.textContent ?? "");
  const lines = rows.map((row) => {
    const addresses = linked.map((th) => row.cells[th.cellIndex].querySelector("a")?.href ?? "");
    return [...row.cells].map(textOf).concat(addresses);
  });
  return [names.concat(linked.map((th) => th.dataset.lien ?? "")), ...lines];
}

/**
 * What a cell says, on one line; a number without the spaces that make it legible, which a spreadsheet would
 * take for text.
 * @param {HTMLTableCellElement} td
 */
function textOf(td) {
  const number = td.classList.contains("nombre") ? td.dataset.tri : undefined;
  return number ?? (td.textContent ?? "").replace(/\s+/g, " ").trim();
}
