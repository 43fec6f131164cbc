/**
 * The interactive maps. Each map's own script, written by folium, makes the Leaflet objects and hands
 * them over to `start`; this module fetches the data, draws it and binds the controls.
 *
 * Leaflet and its clustering plugin are classic scripts, so they define the global `L`.
 */
import { readJson } from "../shell/json.js";
import { follow } from "../shell/selection.js";
import { comeCloser } from "./closer.js";
import { guardGestures } from "./gestures.js";
import { ContractLayer } from "./layers.js";
import { drawOutlines } from "./outlines.js";
import { dressPopups } from "./popups.js";

/** @typedef {import("leaflet").Map} LeafletMap */
/** @typedef {import("leaflet").TileLayer} TileLayer */
/** @typedef {import("./outlines.js").Outlines} Outlines */

/**
 * @typedef {object} Parts
 * @property {LeafletMap} map its view already set
 * @property {TileLayer} tiles already on the map
 * @property {import("leaflet").MarkerClusterGroup} markers already on the map
 * @property {string} contracts path of the contracts' file from the site's root
 * @property {string} outlines path of the outlines' file from the site's root
 * @property {string} closer path of the folder of the régions' files, where the map's own has less detail; else empty
 * @property {string} root address of the site's root
 */

/** A commune and its neighbours fill the map. */
const PLACE_ZOOM = 10;

const FAILURE = "La carte n’a pas pu être chargée. La même information est en liste sur cette page.";

/**
 * Map options that depend on the reader.
 * @returns {Record<string, boolean>}
 */
export function preferences() {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  return still
    ? { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false }
    : {};
}

export { clusterIcon } from "./layers.js";

/**
 * Draws the contracts and binds the controls of the block that holds the map.
 * @param {Parts} parts
 */
export async function start({ map, tiles, markers, contracts, outlines, closer, root }) {
  const block = /** @type {HTMLElement} */ (map.getContainer().closest(".carte"));
  const message = /** @type {HTMLElement} */ (block.querySelector(".carte__message"));
  L.control.zoom({ zoomInTitle: "Zoom avant", zoomOutTitle: "Zoom arrière" }).addTo(map);
  map.attributionControl.setPrefix("Leaflet");
  dressPopups(map);
  guardGestures(map, block);
  bindTiles(block, map, tiles);
  bindViews(block, map);
  // The outlines only help: the contracts do not wait for them, and are drawn without them.
  readJson(root + outlines).then(
    (collection) => drawOutlines(map, /** @type {Outlines} */ (collection)),
    console.warn,
  );
  try {
    const file = /** @type {import("./layers.js").Contracts} */ (await readJson(root + contracts));
    const layer = new ContractLayer(map, markers, file, statusLabels(block), root);
    bindStatuses(block, layer);
    bindPlace(map, layer);
    if (closer) comeCloser(map, layer, root + closer);
    message.textContent = "";
  } catch (error) {
    message.textContent = FAILURE;
    console.warn(error);
  }
}

/**
 * The legend is where the page says each status in words.
 * @param {HTMLElement} block
 * @returns {Map<string, string>} label by status id, in the legend's order
 */
function statusLabels(block) {
  return new Map(
    statusBoxes(block).map((box) => [
      box.value,
      box.parentElement?.querySelector(".carte__libelle")?.textContent ?? box.value,
    ]),
  );
}

/**
 * @param {HTMLElement} block
 * @returns {HTMLInputElement[]}
 */
function statusBoxes(block) {
  return /** @type {HTMLInputElement[]} */ ([...block.querySelectorAll("input[name='statut']")]);
}

/**
 * @param {HTMLElement} block
 * @param {ContractLayer} layer
 */
function bindStatuses(block, layer) {
  const boxes = statusBoxes(block);
  const summary = block.querySelector(".carte__bilan");
  /** @type {Set<string> | null} */
  let kept = null;
  const update = () => {
    const checked = boxes.filter((box) => box.checked).map((box) => box.value);
    const shown = layer.show(new Set(checked), kept);
    const plural = shown > 1 ? "s" : "";
    if (summary && layer.total > 0) {
      summary.textContent = `${shown} contrat${plural} affiché${plural} sur ${layer.total}.`;
    }
  };
  for (const box of boxes) box.addEventListener("change", update);
  update();
  // Where a list narrows the contracts, the map shows the same ones, whatever their status.
  follow(({ ids, all }) => {
    kept = all ? null : ids;
    const statuses = layer.statusesOf(ids);
    for (const box of boxes) box.checked = all ? box.defaultChecked : statuses.has(box.value);
    update();
  });
}

/**
 * @param {HTMLElement} block
 * @param {LeafletMap} map
 * @param {TileLayer} tiles
 */
function bindTiles(block, map, tiles) {
  const box = /** @type {HTMLInputElement} */ (block.querySelector("input[name='fond']"));
  const update = () => (box.checked ? tiles.addTo(map) : tiles.remove());
  box.addEventListener("change", update);
  update();
}

/**
 * @param {HTMLElement} block
 * @param {LeafletMap} map
 */
function bindViews(block, map) {
  for (const button of block.querySelectorAll("button[data-bornes]")) {
    button.addEventListener("click", () => {
      const bounds = /** @type {HTMLElement} */ (button).dataset.bornes ?? "";
      const [west, south, east, north] = bounds.split(",").map(Number);
      map.closePopup();
      // Flying over an ocean shows nothing and asks for every tile on the way.
      map.fitBounds(
        [
          [south, west],
          [north, east],
        ],
        { animate: false },
      );
    });
  }
}

/**
 * Opens the map on the place that the address names, and on the commune that the finder answers for.
 * @param {LeafletMap} map
 * @param {ContractLayer} layer
 */
function bindPlace(map, layer) {
  const show = (/** @type {number} */ latitude, /** @type {number} */ longitude) => {
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
      map.setView([latitude, longitude], PLACE_ZOOM, { animate: false });
      layer.open(L.latLng(latitude, longitude));
      map.getContainer().scrollIntoView({ block: "nearest" });
    }
  };
  const query = new URLSearchParams(location.search);
  show(parseFloat(query.get("lat") ?? ""), parseFloat(query.get("lon") ?? ""));
  document.addEventListener("finder:commune", (event) => {
    const { latitude, longitude } = /** @type {CustomEvent} */ (event).detail;
    show(latitude, longitude);
  });
}
