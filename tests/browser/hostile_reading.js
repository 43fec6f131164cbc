/**
 * What a page makes of hostile texts: a function, called in the browser with what was written.
 * Reads the page itself, or those of `addresses`, fetched and parsed as the browser does.
 */
async ({ written, links, tiles, addresses }) => {
  const MARK = /z\d+f\d+z/g;
  const FETCHES = "script, img, iframe, frame, object, embed, link:not([rel=canonical], [rel=prev], [rel=next]), source, video, audio, use, image, base, form, input, button, track, portal";
  const URLS = ["src", "href", "action", "formaction", "data", "poster", "srcset", "ping", "background", "xlink:href", "srcdoc"];
  // Typography changes spaces, apostrophes and dots; a list may begin with a capital.
  const plain = (text) =>
    text.replace(/[\s\u0085\u200b\ufeff]+/g, "").replaceAll("’", "'").replaceAll("…", "...").toLowerCase();
  const texts = new Map(Object.entries(written).map(([mark, text]) => [mark, plain(text)]));
  const allowed = new Set(links.map((link) => new URL(link).href));

  /** Marks of `text`, each with whether what was written stands whole around it. */
  function marksOf(text) {
    const given = plain(text);
    return [...given.matchAll(MARK)].map((match) => {
      const expected = texts.get(match[0]) ?? "?";
      const start = match.index - expected.indexOf(match[0]);
      // A drawing may cut a long name, and then says so.
      let end = 0;
      while (end < expected.length && given[start + end] === expected[end]) end += 1;
      const whole = end === expected.length || given.startsWith("...", start + end);
      return { mark: match[0], whole, around: given.substring(start - 20, start + expected.length + 20) };
    });
  }

  function textOf(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
      /^(script|style|template|noscript|title)$/i.test(node.parentElement?.tagName ?? "")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    let text = "";
    while (walker.nextNode()) text += walker.currentNode.nodeValue;
    return text;
  }

  function read(page, address) {
    const wrong = [];
    const seen = [];
    const base = new URL(address, location.href);
    const note = (marks, place) => {
      for (const { mark, whole, around } of marks) {
        if (whole) seen.push([mark, place]);
        else wrong.push(`${mark} is not as written (${place}): ${around}`);
      }
    };
    note(marksOf(textOf(page.documentElement)), "text");
    note(marksOf(page.title), "title");
    for (const element of page.querySelectorAll("*")) {
      const tag = element.tagName.toLowerCase();
      for (const { name, value } of element.attributes) {
        const here = `<${tag} ${name}="${value.slice(0, 200)}">`;
        if (/^on/i.test(name)) wrong.push(`event handler ${here}`);
        if (name.search(MARK) >= 0 || /pwned/i.test(name)) wrong.push(`name of an attribute ${here}`);
        if (URLS.includes(name)) {
          const scheme = value.replace(/[\s\u0000-\u0020]/g, "").match(/^([a-z][a-z0-9+.-]*):/i)?.[1];
          if (scheme && !/^(https?|mailto)$/i.test(scheme)) wrong.push(`scheme ${here}`);
          const url = URL.canParse(value, base) ? new URL(value, base) : null;
          const foreign = url && url.origin !== location.origin && !url.href.startsWith(tiles);
          if (foreign && element.matches(FETCHES)) wrong.push(`fetched from elsewhere ${here}`);
          if (foreign && /pwned|pirate/.test(value) && !allowed.has(url.href)) wrong.push(`link ${here}`);
        } else {
          // Words joined by hyphens, made of a text for an address or a filter, can do no harm.
          const slug = /^[a-z0-9 _-]*$/.test(value);
          if (!slug) note(marksOf(value), `attribute ${name}`);
          if (!slug && /^(id|class|style|name)$/.test(name) && /pwned/i.test(value)) wrong.push(`attribute ${here}`);
        }
      }
      if (tag === "meta" && /refresh|set-cookie|location/i.test(element.httpEquiv)) wrong.push("meta " + element.content);
      if (/^(script|style)$/.test(tag) && /pwned|pirate/.test(element.textContent)) {
        wrong.push(`inside ${tag}: ${element.textContent.slice(0, 200)}`);
      }
      if (/^(iframe|frame|object|embed|base|marquee|portal)$/.test(tag)) wrong.push(`element ${tag}`);
      for (const content of element.shadowRoot ? [element.shadowRoot] : []) note(marksOf(textOf(content)), "shadow");
    }
    return { address, wrong, seen };
  }

  if (!addresses) return [read(document, location.href)];
  const pages = [];
  for (const address of addresses) {
    const html = await (await fetch(address)).text();
    pages.push(read(new DOMParser().parseFromString(html, "text/html"), address));
  }
  return pages;
};
