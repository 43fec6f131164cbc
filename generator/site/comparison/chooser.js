/** The field where a contract is found and added. */
import { Combobox } from "../shell/combobox.js";
import { element } from "../shell/element.js";
import { plural } from "../shell/french.js";

/** @typedef {import("./matching.js").Proposal} Proposal */

const FEWEST = 2;
const HELP =
  "Écrivez le nom d’un territoire, d’une commune ou d’un département. Flèches pour parcourir, Entrée pour ajouter.";
const NONE = "Aucun contrat trouvé. Essayez un mot plus court, ou le nom d’une commune voisine.";
const LIST = "comparer-propositions";

export class Chooser {
  /** @type {Combobox<string>} */
  #combobox;

  /**
   * @param {(typed: string) => Promise<Proposal[]>} search
   * @param {(id: string) => void} choose
   * @param {(status: string) => string} statusLabel
   */
  constructor(search, choose, statusLabel) {
    this.search = search;
    this.statusLabel = statusLabel;
    this.field = element("input", {
      id: "comparer-champ",
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      maxlength: 100,
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": LIST,
      "aria-describedby": "comparer-aide",
    });
    const list = element("ul", { id: LIST, role: "listbox", "aria-label": "Contrats proposés", hidden: "" });
    const status = element("p", { class: "comparateur__message", role: "status" });
    this.root = element(
      "form",
      { class: "comparateur__choix" },
      element("label", { for: "comparer-champ" }, "Ajouter un contrat"),
      element("p", { id: "comparer-aide", class: "precision" }, HELP),
      element("div", { class: "comparateur__champ" }, this.field, list),
      status,
    );
    this.#combobox = new Combobox(
      { input: this.field, list, status },
      { label: "comparateur__nom", detail: "precision" },
      (typed) => this.#propose(typed),
      ({ label, value }) => {
        this.field.value = "";
        this.#combobox.say(`${label} ajouté.`);
        choose(value);
      },
    );
  }

  /** @param {boolean} full whether no other contract can be added */
  setFull(full) {
    this.field.disabled = full;
  }

  /**
   * @param {string} typed
   * @returns {Promise<import("../shell/combobox.js").Proposals<string>>}
   */
  async #propose(typed) {
    if (typed.trim().length < FEWEST) return { options: [], message: "", certain: false };
    const found = await this.search(typed);
    const message = found.length ? plural(found.length, "contrat proposé", "contrats proposés") : NONE;
    return { options: found.map((proposal) => this.#option(proposal)), message, certain: found.length > 0 };
  }

  /** @param {Proposal} proposal */
  #option({ summary: { id, name, place, status }, because }) {
    const detail = [place, this.statusLabel(status).toLowerCase(), because].filter(Boolean).join(", ");
    return { label: name, detail, value: id };
  }
}
