/**
 * Back from a page that a row led to, the visitor is where they left. The browser alone would scroll as many pixels
 * as before, and the rows that are out of the page are only about as tall as it is told.
 */

/**
 * @param {HTMLTableElement} table
 * @param {import("./row_window.js").RowWindow} shown
 */
export function comeBack(table, shown) {
  const { rang, haut } = history.state ?? {};
  if (shown.long && typeof rang === "number" && typeof haut === "number") {
    shown.reach(rang, haut);
    history.replaceState(null, "");
    history.scrollRestoration = "auto";
  }
  table.addEventListener("click", ({ target }) => {
    const row = target instanceof Element && target.closest("a") ? target.closest("tr") : null;
    if (!shown.long || !row?.ariaRowIndex) return;
    history.replaceState({ rang: Number(row.ariaRowIndex), haut: row.getBoundingClientRect().top }, "");
    history.scrollRestoration = "manual";
  });
}
