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
 * The visible rows of a table as CSV (semicolons and a byte order mark, as French spreadsheets expect),
 * with the address of what each row leads to.
 * @param {HTMLTableElement} table
 * @param {HTMLTableRowElement[]} rows
 */
export function toCsv(table, rows) {
  const head = [...(table.tHead?.rows[0].cells ?? [])].map((th) => cell(th.dataset.nom ?? th.textContent ?? ""));
  const lines = rows.map((row) => {
    const link = row.querySelector("a");
    return [...row.cells].map((td) => cell(td.textContent ?? "")).concat(cell(link ? link.href : ""));
  });
  return "\ufeff" + [head.concat(cell("Adresse")), ...lines].map((line) => line.join(";")).join("\r\n") + "\r\n";
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
