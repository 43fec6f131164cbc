/** Starts the commune finder of the page. */

import { Combobox } from "../shell/combobox.js";
import { element, link } from "../shell/element.js";
import { plural } from "../shell/french.js";
import { communeAnswer, epciAnswer } from "./answer.js";
import { Files } from "./files.js";
import { PlaceIndex } from "./index.js";
import { departementOf, detailOf, labelOf } from "./places.js";
import { FAILURE, sentence, UNKNOWN_ADDRESS } from "./sentences.js";

/** @typedef {import("./answer.js").CommunesFile} CommunesFile */
/** @typedef {import("./answer.js").EpcisFile} EpcisFile */
/** @typedef {import("./places.js").Place} Place */

const SHOWN = 10;
const CLOSE = 6;
const HEAD = 3;
const TAIL = 2;

class Finder {
  /** @type {Combobox<Place>} */
  #field;
  #answers = 0;

  /** @param {HTMLElement} block */
  constructor(block) {
    const { racine, donnees, statuts, groupes, rien, signaler, departements } = block.dataset;
    const root = new URL(racine ?? "./", document.baseURI);
    this.site = {
      root,
      statuses: new Map(
        JSON.parse(statuts ?? "[]").map((/** @type {string[]} */ [id, label, family]) => [
          id,
          { label, family },
        ]),
      ),
      groups: JSON.parse(groupes ?? "[]"),
      nothing: rien ?? "",
      report: signaler ?? "",
    };
    this.list = departements ?? "";
    this.files = new Files(new URL(donnees ?? "", root).href);
    this.index = new PlaceIndex(this.files);
    this.input = /** @type {HTMLInputElement} */ (block.querySelector("[role='combobox']"));
    this.answer = /** @type {HTMLElement} */ (block.querySelector(".chercheur__reponse"));
    const list = /** @type {HTMLElement} */ (block.querySelector("[role='listbox']"));
    const status = /** @type {HTMLElement} */ (block.querySelector("[role='status']"));
    this.#field = new Combobox(
      { input: this.input, list, status },
      { label: "chercheur__nom", detail: "chercheur__precision", unseen: "chercheur__etat--annonce" },
      (text) => this.#propose(text),
      ({ value }) => void this.#choose(value),
    );
    this.input.addEventListener("focus", () => void this.index.open().catch(() => {}), { once: true });
  }

  /** Answers for the commune or intercommunalité that the page's address names. */
  async openAddress() {
    const asked = new URLSearchParams(location.search);
    const commune = asked.get("commune")?.toUpperCase() ?? "";
    const epci = asked.get("epci") ?? "";
    if (/^(?:\d|2[AB])\d{3,4}$/.test(commune) && commune.length === 5) {
      await this.#openCommune(commune);
    } else if (/^\d{9}$/.test(epci)) {
      await this.#show("epci", epci);
    } else if (commune || epci) {
      this.#field.say(UNKNOWN_ADDRESS);
    }
  }

  /** @param {string} code of a commune, or of one that has merged, or of an arrondissement */
  async #openCommune(code) {
    if (await this.#show("commune", code)) {
      return;
    }
    try {
      const { places, equal } = await this.index.search(code);
      if (equal === 1) {
        await this.#show("commune", places[0].code);
      }
    } catch {
      this.#fail();
    }
  }

  /**
   * @param {string} text
   * @returns {Promise<import("../shell/combobox.js").Proposals<Place>>}
   */
  async #propose(text) {
    try {
      const found = await this.index.search(text);
      const { places, equal, how } = found;
      const shown = places.slice(0, how === "near" ? CLOSE : Math.max(SHOWN, equal));
      const options = shown.map((value) => ({
        label: labelOf(value),
        detail: detailOf(value, this.index.departements),
        value,
      }));
      const certain = how === "found" && (places.length === 1 || isCertain(places.slice(0, equal)));
      return { options, message: sentence(found, text, shown.length), certain };
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) {
        this.#fail();
      }
      return { options: [], message: "", certain: false };
    }
  }

  /** @param {Place} place */
  async #choose(place) {
    if (place.kind === "departement" || place.kind === "region") {
      location.assign(new URL(place.address, this.site.root));
      return;
    }
    await this.#show(place.kind, place.code);
  }

  /**
   * @param {"commune" | "epci"} kind
   * @param {string} code
   * @returns {Promise<boolean>} whether there was an answer
   */
  async #show(kind, code) {
    this.#answers += 1;
    const turn = this.#answers;
    const path =
      kind === "commune"
        ? `reponses/${code.slice(0, HEAD).toLowerCase()}.json`
        : `intercommunalites/${code.slice(-TAIL)}.json`;
    let file;
    try {
      file = await this.files.read(path, 0);
    } catch {
      this.#fail();
      return false;
    }
    if (turn !== this.#answers) {
      return true;
    }
    const body =
      kind === "commune"
        ? communeAnswer(/** @type {CommunesFile} */ (file), code, this.site)
        : epciAnswer(/** @type {EpcisFile} */ (file), code, this.site);
    if (body.length === 0) {
      this.#field.say(UNKNOWN_ADDRESS);
      return false;
    }
    this.#reveal(body);
    this.#keepAddress(kind, code);
    if (kind === "commune") {
      this.#tell(code, /** @type {CommunesFile} */ (file).communes[code]);
    }
    return true;
  }

  /** @param {HTMLElement[]} body */
  #reveal(body) {
    this.answer.replaceChildren(...body);
    this.answer.hidden = false;
    this.input.value = body[0].textContent ?? "";
    const verdict = this.answer.querySelector(".chercheur__constat")?.textContent;
    this.#field.say(verdict ?? `${this.input.value}\u00a0: ${this.#counts()}.`, false);
  }

  /** Contracts in force and those most likely so, each by its own number. */
  #counts() {
    const [current, likely] = ["en-cours", "vraisemblablement-en-cours"].map(
      (status) => this.answer.querySelectorAll(`.chercheur__contrats .statut--${status}`).length,
    );
    const told = `${plural(current, "contrat")} en cours`;
    return likely ? `${told} et ${likely} vraisemblablement en cours` : told;
  }

  /**
   * @param {string} kind
   * @param {string} code
   */
  #keepAddress(kind, code) {
    const url = new URL(location.href);
    for (const name of ["commune", "epci", "lat", "lon"]) {
      url.searchParams.delete(name);
    }
    url.searchParams.set(kind, code);
    history.replaceState(history.state, "", url);
  }

  /**
   * Tells the rest of the page, so that its map can move there.
   * @param {string} code
   * @param {import("./answer.js").Commune} commune
   */
  #tell(code, [name, latitude, longitude]) {
    const detail = { code, name, latitude, longitude, departement: departementOf(code) };
    document.dispatchEvent(new CustomEvent("finder:commune", { detail }));
  }

  #fail() {
    const list = link(new URL(this.list, this.site.root), "dans la liste des régions");
    this.answer.replaceChildren(element("p", { class: "chercheur__constat" }, `${FAILURE} `, list, "."));
    this.answer.hidden = false;
  }
}

/**
 * @param {Place[]} equal places that have exactly the name or the code typed
 * @returns {boolean} whether the first is meant: a commune rather than what bears its name
 */
function isCertain(equal) {
  const communes = equal.filter(({ kind }) => kind === "commune");
  return equal.length === 1 || (communes.length === 1 && communes[0] === equal[0]);
}

for (const block of document.querySelectorAll(".chercheur")) {
  if (block instanceof HTMLElement) {
    void new Finder(block).openAddress();
  }
}
