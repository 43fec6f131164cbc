/** Making elements whose text stays text. */

/**
 * @param {string} tag
 * @param {string} [style] its class
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function element(tag, style, ...children) {
  const made = document.createElement(tag);
  if (style) {
    made.className = style;
  }
  made.append(...children);
  return made;
}

/**
 * @param {URL | string} address an address of the web; any other kind gives no link
 * @param {string} label
 * @returns {HTMLElement}
 */
export function link(address, label) {
  const url = new URL(address, document.baseURI);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return element("span", "", label);
  }
  const made = document.createElement("a");
  made.href = url.href;
  made.textContent = label;
  if (url.origin !== location.origin) {
    made.rel = "noopener external";
  }
  return made;
}
