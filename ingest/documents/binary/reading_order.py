"""Puts the pieces of lines of a page into the order in which people read them: column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from ingest.documents.binary.pdf_lines import Line

Block = tuple[Line, ...]
"""Lines that stand one below another."""

_LEAST_LINES, _LEAST_CHARACTERS = 3, 12
"""What a column has at least: lines, and characters in most of its lines. Less is a list or a table."""

_GUTTER = 0.5
"""The least width of the space between columns, as a part of the height of a line."""

_ALIGNED = 3.0  # points by which the lines of one column may begin apart
_MOST_PIECES = 20_000


def blocks_of(pieces: Sequence[Line]) -> list[Block]:
    """Return the lines of a page in blocks, in their order of reading."""
    return [block for block in _ordered(list(pieces[:_MOST_PIECES])) if block]


def _ordered(pieces: list[Line]) -> Iterator[Block]:
    """Yield the blocks of a region: bands from top to bottom, in each the columns from left to right."""
    edge = _column_edge(pieces)
    if edge is None:
        yield _rows(pieces)
        return
    for band, is_split in _bands(pieces, edge):
        if is_split:
            yield from _ordered([each for each in band if each.right <= edge])
            yield from _ordered([each for each in band if each.right > edge])
        else:
            yield _rows(band)


def _column_edge(pieces: Sequence[Line]) -> float | None:
    """Return where the second column of a region begins, None if it has only one."""
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    size = median(each.size for each in pieces)
    start = min(each.left for each in pieces)
    for edge in _starts(pieces):
        if edge < start + 4 * size:
            continue
        left = [each for each in pieces if each.right <= edge - _GUTTER * size]
        right = [each for each in pieces if each.left >= edge]
        across = len(pieces) - len(left) - len(right)
        if across <= 0.5 * len(pieces) and _is_column(left) and _is_column(right) and _overlap(left, right):
            return edge
    return None


def _starts(pieces: Sequence[Line]) -> Iterator[float]:
    """Yield the places at which several lines begin, from left to right."""
    lefts = sorted(each.left for each in pieces)
    first = 0
    for number, left in enumerate(lefts):
        while left - lefts[first] > _ALIGNED:
            first += 1
        is_last = number + 1 == len(lefts) or lefts[number + 1] - lefts[first] > _ALIGNED
        if is_last and number - first + 1 >= _LEAST_LINES:
            yield lefts[first] - 0.01


def _is_column(pieces: Sequence[Line]) -> bool:
    return len(pieces) >= _LEAST_LINES and median(len(each.text) for each in pieces) >= _LEAST_CHARACTERS


def _overlap(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Return whether columns stand beside each other, rather than one below the other."""
    shared = min(_top(left), _top(right)) - max(_bottom(left), _bottom(right))
    return shared > 0.3 * min(_top(left) - _bottom(left), _top(right) - _bottom(right))


def _bands(pieces: Sequence[Line], edge: float) -> Iterator[tuple[list[Line], bool]]:
    """Yield the bands of a region, each with whether it has columns: lines across the edge divide them."""
    across = [each for each in pieces if each.left < edge < each.right]
    band: list[Line] = []
    is_split = False
    for piece in sorted(pieces, key=lambda each: -each.top):
        crosses = piece.left < edge < piece.right
        splits = not crosses and not any(each.is_beside(piece) for each in across)
        if band and splits != is_split:
            yield band, is_split
            band = []
        is_split = splits
        band.append(piece)
    if band:
        yield band, is_split


def _rows(pieces: Sequence[Line]) -> Block:
    """Return the lines of one column, from top to bottom; pieces beside each other become one."""
    rows: list[Line] = []
    for piece in sorted(pieces, key=lambda each: (-each.top - each.bottom, each.left)):
        if rows and rows[-1].is_beside(piece):
            first, second = sorted((rows[-1], piece), key=lambda each: each.left)
            rows[-1] = first.with_next(second)
        else:
            rows.append(piece)
    return tuple(rows)


def _top(pieces: Sequence[Line]) -> float:
    return max(each.top for each in pieces)


def _bottom(pieces: Sequence[Line]) -> float:
    return min(each.bottom for each in pieces)
