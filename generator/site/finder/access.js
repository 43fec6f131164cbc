/**
 * The way into the finder on a page of which it is not the first purpose: its scripts come after those of the page,
 * or as soon as a visitor turns to its field.
 */

let asked = false;
const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".chercheur [role=combobox]"));

async function bring() {
  if (asked) return;
  asked = true;
  await import("./main.js");
  // What was typed meanwhile.
  if (field?.value) field.dispatchEvent(new Event("input", { bubbles: true }));
}

const later = () => ("requestIdleCallback" in window ? requestIdleCallback(bring) : setTimeout(bring, 200));
const query = new URLSearchParams(location.search);
field?.addEventListener("focus", bring, { once: true });
if (query.has("commune") || query.has("epci") || document.activeElement === field) void bring();
else if (document.readyState === "complete") later();
else addEventListener("load", later);
