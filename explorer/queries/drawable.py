"""Decides which parts of a result can be drawn as network and charts, and why the rest cannot.

The header or the columns of a typed query may promise more than its rows contain. Any result can be shown as
a table; a notice names the column that prevents another form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cypher.bolt.table import Table
from cypher.catalog.catalog import ResultKind, Returns
from cypher.catalog.return_clause import TIE_COLUMNS
from cypher.database.elements import elements_of
from cypher.database.export import json_text
from cypher.database.tie_rows import LeftOut, TieRows, tie_rows
from explorer.charts.fitting import charts_of, columns_of, points_of
from explorer.graph.subgraph import Subgraph, merged, subgraph_of
from explorer.network.style import plain_text as one_line
from explorer.queries.of_elements import Draw, network_of_elements, said_of
from explorer.words import Words

Read = Callable[[str, Sequence[str]], Subgraph]
"""Reads a network by the ids of its ties, or by the ids of its entities; the column name tells which."""

ID_COLUMNS = ("tie", "entity")
"""Columns whose ids are enough to read a network, in order of preference."""

_LONGEST = 60
_MOST_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Drawable:
    """The network and the charts of a result, by name; `notices` say what is not drawn, and why.

    `looked_up` means that the rows have only ids, by which the network was read.
    """

    network: Subgraph | None
    charts: Mapping[str, Returns]
    notices: tuple[str, ...] = ()
    looked_up: bool = False


def drawable(
    table: Table, returns: Returns, words: Words, read: Read | None = None, draw: Draw | None = None
) -> Drawable:
    """Find what can be drawn of `table`; `returns` says how it is meant to be shown.

    `read` reads the network of a result that has ids of ties or entities, but not the columns of ties. `draw`
    reads what is drawn of the nodes, relationships and paths in a result.
    """
    if draw is not None and (elements := elements_of(table)):
        drawing = draw(elements)
        rest = drawable(table, _without_network(returns), words, read)
        parts = [part for part in (rest.network, network_of_elements(drawing)) if part is not None]
        said = (*said_of(drawing, words), *rest.notices)
        return replace(rest, network=merged(parts) if parts else None, notices=said, looked_up=False)
    if read is not None and (looked_up := _by_ids(table, read)):
        charted = drawable(table, _without_network(returns), words)
        return replace(charted, network=looked_up, looked_up=True)
    missing = tuple(_missing(table, returns, words))
    ties = tie_rows(table) if set(table.columns) >= TIE_COLUMNS else TieRows(())
    broken = (_left_out(each, table, words) for each in ties.left_out)
    notices = (*missing, *broken, *(() if missing else _unmeasured(table, returns, words)))
    network = subgraph_of(ties.ties()) if ties.rows else None
    return Drawable(network, charts_of(table, returns) if table.rows else {}, notices)


def _without_network(returns: Returns) -> Returns:
    """`returns`, if it asks for no network; else a table, for a result whose network is read otherwise."""
    return returns if returns.kind is not ResultKind.GRAPH else Returns(ResultKind.TABLE)


def _by_ids(table: Table, read: Read) -> Subgraph | None:
    if set(table.columns) >= TIE_COLUMNS:
        return None
    for column in ID_COLUMNS:
        if column in table.columns:
            place = table.columns.index(column)
            ids = dict.fromkeys(row[place] for row in table.rows if isinstance(row[place], str))
            if ids and (found := read(column, list(ids))).edges:
                return found
    return None


def _missing(table: Table, returns: Returns, words: Words) -> Iterator[str]:
    """Yield a notice if columns that the header needs are missing; nothing if the columns are unknown."""
    promised = list(columns_of(returns).values())
    if returns.kind is ResultKind.GRAPH:
        promised = sorted(TIE_COLUMNS)
    missing = [column for column in dict.fromkeys(promised) if column not in table.columns]
    if not missing or not table.columns:
        return
    values = {"missing": _listed(missing), "columns": _listed(table.columns)}
    if returns.kind is ResultKind.GRAPH:
        yield words(
            "Not drawn as a network: the query does not return {missing}. It returns {columns}.", **values
        )
    else:
        yield words(
            "Not drawn as a chart: the query does not return {missing}. It returns {columns}.", **values
        )


def _left_out(found: LeftOut, table: Table, words: Words) -> str:
    return words(
        "{number} of {rows} not in the network: “{column}” must be {expected}; row {row} has {value}.",
        number=words.number(len(found.rows)),
        rows=words.plural(len(table.rows), "{number} row", "{number} rows"),
        column=one_line(found.column, _LONGEST),
        expected=words(found.expected.value),
        row=found.rows[0],
        value=_shown(found.value),
    )


def _unmeasured(table: Table, returns: Returns, words: Words) -> Iterator[str]:
    """Yield a notice if rows have no number for the header's chart."""
    if returns.kind is not ResultKind.CHART or not table.rows or not table.columns:
        return
    points = points_of(table, returns)
    column = one_line(points.column, _LONGEST)
    if points.left_out:
        yield words(
            "{number} of {rows} not in the chart: “{column}” must be a number; row {row} has {value}.",
            number=words.number(len(points.left_out)),
            rows=words.plural(len(table.rows), "{number} row", "{number} rows"),
            column=column,
            row=points.left_out[0],
            value=_shown(points.value),
        )
    elif points.frame.empty:
        yield words("Not drawn as a chart: “{column}” has no number in any row.", column=column)


def _listed(columns: list[str] | tuple[str, ...]) -> str:
    named = [f"“{one_line(column, _LONGEST)}”" for column in columns[:_MOST_COLUMNS]]
    return ", ".join(named) + (" …" if len(columns) > _MOST_COLUMNS else "")


def _shown(value: object) -> str:
    """Format the value of a cell for a sentence."""
    if isinstance(value, str):
        return f"“{one_line(value, _LONGEST)}”"
    return one_line(str(value) if isinstance(value, float) else json_text(value), _LONGEST)
