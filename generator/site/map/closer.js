/**
 * Outlines in more detail where the national map is looked at closely: those of the régions in view, from the files
 * of their own maps.
 */
import { readJson } from "../shell/json.js";

/** From here on, what the national file leaves out would be seen. */
const CLOSE = 8;

/**
 * @param {import("leaflet").Map} map
 * @param {import("./layers.js").ContractLayer} layer
 * @param {string} folder address of the folder that has the régions' files
 */
export function comeCloser(map, layer, folder) {
  /** @type {Set<string>} */
  const asked = new Set();
  const look = () => {
    if (map.getZoom() < CLOSE) return;
    for (const region of layer.regionsIn(map.getBounds())) {
      if (asked.has(region)) continue;
      asked.add(region);
      readJson(`${folder}${region}.json`).then(
        (finer) => layer.refine(/** @type {import("./layers.js").Contracts} */ (finer)),
        (error) => {
          // The map goes on with what it has, and asks again when it next moves.
          asked.delete(region);
          console.warn(error);
        },
      );
    }
  };
  map.on("moveend", look);
  look();
}
