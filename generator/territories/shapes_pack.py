"""The packed outlines: one blob a département in one zip, so that only what is asked for is read.

A blob holds the codes, then columns of whole numbers: the vertices, each once, as steps of 1e-5
degree from the one before; the rings, as steps from one vertex number to the next; how the rings
make polygons. Neighbours name the same vertices, so their border stays one border.
"""

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

STEPS_PER_DEGREE = 100_000
"""The grid of every packed vertex: 1e-5 degree, some 1.1 m."""

Integers = NDArray[np.int64]
Geometries = NDArray[np.object_]

_EPOCH = (1980, 1, 1, 0, 0, 0)


def pack_columns(columns: list[Integers]) -> bytes:
    """Pack columns of whole numbers within ±2³⁰.

    They go byte plane after byte plane: high bytes, nearly all zero, then compress to nothing.
    """
    parts = [struct.pack("<I", len(columns))]
    for column in columns:
        zigzag = ((column << 1) ^ (column >> 63)).astype("<u4")
        planes = zigzag.view(np.uint8).reshape(-1, 4).T
        parts += [struct.pack("<I", len(column)), planes.tobytes()]
    return b"".join(parts)


def unpack_columns(packed: bytes) -> list[Integers]:
    """Read what `pack_columns` wrote."""
    (count,) = struct.unpack_from("<I", packed)
    columns, offset = [], 4
    for _ in range(count):
        (length,) = struct.unpack_from("<I", packed, offset)
        planes = np.frombuffer(packed, np.uint8, 4 * length, offset + 4).reshape(4, length)
        zigzag = np.ascontiguousarray(planes.T).view("<u4").ravel().astype(np.int64)
        columns.append((zigzag >> 1) ^ -(zigzag & 1))
        offset += 4 + 4 * length
    return columns


def pack_outlines(outlines: Mapping[str, BaseGeometry]) -> bytes:
    """Pack polygons by code, their coordinates rounded to the grid (degrees, WGS 84)."""
    codes = " ".join(outlines).encode()
    parts = [list(shapely.get_parts(outline)) for outline in outlines.values()]
    _, degrees, offsets = shapely.to_ragged_array([shapely.MultiPolygon(part) for part in parts])
    steps = np.rint(degrees * STEPS_PER_DEGREE).astype(np.int64)
    vertices, ring_walk = _number_vertices(steps)
    makeup: list[Integers] = [np.asarray(offset, np.int64) for offset in offsets]
    columns = [vertices[:, 0], vertices[:, 1], ring_walk, *makeup]
    return struct.pack("<I", len(codes)) + codes + pack_columns([_steps(c) for c in columns])


def unpack_outlines(packed: bytes) -> dict[str, BaseGeometry]:
    """Read what `pack_outlines` wrote, as multipolygons."""
    (length,) = struct.unpack_from("<I", packed)
    codes = packed[4 : 4 + length].decode().split()
    x, y, ring_walk, *offsets = map(np.cumsum, unpack_columns(packed[4 + length :]))
    degrees = np.column_stack([x, y])[ring_walk] / STEPS_PER_DEGREE
    geometries = shapely.from_ragged_array(shapely.GeometryType.MULTIPOLYGON, degrees, offsets)
    return dict(zip(codes, geometries, strict=True))


def _number_vertices(steps: Integers) -> tuple[Integers, Integers]:
    """Return the distinct vertices as they first appear, and the number of each point's."""
    _, first, inverse = np.unique(steps, axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return steps[first[order]], rank[inverse.ravel()]


def _steps(column: Integers) -> Integers:
    padded = np.concatenate([[0], column]).astype(np.int64)
    return padded[1:] - padded[:-1]


def write_archive(path: Path, members: Mapping[str, bytes]) -> None:
    """Write the members into a zip, the same bytes for the same members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in sorted(members.items()):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 3
            info.compress_type = zipfile.ZIP_LZMA
            archive.writestr(info, content)
