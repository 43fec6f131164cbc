/** The contracts on a map: their perimeters, and markers above. */
import { element } from "../shell/element.js";
import { placesOf } from "./outlines.js";
import { mark, popupContent, spokenName } from "./popups.js";
import { extent, holds, outlineOf, polygonsOf } from "./shapes.js";

/** @typedef {import("./popups.js").Properties} Properties */
/** @typedef {import("./shapes.js").Shape} Shape */
/** @typedef {import("leaflet").Map} LeafletMap */
/** @typedef {import("leaflet").LatLng} LatLng */
/** @typedef {import("./shapes.js").Features<Properties>} Contracts */

const MARKER_SIZE = 26;
const SLICE_MS = 30;

/**
 * What each marker stands for.
 * @type {WeakMap<import("leaflet").Marker, Properties[]>}
 */
const contractsOf = new WeakMap();

/**
 * The icon of a group of markers, for the clustering plugin.
 * @param {import("leaflet").MarkerCluster} cluster
 */
export function clusterIcon(cluster) {
  const count = cluster
    .getAllChildMarkers()
    .reduce((sum, marker) => sum + (contractsOf.get(marker)?.length ?? 0), 0);
  const size = count < 10 ? 28 : count < 100 ? 32 : 38;
  return namedIcon(`${count} contrats, agrandir`, {
    className: "carte__groupe",
    html: element("span", {}, String(count)),
    iconSize: [size, size],
  });
}

/**
 * An icon without image, with an accessible name.
 * @param {string} name
 * @param {import("leaflet").DivIconOptions} options
 */
function namedIcon(name, options) {
  const icon = L.divIcon(options);
  const create = icon.createIcon.bind(icon);
  icon.createIcon = (old) => {
    const made = create(old);
    made.setAttribute("aria-label", name);
    return made;
  };
  return icon;
}

/** Contracts on a map: those of the chosen statuses, each as its perimeter and a marker. */
export class ContractLayer {
  /**
   * @param {LeafletMap} map
   * @param {import("leaflet").MarkerClusterGroup} markers
   * @param {Contracts} contracts
   * @param {Map<string, string>} labels of statuses, the most important first
   * @param {string} root
   */
  constructor(map, markers, { features, decimals }, labels, root) {
    this.map = map;
    this.markers = markers;
    this.labels = labels;
    this.root = root;
    this.total = features.length;
    this.perimeters = L.featureGroup().addTo(map);
    /** @type {Shape[]} */
    this.shapes = features.map((feature) => ({
      contract: feature.properties,
      layer: null,
      ...outlineOf(polygonsOf(feature, decimals)),
    }));
    // Small perimeters over large ones, so that each can be pointed at.
    this.shapes.sort((a, b) => extent(b) - extent(a));
    /** @type {Shape[]} */
    this.shown = [];
    if (window.matchMedia("(hover: hover)").matches) {
      this.nameOnHover();
    }
    map.on("click", (event) => this.open(event.latlng));
    markers.on("clusterkeypress", (event) => {
      const { layer, originalEvent } = /** @type {import("leaflet").LeafletKeyboardEvent} */ (event);
      if (originalEvent.key === "Enter") {
        layer.zoomToBounds();
        map.getContainer().focus({ preventScroll: true });
      }
    });
  }

  /**
   * Shows the contracts of these statuses and no other, among those kept if some are.
   * @param {Set<string>} statuses
   * @param {Set<string> | null} [kept] ids
   * @returns {number} how many are shown
   */
  show(statuses, kept = null) {
    this.map.closePopup();
    this.shown = this.shapes.filter(
      ({ contract }) => statuses.has(contract.statut) && (!kept || kept.has(contract.id)),
    );
    this.markers.clearLayers();
    this.markers.addLayers(this.places().map(([place, contracts]) => this.marker(place, contracts)));
    void this.drawPerimeters(this.shown);
    return this.shown.length;
  }

  /**
   * After the markers, some at a time: they may be thousands, and the page answers meanwhile.
   * @param {Shape[]} shapes what is shown now: when something else is, the rest is left
   */
  async drawPerimeters(shapes) {
    this.perimeters.clearLayers();
    let start = 0;
    for (const shape of shapes) {
      if (shape.polygons.length === 0) continue;
      if (performance.now() - start > SLICE_MS) {
        await new Promise((done) => setTimeout(done));
        if (shapes !== this.shown) return;
        start = performance.now();
      }
      shape.layer ??= this.polygon(shape);
      this.perimeters.addLayer(shape.layer);
    }
  }

  /**
   * @param {import("leaflet").LatLngBounds} bounds
   * @returns {Set<string>} the régions of the contracts shown there
   */
  regionsIn(bounds) {
    const there = this.shown.filter(
      ({ polygons, box: [west, south, east, north] }) =>
        polygons.length > 0 &&
        bounds.intersects([
          [south, west],
          [north, east],
        ]),
    );
    return new Set(there.map(({ contract }) => contract.region));
  }

  /**
   * Draws contracts that are there already with the outlines of a file that has them in more detail.
   * @param {Contracts} contracts
   */
  refine({ features, decimals }) {
    const finer = new Map(features.map((feature) => [feature.properties.id, feature]));
    for (const shape of this.shapes) {
      const feature = finer.get(shape.contract.id);
      if (!feature) continue;
      Object.assign(shape, outlineOf(polygonsOf(feature, decimals)));
      shape.layer?.setLatLngs(placesOf(shape.polygons));
    }
  }

  /**
   * @param {Set<string>} ids
   * @returns {Set<string>} the statuses of these contracts
   */
  statusesOf(ids) {
    return new Set(
      this.shapes.filter(({ contract }) => ids.has(contract.id)).map(({ contract }) => contract.statut),
    );
  }

  /**
   * @param {Shape} shape
   */
  polygon({ contract, polygons }) {
    return L.polygon(placesOf(polygons), {
      className: `carte__perimetre statut--${contract.statut}`,
      fillColor: `url(#motif-${contract.statut})`,
      fillOpacity: 1,
      smoothFactor: 0.5,
    });
  }

  /**
   * Names the perimeters under the pointer. Leaflet's own bindTooltip would put every outline, which
   * has no name, among the places that Tab reaches; markers are there for that.
   */
  nameOnHover() {
    const tooltip = L.tooltip({ opacity: 1, offset: [12, 0], direction: "auto" });
    this.perimeters.on("mouseover mousemove", (event) => {
      const { latlng } = /** @type {import("leaflet").LeafletMouseEvent} */ (event);
      const names = this.at(latlng).map((contract) => element("div", {}, contract.nom));
      if (names.length > 0) {
        tooltip
          .setLatLng(latlng)
          .setContent(element("div", {}, ...names))
          .addTo(this.map);
      }
    });
    this.perimeters.on("mouseout", () => tooltip.remove());
  }

  /**
   * Contracts shown that have the same centre, which is that of the same territory.
   * @returns {[[number, number], Properties[]][]} latitude and longitude, contracts
   */
  places() {
    /** @type {Map<string, Properties[]>} */
    const found = new Map();
    for (const { contract } of this.shown) {
      if (contract.centre) {
        const key = contract.centre.join();
        found.set(key, [...(found.get(key) ?? []), contract]);
      }
    }
    return [...found.values()].map((contracts) => {
      const [longitude, latitude] = /** @type {[number, number]} */ (contracts[0].centre);
      return [[latitude, longitude], this.ordered(contracts)];
    });
  }

  /**
   * @param {[number, number]} place
   * @param {Properties[]} contracts
   */
  marker(place, contracts) {
    const name = spokenName(contracts, this.labels);
    const disc = mark(contracts[0].statut, contracts.length > 1 ? String(contracts.length) : "");
    const marker = L.marker(place, {
      icon: namedIcon(name, {
        className: "carte__repere",
        html: disc,
        iconSize: [MARKER_SIZE, MARKER_SIZE],
      }),
      riseOnHover: true,
    });
    contractsOf.set(marker, contracts);
    // Its own contracts come first, then those whose perimeter holds the place.
    marker.bindPopup(
      () => {
        const others = this.at(marker.getLatLng()).filter((other) => !contracts.includes(other));
        return popupContent([...contracts, ...others], this.root);
      },
      { offset: [0, -4], minWidth: 180, maxWidth: 260 },
    );
    if (window.matchMedia("(hover: hover)").matches) {
      marker.bindTooltip(() => element("span", {}, name), {
        direction: "top",
        offset: [0, -MARKER_SIZE / 2],
        opacity: 1,
      });
    }
    return marker;
  }

  /**
   * Lists the contracts whose perimeter holds a place.
   * @param {LatLng} place
   */
  open(place) {
    const contracts = this.at(place);
    if (contracts.length > 0) {
      L.popup({ minWidth: 180, maxWidth: 260 })
        .setLatLng(place)
        .setContent(popupContent(contracts, this.root))
        .openOn(this.map);
    }
  }

  /**
   * @param {LatLng} place
   * @returns {Properties[]}
   */
  at(place) {
    const found = this.shown.filter((shape) => holds(shape, place));
    return this.ordered(found.map(({ contract }) => contract));
  }

  /**
   * @param {Properties[]} contracts
   * @returns {Properties[]} by status, in the legend's order
   */
  ordered(contracts) {
    const order = [...this.labels.keys()];
    return [...contracts].sort((a, b) => order.indexOf(a.statut) - order.indexOf(b.statut));
  }
}
