"""The HTML block of an interactive map, and the libraries' files that it needs.

Nothing comes from another host but the map's tiles (`folium_parts.IGN_TILES`): Leaflet and its
clustering plugin are published with the site.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from markupsafe import Markup

from generator.model.vocabulary import STATUSES, Term
from generator.site.map.interactive_map import MODULE, Bounds, InteractiveMap, MapFiles
from generator.site.room import SiteFiles
from generator.site.shell.assets import asset, modules_of
from generator.site.shell.templating import Page, environment

_PATTERNS = {
    "en-cours": (8, ""),
    "vraisemblablement-en-cours": (8, '<path d="M0 4Q2 1 4 4T8 4" fill="none"/>'),
    "a-venir": (7, '<path d="M-1 8L8 -1M-1 1L1 -1M6 8L8 6"/>'),
    "en-preparation": (6, '<circle cx="3" cy="3" r="1.2"/>'),
    "echeance-inconnue": (6, '<path d="M3 0V6"/>'),
    "suite-inconnue": (8, '<path d="M2 4H6M4 2V6"/>'),
    "vraisemblablement-echu": (7, '<path d="M0 3.5H7M3.5 0V7"/>'),
    "echu": (7, '<path d="M-1 -1L8 8M-1 6L1 8M6 -1L8 1"/>'),
    "remplace": (6, '<path d="M0 3H6"/>'),
}
"""Side in pixels and drawing of the pattern that tells a status where colour does not."""

VENDOR = "assets/vendor/"
_SCRIPTS = (
    "assets/vendor/leaflet/leaflet.js",
    "assets/vendor/markercluster/leaflet.markercluster.js",
)
SHEET = asset("styles/carte.css")
"""Style of the maps, the libraries' with ours. It is named in the page's head: among its content, a style sheet holds
up all that follows it, scripts and data included, and browsers look no further since the page has a policy."""

_LEAFLET_IMAGES = (
    "layers.png",
    "layers-2x.png",
    "marker-icon.png",
    "marker-icon-2x.png",
    "marker-shadow.png",
)
"""Unused by our maps, but named by Leaflet's style: a site has no dead link, not even there."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """A line of the legend, which shows and hides the contracts of a status."""

    status: Term
    count: int
    checked: bool


def map_html(map_: InteractiveMap, page_address: str) -> Markup:
    """The HTML block of a map, for the Markdown of the page at `page_address`."""
    page = Page(page_address)
    block = (
        environment()
        .get_template("map/block.html.j2")
        .render(
            href=page.href,
            scripts=_SCRIPTS,
            modules=[asset(MODULE), *modules_of(MODULE)],
            data=map_.files,
            label=map_.label,
            patterns=[(id_, _PATTERNS[id_][0], Markup(_PATTERNS[id_][1])) for id_ in STATUSES],
            views=[(view.label, ",".join(map(str, view.bounds))) for view in map_.views],
            choices=[
                _Choice(term, map_.counts[id_], term.family.live)
                for id_, term in STATUSES.items()
                if map_.counts.get(id_)
            ],
        )
    )
    # A blank line would end the HTML block in some readers of Markdown.
    return Markup("\n".join(line.strip() for line in block.splitlines() if line.strip()))


@dataclass(frozen=True, slots=True)
class MapScripts:
    """The module that draws each map: pages hold no script of their own."""

    maps: tuple[tuple[MapFiles, Bounds], ...]
    """The files of each map, and what it shows first."""

    def files(self) -> SiteFiles:
        """Site path and text of each module."""
        # folium takes a quarter of a second to import: only who writes the scripts waits for it.
        from generator.site.map.folium_parts import folium_script

        for files_, bounds in self.maps:
            yield files_.script, folium_script(files_, bounds)


def map_style() -> Iterator[tuple[str, str]]:
    """Site path and text of `SHEET`."""
    leaflet = (_leaflet_files() / "leaflet.css").read_text("utf-8")
    own = files("generator.site.map") / "map.css"
    sheets = (
        leaflet.replace("url(images/", "url(../vendor/leaflet/images/"),
        (_cluster_files() / "MarkerCluster.css").read_text("utf-8"),
        own.read_text("utf-8"),
    )
    yield SHEET, "\n".join(sheets)


def vendor_files() -> Iterator[tuple[str, bytes]]:
    """Site paths and contents of the libraries' files, as their wheels have them."""
    leaflet = _leaflet_files()
    yield f"{VENDOR}leaflet/leaflet.js", (leaflet / "leaflet.js").read_bytes()
    for name in _LEAFLET_IMAGES:
        yield f"{VENDOR}leaflet/images/{name}", (leaflet / "images" / name).read_bytes()
    yield f"{VENDOR}leaflet/LICENSE.txt", _leaflet_licence()
    # Its wheel holds no licence: markercluster-LICENSE.txt, beside this file, is upstream's.
    script = _cluster_files() / "leaflet.markercluster.js"
    yield f"{VENDOR}markercluster/leaflet.markercluster.js", script.read_bytes()
    own = files("generator.site.map") / "markercluster-LICENSE.txt"
    yield f"{VENDOR}markercluster/LICENSE.txt", own.read_bytes()


def _leaflet_files() -> Traversable:
    return files("js_lib_leaflet") / "static" / "js_lib_leaflet"


def _cluster_files() -> Traversable:
    return files("xstatic.pkg.leaflet_markercluster") / "data"


def _leaflet_licence() -> bytes:
    wheel = distribution("django-js-lib-leaflet")
    licence = next(path for path in wheel.files or () if path.name == "LICENSE")
    return Path(str(licence.locate())).read_bytes()
