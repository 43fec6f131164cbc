/** What the finder says of a search. */
import { plural, quoted } from "../shell/french.js";

/** @typedef {import("./index.js").Found} Found */

/** Said when a file cannot be had; a link to the list of départements follows. */
export const FAILURE =
  "La recherche ne répond pas\u00a0: la connexion est peut-être coupée. Réessayez, ou choisissez votre département";

/** Said of a code in the address that no commune bears. */
export const UNKNOWN_ADDRESS =
  "L’adresse demande une commune que l’annuaire ne connaît pas. Cherchez-la par son nom.";

/**
 * @param {Found} found
 * @param {string} text what was typed
 * @param {number} shown how many places the list shows
 * @returns {string}
 */
export function sentence({ how, places }, text, shown) {
  const typed = quoted(text);
  const counted = plural(shown, "réponse");
  switch (how) {
    case "nothing":
      return text.trim() ? "Tapez un nom de commune ou un code postal, en lettres ou en chiffres." : "";
    case "short":
      return "Tapez au moins deux lettres ou deux chiffres.";
    case "near":
      return `Aucun lieu de France ne s’appelle ${typed}. ${plural(shown, "nom proche", "noms proches")}.`;
    case "unknown-code":
      return (
        `Le code ${typed} n’est pas celui d’une commune (c’est peut-être un CEDEX). ` +
        `${plural(shown, "commune voisine", "communes voisines")}.`
      );
    case "none":
      return (
        `Aucune commune de France ne répond à ${typed}. Vérifiez l’orthographe, essayez le code postal, ` +
        "ou choisissez un département dans la liste."
      );
    default:
      return places.length > shown
        ? `Les ${counted} les plus probables. Pour les autres, précisez le nom ou le département.`
        : `${counted}.`;
  }
}
