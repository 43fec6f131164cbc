/**
 * The rows of a long table that are near what the visitor sees: the others are out of the page, each batch of them
 * replaced by an empty row as tall, so that the page scrolls as if all were there.
 */
import { element } from "../shell/element.js";

/** Rows that come and go together; the page's own HTML has as many in each tbody. */
const BATCH = 50;
/** A table of no more rows than this is simply whole. */
const WHOLE = 200;
/** Beyond the window, so that neither a fast scroll nor Tab meets a hole. */
const MARGIN = "1500px 0px";
/**
 * @typedef {object} Batch
 * @property {HTMLTableRowElement[]} rows
 * @property {HTMLTableSectionElement} body
 * @property {number} first  place of its first row in the table, its heading being 1
 * @property {number} height  pixels; 0 until it was seen
 * @property {boolean} shown
 */

export class RowWindow {
  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.table = table;
    /** @type {Map<Element, Batch>} */
    this.batches = new Map();
    this.long = false;
    this.columns = table.tHead?.rows[0].cells.length ?? 1;
    this.watch = new IntersectionObserver((entries) => this.follow(entries), { rootMargin: MARGIN });
    addEventListener("beforeprint", () => this.showAll());
    addEventListener("afterprint", () => this.watchAll());
    // The browser's own search looks at what is in the page.
    addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
      if (key === "F3" || ((ctrlKey || metaKey) && key.toLowerCase() === "f")) this.showAll();
    });
  }

  /**
   * Makes the table be these rows, in this order.
   * @param {HTMLTableRowElement[]} rows
   */
  show(rows) {
    this.watch.disconnect();
    this.batches.clear();
    this.long = rows.length > WHOLE;
    for (const body of [...this.table.tBodies]) body.remove();
    for (let start = 0; start < rows.length || start === 0; start += BATCH) {
      const body = element("tbody");
      const some = rows.slice(start, start + BATCH);
      const batch = { rows: some, body, first: start + 2, height: 0, shown: false };
      this.batches.set(body, batch);
      if (!this.long || start === 0) this.fill(batch);
      else this.empty(batch);
      if (start > 0) continue;
      // What the others take is told from the first.
      this.table.append(body);
      batch.height = this.long ? body.getBoundingClientRect().height : 0;
    }
    this.table.append(...this.batches.keys());
    this.table.setAttribute("aria-rowcount", String(rows.length + 1));
    this.table.dataset.fenetre = "";
    this.watchAll();
  }

  /**
   * Scrolls to a row.
   * @param {number} place as its aria-rowindex says
   * @param {number} top  pixels from the top of the window
   */
  reach(place, top) {
    const found = [...this.batches.values()].find(({ first, rows }) => place < first + rows.length);
    if (!found) return;
    if (!found.shown) this.fill(found);
    scrollBy(0, found.rows[place - found.first].getBoundingClientRect().top - top);
  }

  showAll() {
    this.watch.disconnect();
    for (const batch of this.batches.values()) if (!batch.shown) this.fill(batch);
  }

  watchAll() {
    if (!this.long) return;
    for (const body of this.batches.keys()) this.watch.observe(body);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  follow(entries) {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const batch = this.batches.get(target);
      if (!batch) continue;
      if (batch.shown) batch.height = boundingClientRect.height;
      if (isIntersecting && !batch.shown) this.fill(batch);
      // What has the focus stays: the keyboard goes on from there.
      else if (!isIntersecting && batch.shown && !target.contains(document.activeElement)) this.empty(batch);
    }
  }

  /** @param {Batch} batch */
  fill(batch) {
    batch.rows.forEach((row, index) => {
      row.setAttribute("aria-rowindex", String(batch.first + index));
    });
    batch.body.replaceChildren(...batch.rows);
    batch.shown = true;
  }

  /** @param {Batch} batch */
  empty(batch) {
    const cell = element("td", { colspan: this.columns });
    cell.style.height = `${batch.height || batch.rows.length * this.rowHeight()}px`;
    batch.body.replaceChildren(element("tr", { "aria-hidden": "true" }, cell));
    batch.shown = false;
  }

  /** What a row is tall, after the batches that were seen. */
  rowHeight() {
    const seen = [...this.batches.values()].filter(({ height }) => height > 0);
    const rows = seen.reduce((sum, batch) => sum + batch.rows.length, 0);
    return seen.reduce((sum, batch) => sum + batch.height, 0) / rows;
  }
}
