/** Elements made by hand: every text is set as text, so that nothing of the data is ever read as HTML. */

/** @typedef {Record<string, string | number>} Attributes */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  return dressed(document.createElement(tag), attributes, children);
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function drawn(tag, attributes = {}, ...children) {
  return dressed(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/**
 * @param {string} text
 * @param {() => void} act
 * @param {Attributes} [attributes]
 */
export function button(text, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {URL | string} address of the web; any other kind gives no link
 * @param {string} label
 * @param {Attributes} [attributes]
 * @returns {HTMLElement}
 */
export function link(address, label, attributes = {}) {
  const url = new URL(address, document.baseURI);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return element("span", attributes, label);
  }
  const made = element("a", { ...attributes, href: String(address) }, label);
  if (url.origin !== location.origin) {
    made.rel = "noopener external";
  }
  return made;
}

/**
 * The badge of a status.
 * @param {string} status its id; anything else gives no other class
 * @param {string} label
 */
export function badge(status, label) {
  return element("span", { class: `statut statut--${status.replace(/[^a-z-]/g, "")}` }, label);
}

/**
 * @template {Element} Made
 * @param {Made} made
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 */
function dressed(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}
