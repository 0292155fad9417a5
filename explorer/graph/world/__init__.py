"""The outlines of countries and the positions of their capitals on an equal-area map.

Outlines come from a vendored TopoJSON file, capitals from ``capitals.csv`` (GeoNames, CC BY 4.0). Coordinates
are pixels on a map that is `WIDTH` pixels wide, with x to the east and y to the south.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import starmap
from typing import Any

from babel import Locale

WIDTH = 1000.0
_POLYNOMIAL = (1.340264, -0.081106, 0.000893, 0.003796)
"""Coefficients of the Equal Earth projection (Šavrič, Patterson and Jenny, 2018)."""

_SCALE = WIDTH / (2 * 2.7066297)  # half the width of the projection of a unit sphere
_NORTH = 1.3173628 * _SCALE  # from the pole to the equator

_ANTARCTICA = "010"
_CAPE_HORN = -56.0  # degrees; the map ends there

Point = tuple[float, float]


def project(longitude: float, latitude: float) -> Point:
    """Project a place, given in degrees, to the map. Returns x and y in pixels."""
    a1, a2, a3, a4 = _POLYNOMIAL
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    t2 = theta * theta
    t6 = t2 * t2 * t2
    slope = a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta) / (3 * slope)
    y = theta * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
    return (round(WIDTH / 2 + x * _SCALE, 1), round(_NORTH - y * _SCALE, 1))


HEIGHT = project(0, _CAPE_HORN)[1]


@cache
def country_name(code: str, language: str) -> str:
    """Return the name of a country by its ISO alpha-3 code, for countries that have no name in the graph.

    Returns the code itself if the country is unknown.
    """
    short = next((row["iso2"] for row in _capitals() if row["iso3"] == code), "")
    return str(Locale(language).territories.get(short, code))


@cache
def shapes() -> Mapping[str, str]:
    """Return the outline of each country as SVG path data, by ISO alpha-3 code.

    An area without a code gets a number as its key.
    """
    topology = json.loads(_file("vendor/countries-110m.json"))
    arcs = [list(_decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    codes = {row["numeric"]: row["iso3"] for row in _capitals()}
    drawn: dict[str, str] = {}
    areas = topology["objects"]["countries"]["geometries"]
    for place, area in enumerate(area for area in areas if area.get("id") != _ANTARCTICA):
        drawn[codes.get(area.get("id")) or str(place)] = " ".join(_path(ring, arcs) for ring in _rings(area))
    return drawn


@cache
def capitals() -> Mapping[str, Point]:
    """Return the position of each capital on the map in pixels, by ISO alpha-3 code of its country."""
    return {row["iso3"]: project(float(row["longitude"]), float(row["latitude"])) for row in _capitals()}


@cache
def _capitals() -> Sequence[Mapping[str, str]]:
    return list(csv.DictReader(_file("capitals.csv").splitlines()))


def _file(name: str) -> str:
    return files("explorer.graph.world").joinpath(name).read_text(encoding="utf-8")


def _decoded(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Iterator[Point]:
    (scale_x, scale_y), (left, top) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield (left + x * scale_x, top + y * scale_y)


def _rings(area: Mapping[str, Any]) -> Iterator[Sequence[int]]:
    polygons = [area["arcs"]] if area["type"] == "Polygon" else area["arcs"]
    return (ring for polygon in polygons for ring in polygon)


def _path(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> str:
    """Return SVG path data for a closed ring of arcs. A negative index `i` means arc `~i` in reverse."""
    points = [point for at in ring for point in (arcs[at] if at >= 0 else arcs[~at][::-1])]
    return (
        "M" + "L".join(f"{x:g},{y:g}" for x, y in dict.fromkeys(starmap(project, _unwrapped(points)))) + "Z"
    )


def _unwrapped(points: Iterable[Point]) -> Iterator[Point]:
    """Yield the points without jumps at the antimeridian: longitudes continue beyond 180 degrees instead."""
    turn, before = 0.0, None
    for longitude, latitude in points:
        if before is not None and abs(longitude - before) > 180:
            turn += math.copysign(360, before - longitude)
        before = longitude
        yield (longitude + turn, latitude)
