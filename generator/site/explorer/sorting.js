import { button } from "../shell/element.js";

const collator = new Intl.Collator("fr", { numeric: true, sensitivity: "base" });

/**
 * Turns a table's headings into buttons that sort it.
 * @param {HTMLTableElement} table
 * @param {(sort: string) => void} changed  told « 3 » or « -3 »: the column, and its direction
 * @returns {(sort: string) => void}  sorts as the address says; an unknown column changes nothing
 */
export function makeSortable(table, changed) {
  const original = [...table.tBodies[0].rows];
  const heads = [...(table.tHead?.rows[0].cells ?? [])];

  /** @param {string} sort */
  function apply(sort) {
    const column = Math.abs(parseInt(sort, 10)) - 1;
    const down = sort.startsWith("-");
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    const rows = heads[column]
      ? [...original].sort((a, b) => (down ? -1 : 1) * collator.compare(key(a, column), key(b, column)))
      : original;
    table.tBodies[0].append(...rows);
  }

  heads.forEach((head, index) => {
    const act = () => {
      const sort = head.getAttribute("aria-sort") === "ascending" ? `-${index + 1}` : `${index + 1}`;
      apply(sort);
      changed(sort);
    };
    head.replaceChildren(button(head.textContent ?? "", act, { class: "tri" }));
  });
  return apply;
}

/**
 * @param {HTMLTableRowElement} row
 * @param {number} column
 */
function key(row, column) {
  const td = row.cells[column];
  return td.dataset.tri ?? (td.textContent ?? "").trim();
}
