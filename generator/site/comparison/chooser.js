/** The field where a contract is found and added: an editable combobox with a list (ARIA practices). */
import { element } from "./element.js";
import { plural } from "./words.js";

const PAUSE = 120;
const HELP = "Écrivez le nom d’un territoire, d’une commune ou d’un département. Flèches pour parcourir, Entrée pour ajouter.";

export class Combobox {
  /**
   * @param {(typed: string) => Promise<import("./matching.js").Proposal[]>} search
   * @param {(id: string) => void} choose
   * @param {(status: string) => string} statusLabel
   */
  constructor(search, choose, statusLabel) {
    this.search = search;
    this.choose = choose;
    this.statusLabel = statusLabel;
    /** @type {import("./matching.js").Proposal[]} */
    this.proposals = [];
    this.active = -1;
    this.turn = 0;
    this.timer = 0;
    this.field = /** @type {HTMLInputElement} */ (
      element("input", {
        id: "comparer-champ",
        type: "text",
        role: "combobox",
        autocomplete: "off",
        spellcheck: "false",
        maxlength: "100",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": "comparer-propositions",
        "aria-describedby": "comparer-aide",
      })
    );
    this.list = element("ul", { id: "comparer-propositions", role: "listbox", "aria-label": "Contrats proposés", hidden: "" });
    this.message = element("p", { class: "comparateur__message", role: "status" });
    this.root = element(
      "div",
      { class: "comparateur__choix" },
      element("label", { for: "comparer-champ" }, "Ajouter un contrat"),
      element("p", { id: "comparer-aide", class: "precision" }, HELP),
      element("div", { class: "comparateur__champ" }, this.field, this.list),
      this.message,
    );
    this.#bind();
  }

  #bind() {
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.#propose(), PAUSE);
    });
    this.field.addEventListener("keydown", (event) => this.#onKey(event));
    this.field.addEventListener("blur", () => this.#close());
    // The field keeps the focus, or its blur would close the list before the click.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = /** @type {Element} */ (event.target).closest("[role=option]");
      if (option) this.#take([...this.list.children].indexOf(option));
    });
  }

  /** @param {boolean} full whether no other contract can be added */
  setFull(full) {
    this.field.disabled = full;
  }

  async #propose() {
    const turn = ++this.turn;
    const typed = this.field.value;
    if (typed.trim().length < 2) {
      this.#close();
      this.message.textContent = "";
      return;
    }
    const proposals = await this.search(typed);
    if (turn !== this.turn || document.activeElement !== this.field) return;
    this.#open(proposals);
    this.message.textContent = proposals.length
      ? plural(proposals.length, "contrat proposé", "contrats proposés")
      : "Aucun contrat trouvé. Essayez un mot plus court, ou le nom d’une commune voisine.";
  }

  /** @param {import("./matching.js").Proposal[]} proposals */
  #open(proposals) {
    this.proposals = proposals;
    this.list.replaceChildren(
      ...proposals.map(({ summary, because }, rank) =>
        element(
          "li",
          { id: `comparer-option-${rank}`, role: "option", "aria-selected": "false" },
          summary.name,
          element(
            "span",
            { class: "precision" },
            [summary.place, this.statusLabel(summary.status).toLowerCase(), because].filter(Boolean).join(", "),
          ),
        ),
      ),
    );
    this.#setActive(-1);
    this.list.hidden = !proposals.length;
    this.field.setAttribute("aria-expanded", String(proposals.length > 0));
  }

  #close() {
    this.turn++;
    clearTimeout(this.timer);
    this.#open([]);
  }

  /** @param {number} rank */
  #setActive(rank) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = rank;
    const option = this.list.children[rank];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.field.setAttribute("aria-activedescendant", option.id);
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const count = this.proposals.length;
    // Material has shortcuts of its own on the page.
    event.stopPropagation();
    if (event.key === "ArrowDown" && count) this.#setActive((this.active + 1) % count);
    else if (event.key === "ArrowUp" && count) this.#setActive((Math.max(this.active, 0) - 1 + count) % count);
    else if (event.key === "Enter") this.#take(Math.max(this.active, 0));
    else if (event.key === "Escape" && count) this.#close();
    else return;
    event.preventDefault();
  }

  /** @param {number} rank */
  #take(rank) {
    const proposal = this.proposals[rank];
    if (!proposal) return;
    this.field.value = "";
    this.#close();
    this.message.textContent = `${proposal.summary.name} ajouté.`;
    this.choose(proposal.summary.id);
  }
}
