/** The page that compares contracts: a choice in the address, and what it shows. */
import { element } from "../shell/element.js";
import { readChoice, writeChoice } from "./address.js";
import { Chooser } from "./chooser.js";
import { Data } from "./data.js";
import { Matcher } from "./matching.js";
import { chosenList, comparison, remarks, suggestions } from "./view.js";

class Page {
  /**
   * @param {HTMLElement} root
   * @param {Data} data loaded
   */
  constructor(root, data) {
    this.data = data;
    this.home = root.dataset.racine ?? "../";
    this.today = root.dataset.jour ?? "";
    this.most = Number(root.dataset.plus);
    /** @type {string[]} */
    this.ids = [];
    this.turn = 0;
    this.state = { onlyDifferences: false };
    const matcher = new Matcher(data);
    this.chooser = new Chooser(
      (typed) => matcher.proposals(typed, new Set(this.ids)),
      (id) => this.#go([...this.ids, id]),
      (status) => data.statuses.get(status) ?? status,
    );
    this.told = element("div", { class: "comparateur__remarques", role: "status" });
    this.chosen = element("div", { tabindex: "-1", role: "group", "aria-label": "Contrats choisis" });
    this.result = element("div");
    root.replaceChildren(this.told, this.chooser.root, this.chosen, this.result);
    root.hidden = false;
    window.addEventListener("popstate", () => void this.show());
  }

  /** Shows what the address asks for. */
  async show() {
    const turn = ++this.turn;
    const isKnown = (/** @type {string} */ id) => this.data.byId.has(id);
    const choice = readChoice(location.search, isKnown, this.most, this.data.today);
    this.ids = choice.ids;
    const told = remarks(choice, (id) => this.#nameOf(id), this.most);
    let contracts;
    try {
      contracts = await Promise.all(this.ids.map((id) => this.data.contract(id)));
    } catch (error) {
      console.warn(error);
      if (turn === this.turn)
        this.#tell([
          "Les données d’un contrat n’ont pas pu être chargées. Rechargez la page, ou suivez un des liens ci-dessous.",
        ]);
      return;
    }
    if (turn !== this.turn) return;
    this.#tell(told);
    this.chooser.setFull(this.ids.length >= this.most);
    this.chosen.replaceChildren(
      chosenList(contracts, this.data.statuses, this.home, this.#actions(contracts), this.most),
    );
    this.result.replaceChildren(...this.#results(contracts));
  }

  /** @param {import("./data.js").Contract[]} contracts */
  #results(contracts) {
    if (contracts.length > 1)
      return [comparison(contracts, this.data.terms, this.home, this.today, this.state)];
    return contracts.map((contract) =>
      suggestions(contract, (id) => this.#nameOf(id), this.#actions(contracts)),
    );
  }

  /**
   * @param {import("./data.js").Contract[]} contracts
   * @returns {import("./view.js").Actions}
   */
  #actions(contracts) {
    return {
      add: (id) => this.#go([...this.ids, id]),
      remove: (id) => {
        this.#go(this.ids.filter((other) => other !== id));
        // The button that had the focus is gone.
        this.chosen.focus();
      },
      addNeighbours: () => {
        this.#go([...new Set([...this.ids, ...contracts.flatMap(({ voisins }) => voisins)])]);
        this.chosen.focus();
      },
    };
  }

  /** @param {string[]} ids */
  #go(ids) {
    history.pushState(null, "", writeChoice(ids.slice(0, this.most)) || location.pathname);
    void this.show();
  }

  /** @param {string} id */
  #nameOf(id) {
    return this.data.byId.get(id)?.name ?? id;
  }

  /** @param {string[]} sentences */
  #tell(sentences) {
    this.told.replaceChildren(...sentences.map((sentence) => element("p", {}, sentence)));
  }
}

const root = /** @type {HTMLElement | null} */ (document.querySelector(".comparateur__outil"));
if (root) {
  try {
    const data = await new Data(root.dataset.donnees ?? "donnees/").load();
    await new Page(root, data).show();
  } catch (error) {
    console.warn(error);
    root.replaceChildren(
      element(
        "p",
        { role: "status" },
        "L’outil de comparaison n’a pas pu être chargé. Les liens ci-dessous mènent à chaque contrat comparé à ses voisins.",
      ),
    );
    root.hidden = false;
  }
}
