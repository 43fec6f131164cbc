import assert from "node:assert/strict";
import { test } from "node:test";
import { mendedWord } from "../../generator/site/search/meant.js";
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

test("words that no page has are told, whatever their accents", () => {
  const found = ["Métropole", "cœurs", "Saint-Denis", "Straße"];
  const words = ["metro", "coeur", "denis", "strasse", "zzyzx", "metropolitain"];
  assert.deepEqual(unknownWords(words, found), ["zzyzx", "metropolitain"]);
});

test("a mistyped word is taken for the first that is a slip away", () => {
  const words = ["Addictions", "santé", "mentale", "Perpignan", "eau"];
  for (const [typed, meant] of [
    ["adictions", "Addictions"],
    ["mantale", "mentale"],
    ["PERPINIAN", undefined],
    ["perpigan", "Perpignan"],
    ["aeu", undefined],
  ]) {
    assert.equal(mendedWord(/** @type {string} */ (typed), words), meant, typed);
  }
});
