import assert from "node:assert/strict";
import { test } from "node:test";
import { readSelection, writeSelection } from "../../generator/site/explorer/address.js";
import { narrowed } from "../../generator/site/explorer/rows.js";

const VALUES = new Set(["en-cours", "bretagne", "normandie"]);
const FACETS = ["statut", "region"];
/** @param {string} search */
const read = (search) => readSelection(search, FACETS, (_, value) => VALUES.has(value));

test("the address holds the selection; a value that is not there is dropped", () => {
  const selection = read("?statut=en-cours,perdu&region=bretagne,normandie&q=santé+mentale&tri=-4");
  assert.deepEqual(selection, {
    chosen: new Map([
      ["statut", new Set(["en-cours"])],
      ["region", new Set(["bretagne", "normandie"])],
    ]),
    words: "santé mentale",
    sort: "-4",
  });
  assert.equal(read(`?q=${"x".repeat(900)}`).words.length, 200);
});

test("a selection that is written is read again, and the rest of the address stays", () => {
  const selection = read("?statut=en-cours&region=bretagne,normandie&q=eau&tri=2");
  const written = writeSelection("?commune=29232&statut=echu", selection);
  assert.equal(written, "?commune=29232&statut=en-cours&region=bretagne,normandie&q=eau&tri=2");
  assert.deepEqual(read(written), selection);
  assert.equal(writeSelection("?q=eau&tri=2", read("")), "");
});

/** @param {Record<string, string[]>} values */
const row = (values, text = "") => ({ values: new Map(Object.entries(values)), text: () => text });
const ROWS = [
  row({ statut: ["en-cours"], region: ["bretagne"] }, "pays de brest"),
  row({ statut: ["echu"], region: ["bretagne", "normandie"] }, "pays de fougeres"),
  row({ statut: ["en-cours"], region: ["corse"] }, "ajaccien"),
];

test("a row is kept for one of the chosen values of each facet, and every word", () => {
  const found = narrowed(ROWS, {
    chosen: new Map([
      ["statut", new Set(["en-cours", "echu"])],
      ["region", new Set(["bretagne"])],
    ]),
    words: "Pays Fougères",
  });
  assert.deepEqual(found.kept, [ROWS[1]]);
  assert.deepEqual(narrowed(ROWS, { chosen: new Map(), words: "" }).kept, ROWS);
  assert.deepEqual(narrowed(ROWS, { chosen: new Map(), words: "🙂" }).kept, []);
});

test("a choice counts the rows that it would leave, the other facets as they are", () => {
  const chosen = new Map([
    ["statut", new Set(["en-cours"])],
    ["region", new Set(["bretagne"])],
  ]);
  const { kept, counts } = narrowed(ROWS, { chosen, words: "" });
  assert.deepEqual(kept, [ROWS[0]]);
  assert.deepEqual(
    counts,
    new Map([
      [
        "statut",
        new Map([
          ["en-cours", 1],
          ["echu", 1],
        ]),
      ],
      [
        "region",
        new Map([
          ["bretagne", 1],
          ["corse", 1],
        ]),
      ],
    ]),
  );
});
