import assert from "node:assert/strict";
import { test } from "node:test";
import { asWritten, isEnough, queryOf, unknownWords } from "../../generator/site/search/query.js";

test("what is typed becomes a query", () => {
  for (const [typed, query] of [
    ["  Santé   mentale ", "Santé mentale"],
    ["qualité de l’eau", "qualité eau"],
    ["l'hôpital d’Évry", "hôpital Évry"],
    ["aujourd’hui", "aujourd’hui"],
    ["le", "le"],
    ["coeur et voeux", "cœur vœux"],
    ["« qualité de l’air »", '"qualité de l’ air"'],
    ["!!! ???", ""],
  ]) {
    assert.equal(queryOf(typed), query, typed);
  }
});

test("one letter is not searched for", () => {
  assert.deepEqual(["", "a", "é!", "ars", "🙂"].map(isEnough), [false, false, false, true, true]);
});

test("elided words are put together again, around a mark too", () => {
  assert.equal(
    asWritten("l’ eau, d' <mark>air</mark> et <mark>l’</mark> ARS"),
    "l’eau, d'<mark>air</mark> et <mark>l’</mark>ARS",
  );
});

test("words that no page has are told, whatever their accents and endings", () => {
  const found = ["Métropole", "cœurs", "Saint-Denis", "Straße"];
  assert.deepEqual(unknownWords("metropoles coeur denis strasse zzyzx", found), ["zzyzx"]);
  assert.deepEqual(unknownWords('"metropole zzyzx"', found), []);
});
