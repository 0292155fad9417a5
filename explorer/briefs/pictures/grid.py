"""The matrix of who does what to whom: the stronger the colour of a cell, the larger its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from explorer.briefs.pictures.keys import Key, laid_keys, square
from explorer.briefs.pictures.shapes import (
    INK,
    TEXT_SIZE,
    WIDTH,
    Box,
    Drawing,
    Label,
    Point,
    Shape,
    Stroke,
    shortened,
    text_width,
)
from explorer.charts.colours import PLAIN, Paint, paints
from explorer.charts.matrix import WEAKEST, Matrix, sign_of
from explorer.words import Words

_LONGEST, _LARGEST, _CLOSE = 170, 24.0, 7


def matrix_drawing(matrix: Matrix, words: Words) -> Drawing:
    """Lay out at least one cell, with actors in rows; signs have a key if all cells have one."""
    rows, columns = (
        [name for name in matrix.order if any(pair[side] == name for pair in matrix.cells)] for side in (0, 1)
    )
    colours = _colours(matrix, words)
    shapes, top = laid_keys([Key(partial(square, each.fill), name) for name, each in colours.items()], 4)
    left, head = (
        max(text_width(shortened(name, _LONGEST)) for name in names) + _CLOSE for names in (rows, columns)
    )
    size = min(_LARGEST, (WIDTH - left) / len(columns))
    first = top + head
    shapes += _heads(rows, columns, (left, first), size)
    most = max(1.0, *(abs(cell.number) for cell in matrix.cells.values()))
    for (actor, recipient), cell in matrix.cells.items():
        x, y = left + columns.index(recipient) * size, first + rows.index(actor) * size
        sign = sign_of(cell, words) if colours else None
        strength = WEAKEST + (1 - WEAKEST) * abs(cell.number) / most
        colour = colours[sign].fill if sign else PLAIN
        shapes.append(Box(x + 1, y + 1, size - 2, size - 2, colour, strength))
    return Drawing(first + len(rows) * size + 6, shapes)


def _colours(matrix: Matrix, words: Words) -> dict[str, Paint]:
    """Return the paints of the signs of cells; none if a cell has no sign."""
    signs = {sign_of(cell, words) for cell in matrix.cells.values()}
    if None in signs:
        return {}
    return {name: paint for name, paint in paints(words).items() if name in signs}


def _heads(rows: Sequence[str], columns: Sequence[str], corner: Point, size: float) -> Iterator[Shape]:
    left, top = corner
    lower = 0.35 * TEXT_SIZE
    for at, name in enumerate(rows):
        y = top + (at + 0.5) * size
        yield Label(left - _CLOSE, y + lower, shortened(name, _LONGEST), "end")
        yield Stroke(((left, y), (left + len(columns) * size, y)), INK, 0.12)
    for at, name in enumerate(columns):
        x = left + (at + 0.5) * size
        yield Label(x + lower, top - _CLOSE, shortened(name, _LONGEST), "start", upright=True)
        yield Stroke(((x, top), (x, top + len(rows) * size)), INK, 0.12)
