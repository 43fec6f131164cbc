import { element } from "../shell/element.js";

/**
 * The national map under the list, brought in from its own page when a visitor asks for it: the list
 * weighs nothing more until then.
 * @param {HTMLDetailsElement} details
 */
export async function bringMap(details) {
  const place = details.querySelector("[data-carte]");
  if (!details.open || !(place instanceof HTMLElement) || place.dataset.state) return;
  place.dataset.state = "asked";
  try {
    const response = await fetch(place.dataset.carte ?? "");
    if (!response.ok) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const block = page.querySelector(".carte");
    if (!block) throw new Error("no map in the page");
    for (const sheet of page.head.querySelectorAll("link[rel=stylesheet]")) style(sheet, response.url);
    // Their addresses are from the map's page, and the data is about to be fetched anyway.
    for (const link of block.querySelectorAll("link[rel=preload]")) link.remove();
    const scripts = [...block.querySelectorAll("script")];
    for (const script of scripts) script.remove();
    place.replaceChildren(document.adoptNode(block));
    for (const script of scripts) await run(script, block, response.url);
  } catch (error) {
    delete place.dataset.state;
    place.textContent = "La carte n’a pas pu être chargée. Réessayez, ou ouvrez la page de la carte.";
    console.warn(error);
  }
}

/**
 * Links a style sheet of another page, unless this page has it.
 * @param {Element} sheet
 * @param {string} page address of the page that it is from
 */
function style(sheet, page) {
  const href = new URL(sheet.getAttribute("href") ?? "", page).href;
  const here = [
    .../** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=stylesheet]")),
  ];
  if (!here.some((link) => link.href === href))
    document.head.append(element("link", { rel: "stylesheet", href }));
}

/**
 * A parsed script never runs; its copy does. Each is waited for, in order.
 * @param {HTMLScriptElement} script
 * @param {Element} place
 * @param {string} page address of the page that the script is from
 */
function run(script, place, page) {
  const copy = document.createElement("script");
  for (const { name, value } of script.attributes) copy.setAttribute(name, value);
  copy.src = new URL(script.getAttribute("src") ?? "", page).href;
  return new Promise((resolve, reject) => {
    copy.addEventListener("load", resolve);
    copy.addEventListener("error", reject);
    place.append(copy);
  });
}
