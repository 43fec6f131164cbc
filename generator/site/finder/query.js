/** Reading what a visitor typed. */
import { fold, placeKey } from "../shell/fold.js";

const LONGEST = 80;
const CODE_LENGTH = 5;

const CODE_FIRST = /^(?:f )?(\d{5}|\d{2} \d{3}|2[ab] ?\d{3}|2[ab]\d{0,2}|\d{1,4})(?: (.*))?$/;
const CODE_LAST = /^(.*) (\d{5})$/;
const CEDEX = /\bcedex(?: \d{1,2})?\b/g;
const ORDINAL = /\b0?(\d{1,2}) ?(?:er|ere|e|eme|ieme|nd|nde)\b/g;
const ARTICLE = "(?: (?:de la|de l|du|des|de|d))? (?=.)";
/** @type {[RegExp, import("./places.js").Place["kind"]][]} */
const KINDS = [
  [
    new RegExp(
      "^(?:communaute de communes|communaute d agglomeration|communaute urbaine|agglomeration|agglo" +
        `|metropole|intercommunalite|etablissement public territorial|cc|ca|cu|ept)${ARTICLE}`,
    ),
    "epci",
  ],
  [new RegExp(`^(?:ville|commune|mairie)${ARTICLE}`), "commune"],
  [new RegExp(`^departement${ARTICLE}`), "departement"],
  [new RegExp(`^region${ARTICLE}`), "region"],
];
const LINK = /^(?:(?:de la|de l|du|des|de|d|dans le|dans la|dans l|en|le|la|les|l) )?(?=.)/;

/**
 * @typedef {object} Query
 * @property {string} key the name typed, as a place key; « » when there is none
 * @property {string} code the postal or INSEE code typed, or its beginning; « » when there is none
 * @property {boolean} postal whether the code can only be a postal one
 */

/**
 * @param {string} text
 * @returns {Query}
 */
export function readQuery(text) {
  const typed = fold(text.slice(0, LONGEST));
  const words = typed.replace(CEDEX, " ").replace(/ +/g, " ").trim();
  const postal = words !== typed;
  const first = CODE_FIRST.exec(words);
  // « 7 vallees » is a name.
  if (first && (first[1].length >= CODE_LENGTH || !first[2])) {
    return { code: first[1].replaceAll(" ", ""), key: nameIn(first[2] ?? ""), postal };
  }
  const last = CODE_LAST.exec(words);
  if (last) {
    return { code: last[2], key: nameIn(last[1]), postal };
  }
  return { code: "", key: nameIn(words), postal };
}

/**
 * @param {string} words
 * @returns {string}
 */
function nameIn(words) {
  const numbered = words.replace(ORDINAL, (_, number) => (number === "1" ? "1er" : `${number}e`));
  return placeKey(numbered.replace(/\b0(\d)\b/, "$1"));
}

/**
 * Reads « communauté de communes du … », « ville de … ».
 * @param {string} key
 * @returns {{key: string, kind: import("./places.js").Place["kind"]} | null}
 */
export function afterKind(key) {
  for (const [pattern, kind] of KINDS) {
    if (pattern.test(key)) {
      return { key: placeKey(key.replace(pattern, "")), kind };
    }
  }
  return null;
}

/**
 * Reads « saint denis 93 », « saint denis seine saint denis », « evry essonne ».
 * @param {string} key
 * @param {Map<string, string>} departements name by code
 * @returns {{key: string, departement: string} | null} the name before the département
 */
export function beforeDepartement(key, departements) {
  const words = key.split(" ");
  for (let at = 1; at < words.length; at += 1) {
    const told = words.slice(at).join(" ").replace(LINK, "");
    for (const [code, name] of departements) {
      const full = placeKey(name);
      const named = told === full || (told.length > 3 && full.startsWith(told));
      if (named || told === code.toLowerCase()) {
        return { key: words.slice(0, at).join(" "), departement: code };
      }
    }
  }
  return null;
}
