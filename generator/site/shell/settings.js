/**
 * What Material's own inline scripts do, in a file: the functions that its bundle keeps settings with, and the
 * colours, set before the page is drawn. After mkdocs-material 9.8.1, partials/javascripts/base.html and
 * palette.html. Changed: nothing is written to the device before a choice is made (Material writes its palette at
 * the first visit), so the device's own preference is looked at on each page; and storage may be refused.
 */
(() => {
  // biome-ignore lint/suspicious/noRedundantUseStrict: this is a classic script, not a module.
  "use strict";

  const PALETTE = "__palette";
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const scope = new URL(script.dataset.racine ?? ".", location.href);

  /**
   * A kept setting, or null.
   * @param {string} key
   * @param {Storage} [storage]
   * @param {URL} [where]
   */
  function kept(key, storage, where = scope) {
    try {
      return JSON.parse((storage ?? localStorage).getItem(`${where.pathname}.${key}`) ?? "null");
    } catch {
      return null;
    }
  }

  // What waits for its script to be shown, such as the end of a long list, is shown when the script does not come.
  addEventListener(
    "error",
    ({ target }) => {
      if (target === window || target instanceof HTMLScriptElement) {
        document.documentElement.dataset.script = "manquant";
      }
    },
    true,
  );

  let chosen = kept(PALETTE) !== null;

  /**
   * @param {string} key
   * @param {unknown} value
   * @param {Storage} [storage]
   * @param {URL} [where]
   */
  function keep(key, value, storage, where = scope) {
    if (key === PALETTE && !chosen) return;
    try {
      (storage ?? localStorage).setItem(`${where.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // Storage is refused or full: the choice holds for this page.
    }
  }

  Object.assign(globalThis, {
    __md_scope: scope,
    __md_hash: (/** @type {string} */ text) =>
      [...text].reduce((hash, char) => (hash << 5) - hash + char.charCodeAt(0), 0),
    __md_get: kept,
    __md_set: keep,
  });

  const choices = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[name=__palette]")]);
  for (const choice of choices) choice.addEventListener("change", () => (chosen = true));

  const preferred = choices.find((choice) => matchMedia(choice.dataset.mdColorMedia ?? "").matches);
  const colours = kept(PALETTE)?.color ?? {
    scheme: preferred?.dataset.mdColorScheme,
    primary: preferred?.dataset.mdColorPrimary,
    accent: preferred?.dataset.mdColorAccent,
  };
  for (const [name, value] of Object.entries(colours)) {
    if (value) document.body.setAttribute(`data-md-color-${name}`, String(value));
  }

  // Material's bundle says it too, in an element of its own that comes after, when the page is drawn already: then every
  // element would be styled anew, twice. The first one counts.
  const meta = document.createElement("meta");
  const tell = (/** @type {string | undefined} */ scheme) => {
    meta.content = scheme === "slate" ? "dark" : "light";
  };
  meta.name = "color-scheme";
  tell(colours.scheme);
  document.head.append(meta);
  for (const choice of choices) {
    choice.addEventListener("change", () => tell(choice.dataset.mdColorScheme));
  }
})();
