/** The table as text to paste elsewhere: CSV for a spreadsheet, Markdown for a note. */
import { csvText } from "../shell/csv.js";
import { cellText } from "./table.js";

const HEAD = ["Rubrique", "Ligne"];

/**
 * @param {import("./data.js").Contract[]} contracts
 * @param {import("./table.js").Part[]} parts
 * @returns {string} CSV
 */
export function toCsv(contracts, parts) {
  const rows = parts.flatMap(({ title, rows }) =>
    rows.map(({ label, cells }) => [title, label, ...cells.map(cellText)]),
  );
  return csvText([[...HEAD, ...contracts.map(({ nom }) => nom)], ...rows]);
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
      ...rows.map(
        ({ label, cells }) => `| ${[label, ...cells.map(cellText)].map(markdownCell).join(" | ")} |`,
      ),
      "",
    ].join("\n"),
  );
  return `${blocks.join("\n")}\nSource : <${address}>\n`;
}

/** @param {string} text */
function markdownCell(text) {
  return text.replace(/[\\|<>[\]*_`]/g, "\\$&").replace(/\s*[\r\n]+\s*/g, " ");
}
