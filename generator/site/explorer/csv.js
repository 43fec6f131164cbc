/**
 * A cell that a spreadsheet reads as text: quoted, and never a formula.
 * @param {string} text
 */
export function cell(text) {
  const clean = text.replace(/\s+/g, " ").trim();
  const safe = /^[=+\-@\t]/.test(clean) ? `'${clean}` : clean;
  return `"${safe.replace(/"/g, '""')}"`;
}

/**
 * The visible rows of a table as CSV (semicolons and a byte order mark, as French spreadsheets expect). A
 * heading's `data-lien` names one more column: the address of what that heading's cells lead to.
 * @param {HTMLTableElement} table
 * @param {HTMLTableRowElement[]} rows
 */
export function toCsv(table, rows) {
  const heads = [...(table.tHead?.rows[0].cells ?? [])];
  const linked = heads.filter((th) => th.dataset.lien);
  const names = heads.map((th) => th.dataset.nom ?? th.textContent ?? "").concat(linked.map((th) => th.dataset.lien ?? ""));
  const lines = rows.map((row) => {
    const addresses = linked.map((th) => row.cells[th.cellIndex].querySelector("a")?.href ?? "");
    return [...row.cells].map(value).concat(addresses);
  });
  return "\ufeff" + [names, ...lines].map((line) => line.map(cell).join(";")).join("\r\n") + "\r\n";
}

/**
 * What a cell says; a number without the spaces that make it legible, which a spreadsheet would take for text.
 * @param {HTMLTableCellElement} td
 */
function value(td) {
  const number = td.classList.contains("nombre") ? td.dataset.tri : undefined;
  return number ?? td.textContent ?? "";
}

/**
 * Hands a text to the visitor as a file.
 * @param {string} name
 * @param {string} text
 */
export function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
