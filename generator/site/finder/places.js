/** Places, as the index files record them and as the list of answers shows them. */
import { placeKey } from "../shell/fold.js";

/**
 * @typedef {object} Place
 * @property {"commune" | "epci" | "departement" | "region"} kind
 * @property {string} code INSEE code or SIREN
 * @property {string} name
 * @property {number} weight the heavier comes first
 * @property {string} alias another name, or the code, under which the place was found; or « »
 * @property {string} address of its page from the site's root, for a département or région; or « »
 * @property {string} text what a query is compared with: the key of the alias, else of the name
 */

/** @typedef {[code: string, name: string, weight: number, alias?: string | null, address?: string]} PlaceRecord */

/**
 * @param {PlaceRecord} record
 * @param {boolean} byCode whether it comes from the files of codes
 * @returns {Place}
 */
export function placeOf([code, name, weight, alias, address], byCode) {
  const kind = code.startsWith("D") ? "departement" : code.startsWith("R") ? "region" : "commune";
  const text = byCode ? (alias ?? code).split(" ")[0].toLowerCase() : placeKey(alias ?? name);
  return {
    kind: code.length === 9 ? "epci" : kind,
    code: kind === "commune" ? code : code.slice(1),
    name,
    weight,
    alias: alias ?? (byCode ? `code INSEE ${code}` : ""),
    address: address ?? "",
    text,
  };
}

/**
 * @param {string} commune INSEE code
 * @returns {string} code of its département or overseas collectivité
 */
export function departementOf(commune) {
  return commune.slice(0, /^9[78]/.test(commune) ? 3 : 2);
}

/**
 * @param {Place} place
 * @returns {string} what the field shows once the place is chosen; typed again, it finds it again
 */
export function labelOf(place) {
  if (place.kind === "commune") {
    return `${place.name} (${departementOf(place.code)})`;
  }
  return place.kind === "departement" ? `${place.name} (${place.code})` : place.name;
}

/**
 * @param {Place} place
 * @param {Map<string, string>} departements name by code
 * @returns {string} what tells the place from its homonyms
 */
export function detailOf(place, departements) {
  if (place.kind !== "commune") {
    const kinds = { epci: "intercommunalité", departement: "département", region: "région" };
    return place.kind === "departement" && /^97[578]$/.test(place.code)
      ? "collectivité d’outre-mer"
      : kinds[place.kind];
  }
  const where = departements.get(departementOf(place.code)) ?? "";
  return [where, aliasOf(place)].filter(Boolean).join(", ");
}

/**
 * @param {Place} place a commune
 * @returns {string} why it answers, where its name does not say it
 */
function aliasOf(place) {
  if (/^\d{5}$/.test(place.alias)) {
    return `code postal ${place.alias}`;
  }
  if (!place.alias || /arrondissement|INSEE/.test(place.alias)) {
    return place.alias;
  }
  return `ancienne commune : ${place.alias}`.replace(" :", "\u00a0:");
}
