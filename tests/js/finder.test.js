import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOf } from "../../generator/site/finder/places.js";
import { afterKind, beforeDepartement, readQuery } from "../../generator/site/finder/query.js";
import { coded, codedLike, misspelt, mistyped, named } from "../../generator/site/finder/rank.js";
import { isNear, nearlyBegins } from "../../generator/site/shell/spelling.js";

const NAMES = [
  placeOf(["35238", "Rennes", 227830], false),
  placeOf(["25488", "Rennes-sur-Loue", 91], false),
  placeOf(["91228", "Évry-Courcouronnes", 67131], false),
  placeOf(["89162", "Évry", 400], false),
  placeOf(["93066", "Saint-Denis", 150000], false),
  placeOf(["97411", "Saint-Denis", 153001], false),
  placeOf(["200054807", "Métropole du Grand Rennes", 9], false),
];
const CODES = [
  placeOf(["29232", "Quimper", 64530, "29000"], true),
  placeOf(["29232", "Quimper", 64530], true),
  placeOf(["29019", "Brest", 142722, "29200"], true),
  placeOf(["29173", "Plougastel", 13000, "29000 (ancien code INSEE)"], true),
];

/** @param {import("../../generator/site/finder/places.js").Place[]} places */
const codes = (places) => places.map(({ code }) => code);

test("a name, a code or both are read in what is typed", () => {
  const none = { code: "", key: "", postal: false };
  for (const [typed, read] of /** @type {const} */ ([
    ["29000", { ...none, code: "29000" }],
    ["29 000 Quimper", { ...none, code: "29000", key: "quimper" }],
    ["Quimper 29000", { ...none, code: "29000", key: "quimper" }],
    ["2A004", { ...none, code: "2a004" }],
    ["Quimper CEDEX 9", { ...none, key: "quimper", postal: true }],
    ["29107 cedex", { ...none, code: "29107", postal: true }],
    ["Lyon 03", { ...none, key: "lyon 3" }],
    ["Paris 12ème", { ...none, key: "paris 12e" }],
    ["7 vallées", { ...none, key: "7 vallees" }],
    ["L’Haÿ-les-Roses", { ...none, key: "hay les roses" }],
    ["🙂", none],
    ["x".repeat(200), { ...none, key: "x".repeat(80) }],
  ])) {
    assert.deepEqual(readQuery(typed), read, typed);
  }
});

test("what is said around a name is told from it", () => {
  const departements = new Map([
    ["93", "Seine-Saint-Denis"],
    ["91", "Essonne"],
    ["2A", "Corse-du-Sud"],
  ]);
  assert.deepEqual(afterKind("communaute de communes du pays bigouden"), {
    key: "pays bigouden",
    kind: "epci",
  });
  assert.deepEqual(afterKind("ville de mans"), { key: "mans", kind: "commune" });
  assert.equal(afterKind("quimper"), null);
  for (const [typed, key, departement] of [
    ["saint denis 93", "saint denis", "93"],
    ["saint denis seine saint denis", "saint denis", "93"],
    ["evry dans l essonne", "evry", "91"],
    ["ajaccio 2a", "ajaccio", "2A"],
  ]) {
    assert.deepEqual(beforeDepartement(typed, departements), { key, departement }, typed);
  }
  assert.equal(beforeDepartement("quimper", departements), null);
});

test("one slip is forgiven, and no more", () => {
  const slips = ["marseile", "marrseille", "maxseille", "amrseille", "barseille", "marseille"];
  assert.deepEqual(
    slips.filter((typed) => !isNear(typed, "marseille")),
    [],
  );
  assert.ok(!isNear("marseil", "marseille"));
  assert.ok(!isNear("masrielle", "marseille"));
  assert.ok(nearlyBegins("straxbo", "strasbourg"));
  assert.ok(!nearlyBegins("staxbo", "strasbourg"));
});

test("the likeliest place comes first", () => {
  assert.deepEqual(codes(named(NAMES, "rennes")), ["35238", "25488", "200054807"]);
  // A name in full, but for a town a hundred times as populous that begins with it.
  assert.deepEqual(codes(named(NAMES, "evry")), ["91228", "89162"]);
  assert.deepEqual(codes(named(NAMES, "saint denis")), ["97411", "93066"]);
  assert.deepEqual(codes(mistyped(NAMES, "renes")), ["35238", "25488"]);
  assert.deepEqual(misspelt(NAMES, "evr"), []);
});

test("a postal code comes before an INSEE code, and a present one before one long gone", () => {
  assert.deepEqual(codes(coded(CODES, "29000", false)), ["29232"]);
  assert.deepEqual(codes(coded(CODES, "292", false)), ["29019", "29232"]);
  assert.deepEqual(codes(coded(CODES, "29232", true)), []);
  assert.deepEqual(codes(codedLike(CODES, "29299")), ["29019", "29232"]);
});
