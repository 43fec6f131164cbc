/** The answer for a commune or an intercommunalité; its data are told in `generator/site/finder/answers.py`. */
import { badge, element, link } from "../shell/element.js";
import { plural } from "../shell/french.js";
import { departementOf } from "./places.js";

/** @typedef {[name: string, status: string, dates: string, address: string]} Contract */
/** @typedef {{label: string, family: string}} Status its family is one of those of `generator/model/vocabulary.py` */
/** @typedef {[family: string, title: string, titles: string, verdict: string, remark: string]} Group said by `groups.py` */
/** @typedef {[name: string, site: string | null, page: string | null]} Agency */
/** @typedef {[name: string, address: string | null]} Area with the address of its page, if it has one */
/** @typedef {[row: number, kilometres: number][]} Near */
/** @typedef {[name: string, latitude: number | null, longitude: number | null, epci: number | null, rows: number[], near: Near]} Commune */
/** @typedef {[name: string, communes: number, shared: [row: number, covered: number][], departements: Area[]]} Epci */

/**
 * Both files list contracts, which are cited by their row.
 * @typedef {object} CommunesFile
 * @property {Contract[]} contrats
 * @property {Record<string, Commune>} communes by INSEE code
 * @property {string[]} epci their names
 * @property {Area} departement
 * @property {Area | null} region
 * @property {Agency | null} ars
 *
 * @typedef {{contrats: Contract[], epci: Record<string, Epci>}} EpcisFile by SIREN
 */

/**
 * @typedef {object} Site
 * @property {URL} root
 * @property {Map<string, Status>} statuses by id
 * @property {Group[]} groups the first that holds a contract gives the verdict, in which {lieu} is the place
 * @property {string} nothing the verdict where there is no contract
 * @property {string} report address of the page that says how to report a missing contract
 */

const REPORT = "Signaler un contrat manquant";

/**
 * @param {CommunesFile} file
 * @param {string} code INSEE code
 * @param {Site} site
 * @returns {HTMLElement[]} empty when the file does not know the commune
 */
export function communeAnswer(file, code, site) {
  if (!Object.hasOwn(file.communes, code)) {
    return [];
  }
  const [name, latitude, longitude, epci, rows, near] = file.communes[code];
  const contracts = rows.map((row) => ({ contract: file.contrats[row] }));
  const told = verdict(name, contracts, site);
  const title = `${name} (${departementOf(code)})`;
  const place = [file.departement[0], file.region?.[0], epci === null ? undefined : file.epci[epci]];
  const body = [heading(title), element("p", { class: "chercheur__lieu" }, distinct(place).join(" · "))];
  if (told) {
    body.push(element("p", { class: "chercheur__constat" }, told));
  }
  body.push(...groups(contracts, site));
  if (told) {
    body.push(whom(file.ars));
    body.push(...nearest(near, file.contrats, site));
  }
  const position = latitude === null ? "" : `&lat=${latitude}&lon=${longitude}`;
  body.push(
    ways(
      [
        [`carte/?commune=${code}${position}`, "Voir sur la carte"],
        ...page(file.departement),
        [`?commune=${code}`, "Lien vers cette réponse, à partager"],
        [site.report, REPORT],
      ],
      site,
    ),
  );
  return body;
}

/**
 * @param {EpcisFile} file
 * @param {string} siren
 * @param {Site} site
 * @returns {HTMLElement[]} empty when the file does not know the intercommunalité
 */
export function epciAnswer(file, siren, site) {
  if (!Object.hasOwn(file.epci, siren)) {
    return [];
  }
  const [name, communes, shared, departements] = file.epci[siren];
  const contracts = shared.map(([row, covered]) => ({
    contract: file.contrats[row],
    note: covered === communes ? "toutes ses communes" : `${covered} de ses ${plural(communes, "commune")}`,
  }));
  const lead = `${plural(communes, "commune")} · ${departements.map(([area]) => area).join(", ")}`;
  const body = [heading(name), element("p", { class: "chercheur__lieu" }, lead)];
  if (contracts.length === 0) {
    body.push(element("p", { class: "chercheur__constat" }, verdict(name, contracts, site)));
  }
  body.push(...groups(contracts, site));
  body.push(ways([...departements.flatMap(page), [site.report, REPORT]], site));
  return body;
}

/**
 * @param {string} text
 * @returns {HTMLElement}
 */
function heading(text) {
  const made = element("h2", { class: "chercheur__titre" }, text);
  made.id = "chercheur-titre";
  return made;
}

/**
 * @param {string} name
 * @param {{contract: Contract}[]} contracts
 * @param {Site} site
 * @returns {string} empty where a contract is in force
 */
function verdict(name, contracts, site) {
  const families = new Set(contracts.map(({ contract }) => familyOf(contract, site)));
  const first = site.groups.find(([family]) => families.has(family));
  return (first ? first[3] : site.nothing).replaceAll("{lieu}", () => name);
}

/**
 * @param {{contract: Contract, note?: string}[]} contracts
 * @param {Site} site
 * @returns {HTMLElement[]}
 */
function groups(contracts, site) {
  return site.groups.flatMap(([family, title, titles, , remark]) => {
    const found = contracts.filter(({ contract }) => familyOf(contract, site) === family);
    if (found.length === 0) {
      return [];
    }
    const items = found.map(({ contract, note }) => item(contract, note ?? "", site));
    const made = [element("h3", {}, found.length > 1 ? titles : title)];
    if (remark) {
      made.push(element("p", { class: "chercheur__precision" }, remark));
    }
    return [...made, element("ul", { class: "chercheur__contrats" }, ...items)];
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
function item([name, status, dates, address], note, site) {
  const more = [dates, note].filter(Boolean).join(" · ");
  const title = link(new URL(address, site.root), name);
  return element(
    "li",
    {},
    title,
    " ",
    badge(status, site.statuses.get(status)?.label ?? status),
    " ",
    element("span", { class: "chercheur__precision" }, more),
  );
}

/**
 * @param {Agency | null} agency
 * @returns {HTMLElement}
 */
function whom(agency) {
  if (!agency) {
    return element("p", {}, "L’annuaire ne connaît pas d’agence régionale de santé pour ce territoire.");
  }
  const [name, home, contracts] = agency;
  const made = element("p", {}, "À qui demander\u00a0: ", home ? link(home, name) : name);
  if (contracts) {
    made.append(" (", link(contracts, "sa page sur les contrats locaux de santé"), ")");
  }
  made.append(".");
  return made;
}

/**
 * @param {Near} near
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
    element("h3", {}, "Contrats les plus proches"),
    element("ul", { class: "chercheur__contrats" }, ...items),
    element("p", { class: "chercheur__precision" }, how),
  ];
}

/**
 * @param {[address: string, label: string][]} links
 * @param {Site} site
 * @returns {HTMLElement}
 */
function ways(links, site) {
  const items = links.map(([address, label]) => element("li", {}, link(new URL(address, site.root), label)));
  return element("ul", { class: "chercheur__suites" }, ...items);
}

/**
 * @param {Area} departement
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
  return [...new Set(names.filter((name) => name !== undefined))];
}
