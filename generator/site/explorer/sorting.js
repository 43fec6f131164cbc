import { button } from "../shell/element.js";

/** @typedef {import("./rows.js").Row} Row */

const collator = new Intl.Collator("fr", { numeric: true, sensitivity: "base" });

/**
 * Turns a table's headings into buttons that sort it.
 * @param {HTMLTableElement} table
 * @param {Row[]} rows
 * @param {(sort: string, rows: Row[]) => void} changed  told « 3 » or « -3 »: the column, and its direction
 * @returns {(sort: string) => Row[]}  the rows as the address says; an unknown column changes nothing
 */
export function makeSortable(table, rows, changed) {
  const heads = [...(table.tHead?.rows[0].cells ?? [])];

  /** @param {string} sort */
  function sorted(sort) {
    const column = Math.abs(parseInt(sort, 10)) - 1;
    const down = sort.startsWith("-");
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    if (!heads[column]) return rows;
    const keyed = rows.map((row) => ({ row, key: keyOf(row.element, column) }));
    keyed.sort((a, b) => (down ? -1 : 1) * collator.compare(a.key, b.key));
    return keyed.map(({ row }) => row);
  }

  heads.forEach((head, index) => {
    const act = () => {
      const sort = head.getAttribute("aria-sort") === "ascending" ? `-${index + 1}` : `${index + 1}`;
      changed(sort, sorted(sort));
    };
    head.replaceChildren(button(head.textContent ?? "", act, { class: "tri" }));
  });
  return sorted;
}

/**
 * @param {HTMLTableRowElement} row
 * @param {number} column
 */
function keyOf(row, column) {
  const td = row.cells[column];
  return td.dataset.tri ?? (td.textContent ?? "").trim();
}
