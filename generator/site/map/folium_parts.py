"""What folium writes of a map: the Leaflet calls, handed over to our own module `map.js`.

folium's page, its ids drawn at random and its links to CDNs (jQuery, Bootstrap, Font Awesome …) are
left out.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any

import folium
from branca.element import MacroElement
from folium.plugins import MarkerCluster
from folium.template import Template
from xyzservices import TileProvider  # type: ignore[import-untyped]

from generator.site.map.interactive_map import MODULE, Bounds, MapFiles
from generator.site.shell import addresses
from generator.site.shell.assets import asset

IGN_TILES = (
    "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
    "&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&TILEMATRIXSET=PM"
    "&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&FORMAT=image/png"
)
"""The only address outside the site that a map asks for, and only while its base map is shown."""

IGN_ATTRIBUTION = "© IGN – Géoplateforme"

_IGN = TileProvider(name="ign", url=IGN_TILES, attribution=IGN_ATTRIBUTION)
"""folium would look a mere address up among all the providers it knows, at each map."""

_DEEPEST_ZOOM = 14


class _Map(folium.Map):
    """A folium map without folium's page: no viewport, no style sheet, no global switch.

    The view comes from `bounds` in the first call, so that no tile is asked for elsewhere.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium's own attribute
    default_css: list[tuple[str, str]] = []  # noqa: RUF012
    _template = Template(
        """
        {% macro html(this, kwargs) %}{% endmacro %}
        {% macro script(this, kwargs) %}
            import { clusterIcon, preferences, start } from {{ this.module | tojson }};
            const {{ this.get_name() }} = L.map({{ this.get_name() | tojson }}, {
                ...{{ this.options | tojavascript }},
                ...preferences(),
            });
            {{ this.get_name() }}.fitBounds({{ this.first_bounds | tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, module: str, bounds: Bounds) -> None:
        super().__init__(tiles=None, zoom_control=False)
        self._id = "carte"
        self.module = module
        self.first_bounds = _corners(bounds)
        # Not folium's own options: its zoom goes with a centre, its bounds of zoom with its tiles.
        self.options = {
            "zoom_control": False,
            "zoom_snap": 0.5,
            "min_zoom": 3,
            "max_zoom": _DEEPEST_ZOOM,
            "wheel_px_per_zoom_level": 90,
        }


class _Cluster(MarkerCluster):
    """folium's clusters without their links to a CDN."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012
    default_css: list[tuple[str, str]] = []  # noqa: RUF012


class _Contracts(MacroElement):
    """The call that hands folium's objects over to `map.js`."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            start({
                map: {{ this.names.map }},
                tiles: {{ this.names.tiles }},
                markers: {{ this.names.markers }},
                contracts: {{ this.contracts | tojson }},
                outlines: {{ this.outlines | tojson }},
                closer: {{ this.closer | tojson }},
                root: new URL({{ this.root | tojson }}, import.meta.url).href,
            });
        {% endmacro %}
        """
    )

    def __init__(self, names: Mapping[str, str], data: MapFiles) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name, self._id = "Contracts", "carte"
        self.names = names
        self.contracts = data.contracts
        self.outlines = data.outlines
        self.closer = data.closer
        self.root = addresses.relative(addresses.HOME, f"{posixpath.dirname(data.script)}/")


def folium_script(data: MapFiles, bounds: Bounds) -> str:
    """The text of a map's module, which draws it in the element `map_carte`; the same for the same map."""
    module = posixpath.relpath(asset(MODULE), posixpath.dirname(data.script))
    figure_map = _Map(module, bounds)
    tiles = folium.TileLayer(_IGN, max_zoom=19, class_name="carte__tuiles")
    markers = _Cluster(  # type: ignore[no-untyped-call]
        icon_create_function="clusterIcon",
        animate=False,
        disable_clustering_at_zoom=11,
        max_cluster_radius=36,
        show_coverage_on_hover=False,
        spiderfy_on_max_zoom=False,
    )
    for element in (tiles, markers):
        # folium draws its ids at random; a page must not change from one build to the next.
        element._id = "carte"
        element.add_to(figure_map)
    names = {
        "map": figure_map.get_name(),
        "tiles": tiles.get_name(),
        "markers": markers.get_name(),
    }
    _Contracts(names, data).add_to(figure_map)
    figure: Any = figure_map.get_root()
    figure_map.render()  # type: ignore[no-untyped-call]
    script: str = figure.script.render()
    return script


def _corners(bounds: Bounds) -> list[list[float]]:
    """The south-west and north-east corners as Leaflet writes them: latitude, longitude."""
    west, south, east, north = bounds
    return [[south, west], [north, east]]
