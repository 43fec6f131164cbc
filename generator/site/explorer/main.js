/** The forms that narrow a table, and the map under it. */
import { button, element } from "../shell/element.js";
import { publish } from "../shell/selection.js";
import { readSelection, writeSelection } from "./address.js";
import { comeBack } from "./return.js";
import { RowWindow } from "./row_window.js";
import { narrowed, readRows } from "./rows.js";
import { makeSortable } from "./sorting.js";

/**
 * Makes a hidden form narrow the table that it names.
 * @param {HTMLFormElement} form
 */
export function startExplorer(form) {
  const table = document.getElementById(form.dataset.table ?? "");
  if (!(table instanceof HTMLTableElement)) return;
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[type=checkbox]")]);
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input[name=q]"));
  const facets = [...new Set(boxes.map((box) => box.name))];
  const rows = readRows(table, facets);
  const shown = new RowWindow(table);
  let sort = "";
  let ordered = rows;
  /** @type {import("./rows.js").Row[]} */
  let kept = [];
  const sorted = makeSortable(table, rows, (chosen, order) => {
    sort = chosen;
    ordered = order;
    update();
  });

  const selection = () => ({
    chosen: new Map(
      facets.map((facet) => [
        facet,
        new Set(boxes.filter((box) => box.name === facet && box.checked).map((box) => box.value)),
      ]),
    ),
    words: field.value,
  });

  function update() {
    const now = selection();
    const found = narrowed(ordered, now);
    kept = found.kept;
    shown.show(kept.map((row) => row.element));
    showCounts(form, boxes, found.counts, now);
    showFilters(form, boxes, field, update);
    showResult(form, kept.length, rows.length);
    const query = writeSelection(location.search, { ...now, sort });
    // No new page of history.
    history.replaceState(history.state, "", location.pathname + query + location.hash);
    publish({
      ids: new Set(kept.map((row) => row.element.dataset.id ?? "")),
      all: kept.length === rows.length,
    });
  }

  const start = readSelection(location.search, facets, (facet, value) =>
    boxes.some((box) => box.name === facet && box.value === value),
  );
  for (const box of boxes) box.checked = start.chosen.get(box.name)?.has(box.value) ?? false;
  for (const box of boxes) if (box.checked) box.closest("details")?.setAttribute("open", "");
  field.value = start.words;
  sort = start.sort;
  if (sort) ordered = sorted(sort);

  form.addEventListener("change", update);
  field.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    sort = "";
    ordered = sorted("");
    setTimeout(update);
  });
  form.querySelector("[data-geste=csv]")?.addEventListener("click", async () => {
    const { downloadRows } = await import("./cells.js");
    downloadRows(
      form.dataset.csv ?? "annuaire.csv",
      table,
      kept.map((row) => row.element),
    );
  });
  form.hidden = false;
  update();
  comeBack(table, shown);
}

/**
 * Beside each choice, how many rows it would leave, the other facets as they are.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement[]} boxes
 * @param {Map<string, Map<string, number>>} counts
 * @param {import("./rows.js").Selection} selection
 */
function showCounts(form, boxes, counts, selection) {
  for (const [facet, chosen] of selection.chosen) {
    for (const box of boxes.filter((one) => one.name === facet)) {
      const count = counts.get(facet)?.get(box.value) ?? 0;
      const label = box.closest("label");
      const shown = label?.querySelector("[data-compte]");
      if (shown) shown.textContent = String(count);
      label?.classList.toggle("vide", count === 0 && !box.checked);
    }
    const note = form.querySelector(`[data-facette-nombre="${facet}"]`);
    if (note) note.textContent = chosen.size ? `(${chosen.size})` : "";
  }
}

/**
 * The chosen filters as buttons that remove them.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement[]} boxes
 * @param {HTMLInputElement} field
 * @param {() => void} update
 */
function showFilters(form, boxes, field, update) {
  const list = /** @type {HTMLElement} */ (form.querySelector(".explorateur__filtres"));
  const items = boxes
    .filter((box) => box.checked)
    .map((box) => {
      const facet = box.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
      const label = box.closest("label")?.querySelector("span")?.textContent ?? box.value;
      return removable(`${facet}\u00a0: ${label}`, () => (box.checked = false), list, update);
    });
  if (field.value.trim()) {
    items.push(removable(`Mot\u00a0: ${field.value.trim()}`, () => (field.value = ""), list, update));
  }
  list.replaceChildren(...items);
}

/**
 * @param {string} label
 * @param {() => void} remove
 * @param {HTMLElement} list
 * @param {() => void} update
 */
function removable(label, remove, list, update) {
  const act = () => {
    const place = [...list.children].indexOf(item);
    remove();
    update();
    // The keyboard stays in the list: on the filter that took the place, else on « Tout effacer ».
    const next = list.children[Math.min(place, list.children.length - 1)]?.querySelector("button");
    (next ?? /** @type {HTMLElement} */ (list.closest("form")?.querySelector("[type=reset]")))?.focus();
  };
  const item = element("li", {}, button(label, act, { "aria-label": `Retirer le filtre ${label}` }));
  return item;
}

/**
 * @param {HTMLFormElement} form
 * @param {number} kept
 * @param {number} all
 */
function showResult(form, kept, all) {
  const place = /** @type {HTMLElement} */ (form.querySelector(".explorateur__resultat"));
  const { nom = "", noms = "" } = form.dataset;
  const text =
    kept === all
      ? `${all} ${all < 2 ? nom : noms}`
      : kept === 0
        ? `Rien ne correspond à ces filtres\u00a0: retirez-en un, ou effacez tout.`
        : `${kept} ${kept < 2 ? nom : noms} sur ${all}`;
  if (place.textContent !== text) place.textContent = text;
}

for (const form of document.querySelectorAll("form.explorateur")) {
  if (form instanceof HTMLFormElement) startExplorer(form);
}
for (const place of document.querySelectorAll("[data-carte]")) {
  const details = place.closest("details");
  details?.addEventListener("toggle", async () => (await import("./map.js")).bringMap(details));
}
