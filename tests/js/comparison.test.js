import assert from "node:assert/strict";
import { test } from "node:test";
import { readChoice, writeChoice } from "../../generator/site/comparison/address.js";
import { toMarkdown } from "../../generator/site/comparison/copies.js";
import { sideBySide } from "../../generator/site/comparison/table.js";
import { briefly } from "../../generator/site/comparison/timeline.js";

const KNOWN = new Set(["lyon-2023", "nice-2024", "lille-2024"]);

/**
 * @param {string} nom
 * @param {Record<string, string[]>} dates
 * @returns {import("../../generator/site/comparison/data.js").Contract}
 */
function contract(nom, dates) {
  return {
    id: nom,
    nom,
    statut: "en-cours",
    etat: "En cours jusqu’en 2028",
    adresse: "",
    signature: null,
    trace: null,
    incertain: false,
    rubriques: { dates },
    voisins: [],
    comparables: [],
  };
}

test("a long name keeps what tells it from others of its territory", () => {
  const long = "CLS du Bassin d’Aurillac, du Carladès et de la Châtaigneraie cantalienne";
  assert.equal(briefly("CLS de Lille, signé en 2012"), "CLS de Lille, signé en 2012");
  assert.equal(briefly(`${long}, signé en 2016`), "CLS du Bassin d’Aurill…, signé en 2016");
  assert.equal(briefly(long), "CLS du Bassin d’Aurillac, du Carladès…");
  const prepared = briefly("CLS du Pays du Lunévillois, en préparation en 2024");
  assert.equal(prepared, "CLS du Pays d…, en préparation en 2024");
});

test("the address holds the choice, and what it asks for wrongly is told", () => {
  const search = "?c=lyon-2023, inconnu,lyon-2023&c=nice-2024,,lille-2024";
  assert.deepEqual(
    readChoice(search, (id) => KNOWN.has(id), 2),
    {
      ids: ["lyon-2023", "nice-2024"],
      unknown: ["inconnu"],
      repeated: ["lyon-2023"],
      beyond: ["lille-2024"],
    },
  );
  const today = { "lyon-preparation": "lyon-2023" };
  const asked = "?c=lyon-preparation,lyon-2023,constructor";
  assert.deepEqual(
    readChoice(asked, (id) => KNOWN.has(id), 2, today),
    {
      ids: ["lyon-2023"],
      unknown: ["constructor"],
      repeated: ["lyon-2023"],
      beyond: [],
    },
  );
  assert.equal(readChoice(`?c=${"x,".repeat(9000)}`, () => true, 6).ids.length, 1);
});

test("a choice that is written is read again", () => {
  for (const ids of [[], ["lyon-2023"], ["lyon-2023", "à & b"]]) {
    assert.deepEqual(readChoice(writeChoice(ids), () => true, 6).ids, ids);
  }
  assert.equal(writeChoice([]), "");
});

test("a difference is what both sources tell, and a pasted table keeps its columns", () => {
  const contracts = [
    contract("CLS | A", { debut: ["2023"], fin: ["2028"] }),
    contract("CLS B", { debut: ["2024"] }),
  ];
  /** @type {[string, string][]} */
  const rows = [
    ["debut", "Début"],
    ["fin", "Fin"],
  ];
  const parts = sideBySide(contracts, [
    { id: "dates", titre: "Dates", remarque: "", listes: false, lignes: rows },
  ]);
  assert.deepEqual(
    parts[0].rows.map(({ label, differs }) => [label, differs]),
    [
      ["Début", true],
      ["Fin", false],
    ],
  );
  assert.equal(
    toMarkdown(contracts, parts, "https://exemple.fr/comparer/"),
    "## Dates\n\n|  | CLS \\| A | CLS B |\n| --- | --- | --- |\n| Début | 2023 | 2024 |\n" +
      "| Fin | 2028 | non renseigné |\n\nSource : <https://exemple.fr/comparer/>\n",
  );
});
