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
from cypher.model.graph import Level
from explorer.acts import Act
from explorer.acts.opening import OpenPair, OpenPairAt
from explorer.charts.clicks import ACT, as_field, clickable
from explorer.charts.colours import PLAIN, filled, paints
from explorer.charts.fitting import name_of, rows_with_number
from explorer.charts.numbers import number_format
from explorer.network.style import MIXED
from explorer.words import Words

MOST_NAMES = 36
"""Maximum number of rows and of columns, so that each name can be read."""

WEAKEST = 0.4
"""The strength of the colour of the smallest number, with which signs are told apart also on a dark page."""

_STEP = 20
_LABELS = 170


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party did to another: a number, its signs in the reader's language, and what a click does."""

    number: float
    signs: frozenset[str] = frozenset()
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """The cells by actor and recipient, and the parties in the order of their totals.

    `left_out` is the number of parties that are not drawn.
    """

    cells: Mapping[tuple[str, str], Cell]
    order: Sequence[str]
    left_out: int = 0


def matrix_of(table: Table, returns: Returns, words: Words, level: Level | None = None) -> Matrix:
    """Return the matrix of a result that has the columns of a heatmap; rows of the same pair are added up.

    Signs are read from the column ``sign`` or ``signs``, and ids from columns beside those of the names
    (``actor`` for ``actor_name``). Parties with the same name and different ids are told apart by these.
    Cells lead to their pair at `level`, or at that of the reader.
    """
    x, y, number = returns.x or "", returns.y or "", returns.series or ""
    records = [dict(zip(table.columns, row, strict=True)) for row in rows_with_number(table, number)]
    labels = _labels([_party(record, side) for record in records for side in (x, y)], words)
    cells: dict[tuple[str, str], Cell] = {}
    for record in records:
        actor, recipient = _party(record, y), _party(record, x)
        pair = (labels[actor], labels[recipient])
        before = cells.get(pair, Cell(0))
        act = _way(actor[1], recipient[1], level)
        signs = before.signs | {words.term(sign) for sign in _signs(record)}
        cells[pair] = Cell(before.number + record[number], signs, before.act or act)
    return _strongest(cells)


_Party = tuple[str | None, str | None]
"""The name of a party, and its id, as far as a row has them."""


def _party(record: Mapping[str, Any], column: str) -> _Party:
    value = record[column]
    id_ = record.get(column.removesuffix("_name")) if column.endswith("_name") else None
    return None if value is None else name_of(value), id_ if isinstance(id_, str) else None


def _labels(parties: Iterable[_Party], words: Words) -> dict[_Party, str]:
    """Name each party; those of the same name have their id behind it."""
    names = {party: words.term(None) if party[0] is None else party[0] for party in parties}
    shared = Counter(names.values())
    return {
        party: f"{name} ({name_of(party[1])})" if shared[name] > 1 and party[1] else name
        for party, name in names.items()
    }


def _signs(record: Mapping[str, Any]) -> frozenset[str]:
    found = record.get("signs", record.get("sign"))
    return frozenset(map(str, found if isinstance(found, list) else () if found is None else (found,)))


def _way(first: str | None, second: str | None, level: Level | None) -> Act | None:
    if first is None or second is None or first == second:
        return None
    return OpenPairAt(first, second, level) if level else OpenPair(first, second)


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
            x=alt.X("x:N", title=titles["x"], scale=orders["x"], axis=_names(orient="top", labelAngle=-60)),
            y=alt.Y("y:N", title=titles["y"], scale=orders["y"], axis=_names()),
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
        labelFlush=False,
        grid=True,
        tickBand="extent",
        ticks=False,
        domain=False,
        **options,
    )


def _strength(frame: pd.DataFrame) -> alt.Scale:
    return alt.Scale(domain=[0, max(1.0, float(frame["number"].abs().max()))], range=[WEAKEST, 1], clamp=True)


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
