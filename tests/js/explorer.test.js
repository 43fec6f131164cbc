import assert from "node:assert/strict";
import { test } from "node:test";
import { readSelection, writeSelection } from "../../generator/site/explorer/address.js";

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
