"""The matrix of who does what to whom: the strongest first, coloured by sign, each cell a way to its pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from cypher.bolt.table import Table
from cypher.catalog.catalog import Returns
from explorer.acts.opening import OpenPair
from explorer.charts.clicks import ACT, as_field, clickable
from explorer.charts.colours import PLAIN, filled, paints
from explorer.charts.fitting import name_of, rows_with_number
from explorer.charts.numbers import number_format
from explorer.network.style import MIXED
from explorer.words import Words

MOST_NAMES = 36
"""Maximum number of rows and of columns, so that each name can be read."""

_STEP = 20
_LABELS = 170


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party did to another: a number, its signs in the reader's language, and what a click does."""

    number: float
    signs: frozenset[str] = frozenset()
    act: OpenPair | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """The cells by actor and recipient, and the parties in the order of their totals.

    `left_out` is the number of parties that are not drawn.
    """

    cells: Mapping[tuple[str, str], Cell]
    order: Sequence[str]
    left_out: int = 0


def matrix_of(table: Table, returns: Returns, words: Words) -> Matrix:
    """Return the matrix of a result that has the columns of a heatmap; rows of the same pair are added up.

    Signs are read from the column ``sign`` or ``signs``, and ids from columns beside those of the names
    (``actor`` for ``actor_name``).
    """
    x, y, number = returns.x or "", returns.y or "", returns.series or ""
    cells: dict[tuple[str, str], Cell] = {}
    for row in rows_with_number(table, number):
        record = dict(zip(table.columns, row, strict=True))
        pair = (_shown(record[y], words), _shown(record[x], words))
        before = cells.get(pair, Cell(0))
        act = _pair(_id(record, y), _id(record, x))
        signs = before.signs | {words.term(sign) for sign in _signs(record)}
        cells[pair] = Cell(before.number + record[number], signs, before.act or act)
    return _strongest(cells)


def _shown(value: object, words: Words) -> str:
    return words.term(None) if value is None else name_of(value)


def _signs(record: Mapping[str, Any]) -> frozenset[str]:
    found = record.get("signs", record.get("sign"))
    return frozenset(map(str, found if isinstance(found, list) else () if found is None else (found,)))


def _id(record: Mapping[str, Any], column: str) -> object:
    return record.get(column.removesuffix("_name")) if column.endswith("_name") else None


def _pair(first: object, second: object) -> OpenPair | None:
    known = isinstance(first, str) and isinstance(second, str) and first != second
    return OpenPair(str(first), str(second)) if known else None


def _strongest(cells: Mapping[tuple[str, str], Cell]) -> Matrix:
    totals: Counter[str] = Counter()
    for pair, cell in cells.items():
        totals.update(dict.fromkeys(pair, abs(cell.number)))
    order = sorted(totals, key=lambda name: (-totals[name], name))[:MOST_NAMES]
    kept = {pair: cell for pair, cell in cells.items() if set(pair) <= set(order)}
    return Matrix(kept, order, len(totals) - len(order))


def matrix_chart(matrix: Matrix, titles: Mapping[str, str], words: Words) -> alt.Chart:
    """Return the chart; the stronger the colour of a cell, the larger its number."""
    rows = [_row(pair, cell, words) for pair, cell in matrix.cells.items()]
    frame = pd.DataFrame(rows, columns=["y", "x", "number", "series", ACT])
    orders = {axis: _order(matrix.order, frame[axis]) for axis in ("x", "y")}
    frame, painting = _colour(frame, words)
    clicks = bool(frame[ACT].notna().any())
    chart: alt.Chart = (
        alt.Chart(frame, height=alt.Step(_STEP))
        .mark_rect(cornerRadius=2, strokeWidth=1.2, cursor="pointer" if clicks else "default")
        .encode(
            x=alt.X("x:N", title=None, scale=orders["x"], axis=_names(orient="top", labelAngle=-60)),
            y=alt.Y("y:N", title=None, scale=orders["y"], axis=_names()),
            fillOpacity=alt.FillOpacity("number:Q", scale=_strength(frame), legend=None),
            tooltip=_tooltips(titles, frame, words),
            **painting,
        )
    )
    return clickable(chart) if clicks else chart


def _order(names: Iterable[str], shown: pd.Series[Any]) -> alt.Scale:
    """Return the scale of these names; Vega would write a list to sort by, and so news, into its code."""
    return alt.Scale(domain=[name for name in names if name in set(shown)])


def _row(pair: tuple[str, str], cell: Cell, words: Words) -> list[object]:
    return [*pair, cell.number, sign_of(cell, words), as_field(cell.act)]


def sign_of(cell: Cell, words: Words) -> str | None:
    """Return the sign of a cell in the reader's language, or that it is mixed; None if it has no sign."""
    signs = cell.signs & paints(words).keys()
    return next(iter(signs), None) if len(signs) < 2 else words.term(MIXED)


def _names(**options: Any) -> alt.Axis:  # noqa: ANN401 - options of Vega
    return alt.Axis(
        labelLimit=_LABELS,
        labelOverlap=False,
        grid=True,
        tickBand="extent",
        ticks=False,
        domain=False,
        **options,
    )


def _strength(frame: pd.DataFrame) -> alt.Scale:
    return alt.Scale(domain=[0, max(1.0, float(frame["number"].abs().max()))], range=[0.2, 1], clamp=True)


def _colour(frame: pd.DataFrame, words: Words) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The colours of signs, if every cell has one."""
    if frame["series"].isna().any():
        return frame, {"color": alt.value(PLAIN)}
    return filled(frame, None, words)


def _tooltips(titles: Mapping[str, str], frame: pd.DataFrame, words: Words) -> list[alt.Tooltip]:
    sign = [] if frame["series"].isna().any() else [alt.Tooltip("series:N", title=words("Sign"))]
    return [
        alt.Tooltip("y:N", title=titles["y"]),
        alt.Tooltip("x:N", title=titles["x"]),
        alt.Tooltip("number:Q", title=titles["series"], format=number_format(frame["number"])),
        *sign,
    ]
