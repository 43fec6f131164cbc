/** What lies under the contracts of a map: the ground, départements and régions. */
import { polygonsOf } from "./shapes.js";

/** @typedef {import("leaflet").Map} LeafletMap */
/** @typedef {import("leaflet").LatLng} LatLng */
/** @typedef {import("./shapes.js").Features<{genre: "departement" | "region"}>} Outlines */

/**
 * Ground, départements and régions, under everything else and deaf to the pointer.
 * @param {LeafletMap} map
 * @param {Outlines} outlines
 */
export function drawOutlines(map, { features, decimals }) {
  // The ground lies under the tiles: without them, or until they come, land and sea still differ.
  pane(map, "carte-terre", 150);
  pane(map, "carte-contours", 350);
  /**
   * @param {"departement" | "region"} kind
   * @param {string} place
   * @param {import("leaflet").PathOptions} style
   */
  const draw = (kind, place, style) =>
    // All in one path: a hundred of them would be a hundred elements to style and to move.
    L.polygon(
      features
        .filter(({ properties }) => properties.genre === kind)
        .flatMap((feature) => placesOf(polygonsOf(feature, decimals))),
      { ...style, pane: place, interactive: false },
    ).addTo(map);
  draw("region", "carte-terre", { className: "carte__terre", stroke: false, fillOpacity: 1 });
  draw("departement", "carte-contours", { className: "carte__contour", fill: false });
  draw("region", "carte-contours", {
    className: "carte__contour carte__contour--region",
    fill: false,
  });
}

/**
 * @param {number[][][][]} polygons
 * @returns {LatLng[][][]}
 */
export function placesOf(polygons) {
  return L.GeoJSON.coordsToLatLngs(polygons, 2);
}

/**
 * @param {LeafletMap} map
 * @param {string} name
 * @param {number} order
 */
function pane(map, name, order) {
  map.createPane(name).style.zIndex = String(order);
}
