/** The dialog of the search: what is typed and chosen in, a list of results out. */
import { element } from "../shell/element.js";
import { quoted } from "../shell/french.js";
import { Engine } from "./engine.js";
import { isEnough, queryOf } from "./query.js";
import { resultItem } from "./results.js";

/** Results shown at once: each one is a fetch. */
const PAGE = 6;
/** Time without a key after which what is typed is searched, in milliseconds. */
const PAUSE = 180;

const INVITATION = "Écrivez au moins deux lettres.";
const LOADING = "Recherche en cours…";
const FAILURE = "La recherche n’a pas pu être chargée.";
const FAILURE_AT_HOME =
  "La recherche n’est pas dans cet aperçu\u00a0: elle est construite par make\u00a0site.";

/**
 * The keys that open the search: whether they do, as the reader chooses.
 * @typedef {{ areOn: () => boolean, set: (on: boolean) => void }} Keys
 */

export class SearchDialog {
  /**
   * @param {HTMLDialogElement} dialog
   * @param {HTMLButtonElement} button what opens it, and gets the focus back
   * @param {Keys} keys
   */
  constructor(dialog, button, keys) {
    this.dialog = dialog;
    this.button = button;
    this.form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
    this.field = /** @type {HTMLInputElement} */ (dialog.querySelector("input[type=search]"));
    this.selects = [...dialog.querySelectorAll("select")];
    this.message = /** @type {HTMLElement} */ (dialog.querySelector(".recherche__message"));
    this.proposal = /** @type {HTMLElement} */ (dialog.querySelector(".recherche__proposition"));
    this.list = /** @type {HTMLElement} */ (dialog.querySelector(".recherche__resultats"));
    this.more = /** @type {HTMLButtonElement} */ (dialog.querySelector(".recherche__suite"));
    this.hints = /** @type {HTMLElement} */ (dialog.querySelector(".recherche__pistes"));
    /** @type {Promise<Engine> | undefined} */
    this.engine = undefined;
    /** @type {import("./engine.js").Match[]} */
    this.matches = [];
    /** Number of the last search: the answer to an older one is dropped. */
    this.turn = 0;
    /** Text and choices that the list answers. */
    this.answered = "";
    this.timer = 0;
    this.#bind();
    this.#bindKeys(keys);
    this.#tell(INVITATION);
  }

  open() {
    if (this.dialog.open) return;
    this.dialog.showModal();
    this.field.focus();
    this.field.select();
    if (!this.engine) void this.#load();
  }

  #bind() {
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.#search(), PAUSE);
    });
    for (const select of this.selects) select.addEventListener("change", () => void this.#search());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#follow();
    });
    this.more.addEventListener("click", () => void this.#showMore(this.turn, true));
    this.dialog.addEventListener("keydown", (event) => this.#onKey(event));
    this.dialog.addEventListener("close", () => this.button.focus({ preventScroll: true }));
    this.dialog.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      // A click on the backdrop is one on the dialog itself. A link may lead to this very page.
      const leaves = target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (leaves || target === this.dialog || target.closest(".recherche__fermer")) this.dialog.close();
    });
  }

  /** @param {Keys} keys */
  #bindKeys(keys) {
    const box = /** @type {HTMLInputElement} */ (this.dialog.querySelector("[name=raccourcis]"));
    box.checked = keys.areOn();
    box.addEventListener("change", () => keys.set(box.checked));
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    // Material has shortcuts of its own on the page below.
    event.stopPropagation();
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === "Escape") {
      event.preventDefault();
      this.dialog.close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !target.matches("select")) {
      this.#move(event.key === "ArrowDown" ? 1 : -1, event);
    } else if (target.matches("a") && event.key.length === 1 && event.key !== " " && isPlain(event)) {
      this.field.focus();
    }
  }

  /**
   * From the field through the results and back; Tab reaches everything else.
   * @param {1 | -1} step
   * @param {KeyboardEvent} event
   */
  #move(step, event) {
    /** @type {HTMLElement[]} */
    const stops = [this.field, ...this.#links()];
    const target = /** @type {HTMLElement} */ (event.target);
    const next = stops.indexOf(target.closest("li")?.querySelector("a") ?? target) + step;
    if (next < step || next < 0 || next >= stops.length) return;
    event.preventDefault();
    stops[next].focus();
  }

  /** @returns {HTMLAnchorElement[]} */
  #links() {
    return /** @type {HTMLAnchorElement[]} */ ([...this.list.querySelectorAll(":scope > li > a")]);
  }

  async #load() {
    this.engine = Engine.load();
    try {
      this.#fill((await this.engine).filters, true);
      for (const select of this.selects) select.disabled = false;
    } catch (error) {
      console.warn(error);
      this.engine = undefined;
      this.#fail();
    }
  }

  /** The first result, once there is one for what is typed. */
  async #follow() {
    clearTimeout(this.timer);
    if (this.answered !== this.#asked()) await this.#search();
    this.#links()[0]?.click();
  }

  #asked() {
    return JSON.stringify([queryOf(this.field.value), this.#choices()]);
  }

  #choices() {
    return Object.fromEntries(
      this.selects.filter((select) => select.value).map((select) => [select.name, select.value]),
    );
  }

  async #search() {
    const turn = ++this.turn;
    const query = queryOf(this.field.value);
    if (!isEnough(query)) {
      this.#clear();
      this.#tell(INVITATION);
      return;
    }
    const asked = this.#asked();
    // One that is on its way may fail: it is asked for again.
    if (!(await this.engine?.then(Boolean, () => false))) await this.#load();
    if (!this.engine || turn !== this.turn) return;
    if (!this.list.childElementCount) this.#tell(LOADING);
    try {
      const { matches, counts, unknown, apart, meant } = await (await this.engine).search(
        query,
        this.#choices(),
      );
      if (turn !== this.turn) return;
      this.#clear();
      this.matches = matches;
      this.#fill(counts, false);
      await this.#showMore(turn, false);
      if (turn !== this.turn) return;
      this.answered = asked;
      this.#tell(this.#summary(unknown, apart), matches.length === 0);
      this.#propose(meant);
    } catch (error) {
      console.warn(error);
      if (turn === this.turn) this.#fail();
    }
  }

  /**
   * @param {string[]} unknown words that no page has
   * @param {string[]} apart words that no page has with the others
   */
  #summary(unknown, apart) {
    const typed = quoted(this.field.value);
    const filters = Object.keys(this.#choices()).length ? ", avec ces filtres" : "";
    const count = this.matches.length;
    if (!count) {
      const advice = filters ? "Essayez sans les filtres." : "Essayez un mot de moins, ou un mot plus court.";
      return `Aucun résultat pour ${typed}${filters}. ${advice}`;
    }
    const found = `${count} ${count > 1 ? "résultats" : "résultat"} pour ${typed}${filters}`;
    if (apart.length)
      return `${found}, sans «\u00a0${apart.join(" ")}\u00a0»\u00a0: aucune page n’a tous ces mots`;
    return unknown.length
      ? `${found}, sans «\u00a0${unknown.join(" ")}\u00a0», qui n’est dans aucune page`
      : found;
  }

  /** @param {string} meant what was perhaps meant; empty when nothing is proposed */
  #propose(meant) {
    this.proposal.hidden = !meant;
    if (!meant) return;
    const button = element("button", { type: "button" }, meant);
    button.addEventListener("click", () => {
      this.field.value = meant;
      this.field.focus();
      void this.#search();
    });
    this.proposal.replaceChildren("Vouliez-vous dire «\u00a0", button, "\u00a0»\u202f?");
  }

  /**
   * Adds the next results to the list.
   * @param {number} turn
   * @param {boolean} focus whether the first one added takes the focus
   */
  async #showMore(turn, focus) {
    const start = this.list.childElementCount;
    const pages = await Promise.all(this.matches.slice(start, start + PAGE).map((match) => match.data()));
    if (turn !== this.turn) return;
    this.list.append(...pages.map(resultItem));
    this.more.hidden = this.list.childElementCount >= this.matches.length;
    if (focus) this.#links()[start]?.focus();
  }

  /**
   * Writes the values of each filter with how many pages have them; a value without any page is left out,
   * unless it is the one chosen.
   * @param {import("./engine.js").Counts} counts
   * @param {boolean} initial whether the counts are those of the whole site
   */
  #fill(counts, initial) {
    for (const select of this.selects) {
      const chosen = select.value;
      const found = Object.entries(counts[select.name] ?? {}).filter(
        ([value, count]) => count > 0 || value === chosen,
      );
      if (initial && !found.length) /** @type {HTMLElement} */ (select.parentElement).hidden = true;
      if (chosen && !found.some(([value]) => value === chosen)) found.push([chosen, 0]);
      found.sort(([a], [b]) => a.localeCompare(b, "fr"));
      const options = found.map(([value, count]) => new Option(`${value} (${count})`, value));
      select.replaceChildren(/** @type {Node} */ (select.options[0]), ...options);
      select.value = chosen;
    }
  }

  #fail() {
    this.#clear();
    const home = ["localhost", "127.0.0.1"].includes(location.hostname);
    this.#tell(home ? FAILURE_AT_HOME : FAILURE, true);
  }

  #clear() {
    this.matches = [];
    this.answered = "";
    this.proposal.hidden = true;
    this.list.replaceChildren();
    this.more.hidden = true;
  }

  /**
   * @param {string} text
   * @param {boolean} [hints] whether to say where else to look
   */
  #tell(text, hints = false) {
    this.message.textContent = text;
    this.hints.hidden = !hints;
  }
}

/** @param {KeyboardEvent} event */
function isPlain(event) {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}
