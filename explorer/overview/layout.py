"""Computes positions for tens of thousands of nodes in seconds, the same ones every time.

The communities are laid out first, then their parts, and so on down to the nodes, each level beginning where
the one above ended. At every level nodes repel each other like charges, a tie pulls with the same strength
at any distance (the model LinLog of Noack, https://doi.org/10.7155/jgaa.00154, which sets communities apart),
and a weak pull to the centre keeps what is not tied. The repulsion of all pairs is a convolution of the
charges on a grid, which the fast Fourier transform computes at once.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

EXTENT = 10_000
"""Positions are whole numbers from `-EXTENT` to `EXTENT`."""

SEED = 7
_PULL, _GRAVITY = 6.0, 0.05
_FIRST_ROUNDS, _ROUNDS = 160, 60  # of the coarsest level, and of each of the others


@dataclass(frozen=True, slots=True)
class _Level:
    """The nodes of one level: how many nodes of the graph each stands for, and the ties between them."""

    masses: Floats
    ties: Numbers
    weights: Floats


def layout(size: int, ties: Numbers, levels: Sequence[Sequence[int]]) -> npt.NDArray[np.int64]:
    """Return the position of each of `size` nodes, one row of x and y for each.

    `ties` has a row of two node numbers for each tie. `levels` are the communities of `communities`.
    """
    if size == 0:
        return np.zeros((0, 2), dtype=np.int64)
    chance = np.random.default_rng(SEED)
    above, *finer = [*(np.array(each, dtype=np.int64) for each in reversed(levels)), np.arange(size)]
    level = _level(above, ties)
    xy = _settled(_scattered(len(level.masses), chance) * math.sqrt(size), level, _FIRST_ROUNDS)
    for member in finer:
        level = _level(member, ties)
        xy = _settled(_around(xy, member, above, level.masses, chance), level, _ROUNDS)
        above = member
    return _whole(xy)


def _level(member: Numbers, ties: Numbers) -> _Level:
    """Join the nodes of each community into one."""
    count = int(member.max()) + 1
    masses = np.bincount(member, minlength=count).astype(float)
    joined = np.sort(member[ties], axis=1) if len(ties) else np.zeros((0, 2), dtype=np.int64)
    joined = joined[joined[:, 0] != joined[:, 1]]
    keys, weights = np.unique(joined[:, 0] * count + joined[:, 1], return_counts=True)
    return _Level(masses, np.stack([keys // count, keys % count], axis=1), weights.astype(float))


def _scattered(count: int, chance: np.random.Generator) -> Floats:
    """Return points on a disc of radius 1, evenly scattered."""
    angle, distance = chance.uniform(0, 2 * math.pi, count), np.sqrt(chance.uniform(0, 1, count))
    return np.stack([distance * np.cos(angle), distance * np.sin(angle)], axis=1)


def _around(
    xy: Floats, member: Numbers, above: Numbers, masses: Floats, chance: np.random.Generator
) -> Floats:
    """Return where the nodes of a level begin: around the place of the community that they are in."""
    parent = np.zeros(len(masses), dtype=np.int64)
    parent[member] = above
    size = np.bincount(parent, weights=masses, minlength=len(xy))
    begun: Floats = xy[parent] + _scattered(len(masses), chance) * 0.7 * np.sqrt(size[parent])[:, None]
    return begun


def _settled(xy: Floats, level: _Level, rounds: int) -> Floats:
    """Move the nodes of a level along the forces on them, by ever smaller steps."""
    strength = np.bincount(level.ties.ravel(), np.repeat(level.weights, 2), minlength=len(xy))
    charges = level.masses + 0.5 * strength
    step = 0.05 * math.sqrt(charges.sum())
    for turn in range(rounds):
        force = charges[:, None] * _repulsion(xy, charges) + _pull(xy, level)
        force -= _GRAVITY * charges[:, None] * (xy - xy.mean(axis=0))
        length = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)
        cooled = step * (1 - turn / rounds) ** 1.5
        xy = xy + force * (np.minimum(length / charges, cooled) / length)[:, None]
    return xy


def _pull(xy: Floats, level: _Level) -> Floats:
    """Return the pull of the ties on each node."""
    first, second = level.ties[:, 0], level.ties[:, 1]
    along = xy[second] - xy[first]
    distance = np.hypot(along[:, 0], along[:, 1])
    along *= (_PULL * level.weights / (1 + distance))[:, None]
    pulled = np.empty_like(xy)
    for axis in (0, 1):
        pulled[:, axis] = np.bincount(first, along[:, axis], minlength=len(xy))
        pulled[:, axis] -= np.bincount(second, along[:, axis], minlength=len(xy))
    return pulled


def _repulsion(xy: Floats, charges: Floats) -> Floats:
    """Return the field of all charges at each node: each charge over the distance, away from it."""
    cells = _cells(len(xy))
    low = xy.min(axis=0)
    cell = max(float((xy.max(axis=0) - low).max()), 1e-6) / (cells - 2)
    place = (xy - low) / cell
    corner = np.minimum(place.astype(np.int64), cells - 2)
    part = place - corner
    corners = [
        ((corner[:, 0] + dx) * cells + corner[:, 1] + dy, _share(part, dx, dy))
        for dx in (0, 1)
        for dy in (0, 1)
    ]
    density = sum(np.bincount(flat, charges * share, minlength=cells * cells) for flat, share in corners)
    spectrum = np.fft.rfft2(np.reshape(density, (cells, cells)), (2 * cells, 2 * cells))
    field = np.zeros_like(xy)
    for axis, kernel in enumerate(_kernels(cells)):
        whole = np.fft.irfft2(spectrum * kernel, (2 * cells, 2 * cells))[:cells, :cells].ravel()
        field[:, axis] = sum(share * whole[flat] for flat, share in corners)
    return field / cell


def _cells(size: int) -> int:
    """Return the number of cells of the grid in each direction: about one cell for each node."""
    return next(cells for cells in (64, 128, 256) if cells * cells >= size or cells == 256)


def _share(part: Floats, dx: int, dy: int) -> Floats:
    """Return which part of a charge counts for one of the four grid points around it."""
    across = part[:, 0] if dx else 1 - part[:, 0]
    share: Floats = across * (part[:, 1] if dy else 1 - part[:, 1])
    return share


@cache
def _kernels(cells: int) -> tuple[npt.NDArray[np.complex128], ...]:
    """Return the spectrum of the field of one charge, in x and in y."""
    steps = np.fft.fftfreq(2 * cells, 1 / (2 * cells))
    x, y = np.meshgrid(steps, steps, indexing="ij")
    square = x * x + y * y + 0.25  # bounds what very near nodes do to each other
    return tuple(np.fft.rfft2(axis / square) for axis in (x, y))


def _whole(xy: Floats) -> npt.NDArray[np.int64]:
    """Centre the positions and scale them to `EXTENT`; what lies far outside is drawn in."""
    centred = xy - np.median(xy, axis=0)
    distance = np.maximum(np.hypot(centred[:, 0], centred[:, 1]), 1e-9)
    far = max(float(np.percentile(distance, 99.5)), 1e-9)
    centred *= (np.minimum(distance, 1.1 * far) / distance)[:, None] / (1.1 * far)
    return np.rint(EXTENT * centred).astype(np.int64)
