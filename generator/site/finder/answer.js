/** The answer for a commune or an intercommunalité; its data are told in `answers.py`, beside. */
import { element, link } from "./dom.js";
import { departementOf } from "./places.js";
import { count } from "./sentences.js";

/** @typedef {[name: string, status: string, period: string, address: string]} Contract */
/** @typedef {{label: string, family: string}} Status its family is one of those of `generator/model/vocabulary.py` */

/**
 * @typedef {object} Site
 * @property {URL} root
 * @property {Map<string, Status>} statuses by id
 * @property {string} report address of the page that says how to report a missing contract
 */

const IN_FORCE = "en-cours";

const GROUPS = [
  { families: [IN_FORCE], title: "Contrat en cours", many: "Contrats en cours" },
  {
    families: ["inconnue"],
    title: "Contrat signé dont la fin n’est pas connue",
    many: "Contrats signés dont la fin n’est pas connue",
    remark: "Les sources ne disent pas quand il finit\u00a0: il est peut-être encore en cours.",
  },
  {
    families: ["a-venir", "en-preparation"],
    title: "Contrat à venir ou en préparation",
    many: "Contrats à venir ou en préparation",
  },
  {
    families: ["passee"],
    title: "Contrat passé",
    many: "Contrats passés",
  },
];

/**
 * @param {any} file
 * @param {string} code INSEE code
 * @param {Site} site
 * @returns {HTMLElement[]} empty when the file does not know the commune
 */
export function communeAnswer(file, code, site) {
  if (!Object.hasOwn(file.communes, code)) {
    return [];
  }
  const [name, latitude, longitude, epci, rows, near] = file.communes[code];
  const contracts = rows.map((/** @type {number} */ row) => ({ contract: file.contrats[row] }));
  const current = contracts.some(({ contract }) => familyOf(contract, site) === IN_FORCE);
  const title = `${name} (${departementOf(code)})`;
  const place = [file.departement[0], file.region?.[0], file.epci[epci]];
  const body = [heading(title), element("p", "chercheur__lieu", distinct(place).join(" · "))];
  if (!current) {
    body.push(element("p", "chercheur__constat", verdict(name, contracts.length > 0)));
  }
  body.push(...groups(contracts, site));
  if (!current) {
    body.push(whom(file.ars));
    body.push(...nearest(near, file.contrats, site));
  }
  const position = latitude === null ? "" : `&lat=${latitude}&lon=${longitude}`;
  body.push(
    ways([
      [`carte/?commune=${code}${position}`, "Voir sur la carte"],
      ...page(file.departement),
      [`?commune=${code}`, "Lien vers cette réponse, à partager"],
      [site.report, "Signaler un contrat manquant"],
    ], site),
  );
  return body;
}

/**
 * @param {any} file
 * @param {string} siren
 * @param {Site} site
 * @returns {HTMLElement[]} empty when the file does not know the intercommunalité
 */
export function epciAnswer(file, siren, site) {
  if (!Object.hasOwn(file.epci, siren)) {
    return [];
  }
  const [name, communes, shared, departements] = file.epci[siren];
  const contracts = shared.map((/** @type {number[]} */ [row, covered]) => ({
    contract: file.contrats[row],
    note: covered === communes ? "toutes ses communes" : `${covered} de ses ${count(communes, "commune")}`,
  }));
  const lead = `${count(communes, "commune")} · ${departements.map((/** @type {string[]} */ d) => d[0]).join(", ")}`;
  const body = [heading(name), element("p", "chercheur__lieu", lead)];
  if (contracts.length === 0) {
    body.push(element("p", "chercheur__constat", verdict(name, false)));
  }
  body.push(...groups(contracts, site));
  const report = [site.report, "Signaler un contrat manquant"];
  body.push(ways([...departements.flatMap(page), report], site));
  return body;
}

/**
 * @param {string} text
 * @returns {HTMLElement}
 */
function heading(text) {
  const made = element("h2", "chercheur__titre", text);
  made.id = "chercheur-titre";
  return made;
}

/**
 * @param {string} name
 * @param {boolean} others whether contracts that do not run are known
 * @returns {string}
 */
function verdict(name, others) {
  return others
    ? `Aucun contrat en cours n’est recensé pour ${name}.`
    : `Aucun contrat n’est recensé pour ${name}. L’annuaire n’est pas complet\u00a0: il peut en exister un.`;
}

/**
 * @param {{contract: Contract, note?: string}[]} contracts
 * @param {Site} site
 * @returns {HTMLElement[]}
 */
function groups(contracts, site) {
  return GROUPS.flatMap(({ families, title, many, remark }) => {
    const found = contracts.filter(({ contract }) => families.includes(familyOf(contract, site)));
    if (found.length === 0) {
      return [];
    }
    const items = found.map(({ contract, note }) => item(contract, note ?? "", site));
    const made = [element("h3", "", found.length > 1 ? many : title)];
    if (remark) {
      made.push(element("p", "chercheur__precision", remark));
    }
    return [...made, element("ul", "chercheur__contrats", ...items)];
  });
}

/**
 * @param {Contract} contract
 * @param {Site} site
 * @returns {string}
 */
function familyOf(contract, site) {
  return site.statuses.get(contract[1])?.family ?? "";
}

/**
 * @param {Contract} contract
 * @param {string} note
 * @param {Site} site
 * @returns {HTMLElement}
 */
function item([name, status, period, address], note, site) {
  const badge = element("span", `statut statut--${status}`, site.statuses.get(status)?.label ?? status);
  const more = [period, note].filter(Boolean).join(" · ");
  const title = link(new URL(address, site.root), name);
  return element("li", "", title, " ", badge, " ", element("span", "chercheur__precision", more));
}

/**
 * @param {[name: string, site: string | null, page: string | null] | null} agency
 * @returns {HTMLElement}
 */
function whom(agency) {
  if (!agency) {
    return element("p", "", "L’annuaire ne connaît pas d’agence régionale de santé pour ce territoire.");
  }
  const [name, home, contracts] = agency;
  const made = element("p", "", "À qui demander\u00a0: ", home ? link(home, name) : name);
  if (contracts) {
    made.append(" (", link(contracts, "sa page sur les contrats locaux de santé"), ")");
  }
  made.append(".");
  return made;
}

/**
 * @param {[row: number, kilometres: number][]} near
 * @param {Contract[]} contracts
 * @param {Site} site
 * @returns {HTMLElement[]}
 */
function nearest(near, contracts, site) {
  if (near.length === 0) {
    return [];
  }
  const items = near.map(([row, kilometres]) => {
    const far = kilometres === 0 ? "commune limitrophe" : `à ${kilometres}\u00a0km`;
    const [name, status, , address] = contracts[row];
    return item([name, status, far, address], "", site);
  });
  const how = "Distance à vol d’oiseau, du centre de la commune au périmètre du contrat.";
  return [
    element("h3", "", "Contrats les plus proches"),
    element("ul", "chercheur__contrats", ...items),
    element("p", "chercheur__precision", how),
  ];
}

/**
 * @param {[address: string, label: string][]} links
 * @param {Site} site
 * @returns {HTMLElement}
 */
function ways(links, site) {
  const items = links.map(([address, label]) =>
    element("li", "", link(new URL(address, site.root), label)),
  );
  return element("ul", "chercheur__suites", ...items);
}

/**
 * @param {[name: string, address: string | null]} departement
 * @returns {[string, string][]} the link to its page, if it has one
 */
function page([name, address]) {
  return address ? [[address, `Contrats du département\u00a0: ${name}`]] : [];
}

/**
 * @param {(string | undefined)[]} names
 * @returns {string[]} those that are known, each once
 */
function distinct(names) {
  return [...new Set(names.filter((name) => name !== undefined && name !== null))];
}
