/**
 * A text field with a list of proposals: the ARIA 1.2 combobox whose list is chosen from by hand.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
import { element } from "./element.js";

/**
 * @template T
 * @typedef {object} Option
 * @property {string} label what the field shows once the option is chosen
 * @property {string} detail
 * @property {T} value
 */

/**
 * @template T
 * @typedef {object} Proposals
 * @property {Option<T>[]} options
 * @property {string} message announced, and shown under the field
 * @property {boolean} certain whether the first option is what was typed, without any doubt
 */

/**
 * @typedef {object} Parts
 * @property {HTMLInputElement} input in a form, which nothing else answers
 * @property {HTMLElement} list
 * @property {HTMLElement} status
 */

/**
 * @typedef {object} Styles their classes
 * @property {string} label
 * @property {string} detail
 * @property {string} [unseen] of a status that is announced only
 */

const TYPING_MS = 120;
const ANNOUNCE_MS = 250;

/** @template T */
export class Combobox {
  /** @type {Option<T>[]} */
  #options = [];
  #active = -1;
  #searches = 0;
  #typing = 0;
  #announcing = 0;

  /**
   * @param {Parts} parts
   * @param {Styles} styles
   * @param {(text: string) => Promise<Proposals<T>>} propose
   * @param {(option: Option<T>) => void} choose
   */
  constructor({ input, list, status }, styles, propose, choose) {
    this.input = input;
    this.list = list;
    this.status = status;
    this.styles = styles;
    this.propose = propose;
    this.choose = choose;
    input.addEventListener("input", () => this.#soon());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.close());
    input.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
    // The field keeps the focus while an option is pressed.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.#click(event));
  }

  /** Hides the list. */
  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  /**
   * @param {string} message announced once the visitor pauses
   * @param {boolean} [shown] whether it is to be seen too
   */
  say(message, shown = true) {
    clearTimeout(this.#announcing);
    this.#announcing = window.setTimeout(() => {
      if (this.styles.unseen) this.status.classList.toggle(this.styles.unseen, !shown);
      this.status.textContent = message;
    }, ANNOUNCE_MS);
  }

  #soon() {
    clearTimeout(this.#typing);
    this.#typing = window.setTimeout(() => void this.#search(), TYPING_MS);
  }

  /** @returns {Promise<Proposals<T> | null>} null when another search has begun meanwhile */
  async #search() {
    clearTimeout(this.#typing);
    this.#searches += 1;
    const search = this.#searches;
    const proposals = await this.propose(this.input.value);
    if (search !== this.#searches) {
      return null;
    }
    this.#show(proposals.options);
    this.say(proposals.message);
    return proposals;
  }

  /** @param {Option<T>[]} options */
  #show(options) {
    this.#options = options;
    this.list.replaceChildren(...options.map((option, row) => this.#item(option, row)));
    this.#activate(-1);
    const open = options.length > 0 && document.activeElement === this.input;
    this.list.hidden = !open;
    this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", String(open));
  }

  /**
   * @param {Option<T>} option
   * @param {number} row
   * @returns {HTMLElement}
   */
  #item({ label, detail }, row) {
    return element(
      "li",
      { id: `${this.list.id}-${row}`, role: "option", "aria-selected": "false" },
      element("span", { class: this.styles.label }, label),
      " ",
      element("span", { class: this.styles.detail }, detail),
    );
  }

  async #submit() {
    if (this.#active >= 0) {
      this.#take(this.#active);
      return;
    }
    this.input.focus();
    const proposals = await this.#search();
    if (proposals?.certain) {
      this.#take(0);
    } else if (proposals?.options.length) {
      this.#activate(0);
    }
  }

  /** @param {number} row */
  #take(row) {
    const option = this.#options[row];
    this.#searches += 1;
    clearTimeout(this.#typing);
    this.input.value = option.label;
    this.close();
    this.choose(option);
  }

  /** @param {number} row -1 for none */
  #activate(row) {
    this.list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = row;
    const item = this.list.children[row];
    if (!item) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    item.setAttribute("aria-selected", "true");
    item.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", item.id);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const item = event.target instanceof Element && event.target.closest("[role='option']");
    const row = item ? [...this.list.children].indexOf(item) : -1;
    if (row >= 0) {
      this.#take(row);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const row = this.#rowAfter(event.key);
    if (row !== null) {
      event.preventDefault();
      this.#activate(row);
    } else if (event.key === "Escape") {
      this.#escape(event);
    } else if (event.key === "ArrowDown" && this.list.hidden) {
      event.preventDefault();
      void this.#search();
    }
  }

  /**
   * @param {string} key
   * @returns {number | null} the row that the key leads to; -1 is the field itself
   */
  #rowAfter(key) {
    if (this.list.hidden) {
      return null;
    }
    const last = this.#options.length - 1;
    if (key === "ArrowDown") {
      return this.#active === last ? -1 : this.#active + 1;
    }
    if (key === "ArrowUp") {
      return this.#active < 0 ? last : this.#active - 1;
    }
    // In the field itself, these two keys move the caret.
    if (this.#active >= 0 && (key === "Home" || key === "End")) {
      return key === "Home" ? 0 : last;
    }
    return null;
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    clearTimeout(this.#typing);
    this.#searches += 1;
    if (!this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if (this.input.value) {
      event.preventDefault();
      this.input.value = "";
      this.say("");
    }
  }
}
