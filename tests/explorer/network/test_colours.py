"""The colours of the network as people see them who lack one kind of cone.

Simulated with the matrices of Machado, Oliveira and Fernandes (2009) at full severity; distances are CIE 1976
colour differences, of which about 2 can just be seen. The closest of one shape are the hexagons of government
bodies and organisations without blue cones: 15.7.
"""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest

from cypher.model.graph import Sign
from explorer.network.style import NODE_LOOKS, SIGN_COLOURS

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

CLEARLY = 15

SEEN: dict[str, Matrix] = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green cones": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue cones": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ: Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE: Triple = (0.9505, 1.0, 1.089)


def times(matrix: Matrix, vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def linear(colour: str) -> Triple:
    """The light of a ``#RRGGBB`` colour."""
    shares = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return red, green, blue


def lab(light: Triple) -> Triple:
    def root(share: float) -> float:
        return math.cbrt(share) if share > 0.008856 else 7.787 * share + 16 / 116

    x, y, z = (root(max(part, 0) / white) for part, white in zip(times(TO_XYZ, light), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, seen: str) -> float:
    return math.dist(*(lab(times(SEEN[seen], linear(colour))) for colour in (one, other)))


@pytest.mark.parametrize("seen", SEEN)
def test_cooperation_conflict_and_relations_are_told_apart_by_everybody(seen: str) -> None:
    for one, other in combinations(Sign, 2):
        assert distance(SIGN_COLOURS[one], SIGN_COLOURS[other], seen) > CLEARLY, (one, other)


@pytest.mark.parametrize("seen", SEEN)
def test_kinds_of_one_shape_are_told_apart_by_everybody(seen: str) -> None:
    for one, other in combinations(NODE_LOOKS, 2):
        looks = NODE_LOOKS[one], NODE_LOOKS[other]
        if looks[0].shape == looks[1].shape:
            assert distance(looks[0].colour, looks[1].colour, seen) > CLEARLY, (one, other)


def test_distances_grow_with_difference() -> None:
    greys = [distance("#000000", grey, "all cones") for grey in ("#000000", "#777777", "#FFFFFF")]
    assert all(low < high for low, high in pairwise(greys))
    assert greys[-1] == pytest.approx(100, abs=0.5)
