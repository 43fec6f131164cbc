"""A site's folder served on loopback as a web host serves it: compressed, over connections that are kept."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

TILE_PICTURE = {"https://data.geopf.fr/wmts?": "/assets/images/favicon.png?"}
"""What stands for the map's tiles where nothing may be asked of another host, for `served`."""

_COMPRESSED = {".html", ".css", ".js", ".json", ".geojson", ".svg", ".xml"}


@cache
def _packed(path: Path, replaced: tuple[tuple[bytes, bytes], ...], _version: int) -> bytes:
    content = path.read_bytes()
    for old, new in replaced:
        content = content.replace(old, new)
    return gzip.compress(content, 6)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Says nothing of what it serves."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together: sent apart, the second waits for the first to be acknowledged.
    wbufsize = -1

    def __init__(
        self, *args: object, replaced: tuple[tuple[bytes, bytes], ...], directory: str
    ) -> None:
        self.replaced = replaced
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # what the server hands on

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        if path.suffix not in _COMPRESSED or not path.is_file():
            super().do_GET()
            return
        body = _packed(path, self.replaced, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its parent's name
        pass


@contextmanager
def served(folder: Path, replaced: Mapping[str, str] | None = None) -> Iterator[str]:
    """Address of the served folder, with its final slash; some texts replaced in what is compressed."""
    pairs = tuple((old.encode(), new.encode()) for old, new in (replaced or {}).items())
    handler = functools.partial(_Handler, replaced=pairs, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
