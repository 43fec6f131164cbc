/** The buttons that copy, download and print a comparison. */
import { downloadCsv } from "../shell/csv.js";
import { button, element } from "../shell/element.js";
import { toCsv, toMarkdown } from "./copies.js";

const FILE_NAME = "comparaison-cls.csv";

/**
 * @param {import("./data.js").Contract[]} contracts
 * @param {() => import("./table.js").Part[]} parts what is shown at the time
 */
export function copyBar(contracts, parts) {
  const told = element("span", { role: "status", class: "precision" });
  // Where a browser refuses the clipboard, the text is there to be selected.
  const spare = element("textarea", { readonly: "", rows: 6, "aria-label": "Texte à copier", hidden: "" });
  /** @param {string} text */
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      spare.hidden = true;
      told.textContent = "Copié.";
    } catch {
      spare.value = text;
      spare.hidden = false;
      spare.select();
      told.textContent = "Copiez le texte sélectionné (Ctrl+C).";
    }
  };
  return element(
    "span",
    { class: "comparateur__copies" },
    button("Copier en CSV", () => void copy(toCsv(contracts, parts()))),
    button("Copier en Markdown", () => void copy(toMarkdown(contracts, parts(), location.href))),
    button("Télécharger en CSV", () => downloadCsv(FILE_NAME, toCsv(contracts, parts()))),
    button("Imprimer", () => window.print()),
    told,
    spare,
  );
}
