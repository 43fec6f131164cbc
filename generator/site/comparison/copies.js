/** The table as text to paste elsewhere: CSV for a spreadsheet, Markdown for a note. */
import { cellText } from "./table.js";

const HEAD = ["Rubrique", "Ligne"];

/**
 * CSV with semicolons, as spreadsheets in French read it.
 * @param {import("./data.js").Contract[]} contracts
 * @param {import("./table.js").Part[]} parts
 */
export function toCsv(contracts, parts) {
  const lines = [[...HEAD, ...contracts.map(({ nom }) => nom)]];
  for (const { title, rows } of parts) {
    for (const { label, cells } of rows) lines.push([title, label, ...cells.map(cellText)]);
  }
  return lines.map((line) => line.map(csvCell).join(";")).join("\r\n") + "\r\n";
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
 * @param {import("./data.js").Contract[]} contracts
 * @param {import("./table.js").Part[]} parts
 * @param {string} address of the page that shows this comparison
 */
export function toMarkdown(contracts, parts, address) {
  const head = ["", ...contracts.map(({ nom }) => nom)].map(markdownCell);
  const blocks = parts.map(({ title, rows }) =>
    [
      `## ${markdownCell(title)}`,
      "",
      `| ${head.join(" | ")} |`,
      `|${" --- |".repeat(head.length)}`,
      ...rows.map(({ label, cells }) => `| ${[label, ...cells.map(cellText)].map(markdownCell).join(" | ")} |`),
      "",
    ].join("\n"),
  );
  return `${blocks.join("\n")}\nSource : <${address}>\n`;
}

/** @param {string} text */
function markdownCell(text) {
  return text.replace(/[\\|<>[\]*_`]/g, "\\$&").replace(/\s*[\r\n]+\s*/g, " ");
}
