/** Gestures that move the map without taking the page's own: wheel and one finger scroll the page. */

const WHEEL = "Pour zoomer : Ctrl et molette";
const FINGER = "Deux doigts pour déplacer la carte";
const SHOWN_FOR = 1400;

/**
 * @param {import("leaflet").Map} map
 * @param {HTMLElement} block
 */
export function guardGestures(map, block) {
  const frame = /** @type {HTMLElement} */ (block.querySelector(".carte__cadre"));
  const hint = hinter(/** @type {HTMLElement} */ (block.querySelector(".carte__geste")));
  // Caught on the way down, before Leaflet sees them on the map.
  frame.addEventListener(
    "wheel",
    (event) => {
      // A pinch on a touchpad comes as a wheel with Ctrl.
      if (!event.ctrlKey && !event.metaKey && !overPopup(event)) {
        event.stopPropagation();
        hint(WHEEL);
      }
    },
    { capture: true, passive: true },
  );
  frame.addEventListener(
    "pointerdown",
    (event) => {
      if (event.pointerType === "touch") {
        map.dragging.disable();
      } else {
        map.dragging.enable();
      }
    },
    { capture: true },
  );
  frame.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length === 1 && !overPopup(event)) {
        hint(FINGER);
      }
    },
    { capture: true, passive: true },
  );
}

/**
 * A long popup scrolls by itself.
 * @param {Event} event
 */
function overPopup(event) {
  return event.target instanceof Element && event.target.closest(".leaflet-popup") !== null;
}

/**
 * @param {HTMLElement} place
 * @returns {(text: string) => void} shows a text for a moment
 */
function hinter(place) {
  let timer = 0;
  return (text) => {
    place.textContent = text;
    clearTimeout(timer);
    timer = window.setTimeout(() => (place.textContent = ""), SHOWN_FOR);
  };
}
