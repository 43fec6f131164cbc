/** Tables as CSV, for spreadsheets in French: semicolons, and no cell that would be a formula. */
import { element } from "./element.js";

/**
 * @param {string[][]} rows
 * @returns {string}
 */
export function csvText(rows) {
  return rows.map((row) => `${row.map(csvCell).join(";")}\r\n`).join("");
}

/**
 * A cell that a spreadsheet shows as it is: one that it would take for a formula begins with an apostrophe.
 * @param {string} text
 */
export function csvCell(text) {
  const plain = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(plain) || plain !== text ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * Hands a table to the visitor as a file.
 * @param {string} name
 * @param {string} text CSV
 */
export function downloadCsv(name, text) {
  // The byte order mark tells spreadsheets that the file is in UTF-8.
  const file = new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" });
  const address = URL.createObjectURL(file);
  element("a", { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
