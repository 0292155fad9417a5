"""The chart of a query's result as a brief keeps it: its kind, and the values from which it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cypher.bolt.table import Table
from cypher.catalog.catalog import ResultKind, Returns
from cypher.catalog.column_types import Column, ColumnType
from cypher.database.export import plain_text

MOST_POINTS = 2_000
"""The maximum number of rows of a chart in a brief; the first are kept."""
LONGEST_NAME = 200
_SIGNS = ("sign", "signs")


@dataclass(frozen=True, slots=True)
class FrozenChart:
    """A chart: its `kind` as headers of queries name it, the columns of its axes, and its rows.

    Values are null, numbers, texts or lists of texts. `types` has the declared type of each column, or an
    empty text. `cut` means that there were more rows.
    """

    kind: str
    x: str
    y: str
    series: str | None
    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool = False

    @property
    def returns(self) -> Returns:
        """What is drawn, as the header of a query says it."""
        return Returns(ResultKind.CHART, self.kind, self.x, self.y, self.series)

    @property
    def table(self) -> Table:
        """The rows, as a query returns them."""
        return Table(self.columns, self.rows)

    @property
    def declared(self) -> tuple[Column, ...]:
        """The columns whose type is declared."""
        named = zip(self.columns, self.types, strict=True)
        return tuple(Column(name, ColumnType(kind)) for name, kind in named if kind)

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> FrozenChart:
        """Return the chart of plain values; raises `TypeError` or `KeyError` if they do not fit."""
        lists = {name: tuple(value[name]) for name in ("columns", "types")}
        return cls(**{**value, **lists, "rows": tuple(map(tuple, value["rows"]))})


def frozen_chart(table: Table, returns: Returns, declared: Iterable[Column] = ()) -> FrozenChart:
    """Keep a chart of a result that has the columns which `returns` names.

    The columns of signs and of ids beside names are kept too: they colour a matrix, and lead on from it.
    """
    axes = [each for each in (returns.x, returns.y, returns.series) if each]
    ids = [each.removesuffix("_name") for each in axes if each.endswith("_name")]
    wanted = {*axes, *ids, *(_SIGNS if returns.chart == "heatmap" else ())}
    places = [at for at, name in enumerate(table.columns) if name in wanted]
    types = {column.name: column.type.name for column in declared}
    columns = tuple(table.columns[at] for at in places)
    rows = (tuple(_kept(row[at]) for at in places) for row in table.rows[:MOST_POINTS])
    return FrozenChart(
        returns.chart or "bar",
        returns.x or "",
        returns.y or "",
        returns.series,
        columns,
        tuple(types.get(name, "") for name in columns),
        tuple(rows),
        table.truncated or len(table.rows) > MOST_POINTS,
    )


def _kept(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, list):
        return [_text(each) for each in value]
    return _text(value)


def _text(value: object) -> str:
    return plain_text(value)[:LONGEST_NAME]
