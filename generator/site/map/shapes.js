/** Perimeters as plain numbers: their extent, and which of them hold a place. */

/** @typedef {import("./popups.js").Properties} Properties */

/**
 * What is told of a place, and its polygons as `generator/site/map/packed.py` packs them: lists of rings, each the
 * first point then the steps to each next one.
 * @template Told
 * @typedef {object} Feature
 * @property {Told} properties
 * @property {number[][][]} polygons  on the file's own grid
 * @property {number[][][]} [exact]  on the grid of the reference, too small for the other
 */

/**
 * A file of features.
 * @template Told
 * @typedef {object} Features
 * @property {number} decimals  of the grid, degrees
 * @property {Feature<Told>[]} features
 */

const EXACT_DECIMALS = 5;

/**
 * @typedef {object} Shape
 * @property {Properties} contract
 * @property {import("leaflet").Polygon | null} layer made when first shown
 * @property {number[][][][]} polygons rings of longitudes and latitudes; none without an outline
 * @property {number[]} box west, south, east, north
 */

/**
 * @param {Pick<Feature<unknown>, "polygons" | "exact">} feature
 * @param {number} decimals of the file's grid
 * @returns {number[][][][]} rings of longitudes and latitudes, open
 */
export function polygonsOf({ polygons, exact = [] }, decimals) {
  return [
    ...polygons.map((rings) => rings.map((ring) => pointsOf(ring, decimals))),
    ...exact.map((rings) => rings.map((ring) => pointsOf(ring, EXACT_DECIMALS))),
  ];
}

/**
 * @param {number[]} ring
 * @param {number} decimals
 */
function pointsOf(ring, decimals) {
  const unit = 10 ** decimals;
  const points = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < ring.length; i += 2) {
    x += ring[i];
    y += ring[i + 1];
    points.push([x / unit, y / unit]);
  }
  return points;
}

/**
 * @param {number[][][][]} polygons
 * @returns {Pick<Shape, "polygons" | "box">}
 */
export function outlineOf(polygons) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outside] of polygons) {
    for (const [x, y] of outside) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return { polygons, box };
}

/**
 * @param {Shape} shape
 * @returns {number} size of its bounding box, square degrees
 */
export function extent({ box: [west, south, east, north], polygons }) {
  return polygons.length > 0 ? (east - west) * (north - south) : 0;
}

/**
 * @param {number[]} box
 * @param {{lat: number, lng: number}} place
 */
function within([west, south, east, north], { lat, lng }) {
  return west <= lng && lng <= east && south <= lat && lat <= north;
}

/**
 * @param {Shape} shape
 * @param {{lat: number, lng: number}} place
 */
export function holds({ box, polygons }, place) {
  return within(box, place) && polygons.some((rings) => ringsHold(rings, place));
}

/**
 * Whether a polygon holds a place: a line from it crosses the rings, holes included, an odd number of times.
 * @param {number[][][]} rings
 * @param {{lat: number, lng: number}} place
 */
function ringsHold(rings, { lat, lng }) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [x1, y1] = ring[i];
      const [x2, y2] = ring[j];
      if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) {
        inside = !inside;
      }
    }
  }
  return inside;
}
