import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { csvText } from "../../generator/site/shell/csv.js";
import { fold, placeKey } from "../../generator/site/shell/fold.js";
import { enumerated, plural, quoted } from "../../generator/site/shell/french.js";

/** @type {{name: string, fold: string, place: string}[]} */
const KEYS = JSON.parse(readFileSync(new URL("../keys.json", import.meta.url), "utf8"));

test("names have the keys that Python gives them", () => {
  assert.deepEqual(
    KEYS.map(({ name }) => ({ name, fold: fold(name), place: placeKey(name) })),
    KEYS,
  );
});

test("a cell of the CSV is what was written, and never a formula", () => {
  const cells = ["=1+1", "+33", "-1", "@a", "\tb", " =1", 'a"b', "a;b", "a\nb", "a", ""];
  assert.equal(
    csvText([cells, ["été"]]),
    `"'=1+1";"'+33";"'-1";"'@a";"'\tb";"' =1";"a""b";"a;b";"a\nb";a;\r\nété\r\n`,
  );
});

test("numbers, lists and quotations are printed as French has them", () => {
  assert.deepEqual(
    [0, 1, 2].map((count) => plural(count, "contrat")),
    ["0\u00a0contrat", "1\u00a0contrat", "2\u00a0contrats"],
  );
  assert.equal(plural(2, "commune voisine", "communes voisines"), "2\u00a0communes voisines");
  assert.deepEqual([[], ["a"], ["a", "b", "c"]].map(enumerated), ["", "a", "a, b et c"]);
  assert.equal(quoted("  deux \n mots "), "«\u00a0deux mots\u00a0»");
  assert.equal(quoted("🙂".repeat(50)), `«\u00a0${"🙂".repeat(40)}…\u00a0»`);
});
