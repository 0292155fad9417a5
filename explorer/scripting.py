"""What ``import konstelasi`` gives to notebooks and scripts: saved queries, typed Cypher, and their results.

The connection is opened at the first question, for a reader, and kept until Python ends.
"""

from __future__ import annotations

import atexit
import html
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from cypher.bolt.settings import Role, Settings
from cypher.bolt.table import Table
from cypher.catalog.catalog import Returns, Statement
from cypher.commands.query import readable_statement
from cypher.database import Database
from cypher.desk.drawing import MOST_TIES, Look, drawing_of
from cypher.desk.fitting import refuse_misfits, typed_misfits
from cypher.desk.lifting import lifted
from cypher.desk.own_queries import typed_statement
from cypher.desk.resolving import resolved
from cypher.desk.script_values import bound_values, refuse_unfit_values
from cypher.desk.unknown_names import unknown_names
from cypher.errors import UsageError
from cypher.judging.opening import opened
from cypher.model.graph import USUAL_LEVEL, Lens
from cypher.records.explore import CountedFor, KnownName
from cypher.records.shared import DrawnTie
from explorer.graph.networkx_graph import networkx_graph
from explorer.graph.subgraph import Subgraph, subgraph_of
from explorer.network.export import Stamp, network_html
from explorer.network.pyvis_network import pyvis_network
from explorer.network.style import MOST_NODES
from explorer.queries.drawable import Drawable, drawable
from explorer.queries.frames import typed_frame
from explorer.words import Words

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from pyvis.network import Network

HEIGHT = 560
"""The height of a drawn result in a notebook, in pixels."""
SHOWN_ROWS = 50
"""The number of rows that a notebook shows of a result without a network."""

_connections: dict[Settings, Database] = {}


def query(name: str, /, **parameters: object) -> Result:
    """Run a saved query, such as ``bilateral/history``, and return its result.

    Entities may be given by id or by any of their names. Raises `UsageError` for an unknown query, parameter,
    name or value, and for values that can have no answer, such as a limit of 0, and `DatabaseError` if the
    graph cannot be reached.
    """
    wanted = readable_statement(name)
    database = _database()
    asked = resolved(database, wanted, parameters)
    bound = wanted.bind(asked)
    refuse_misfits(wanted, bound)
    rows = database.read(wanted.name, **asked)
    counting = partial(database.rows, CountedFor, "explore/counts_for")
    said = [
        f"{each.asked} counts for {each.answered} at this level: the answer is about that."
        for each in lifted(counting, wanted, bound)
    ]
    return Result(wanted.title, rows, wanted, bound, database, said)


def cypher(text: str, /, **parameters: object) -> Result:
    """Run typed Cypher, read-only, for at most 20 seconds, and return the first 5,000 rows.

    Each ``$name`` in the text takes the parameter of that name; what the header declares is checked as on
    the page *Queries*. `lens`, `level` and `known_by` also say how ties are drawn. The notices of the result
    name labels, types and properties that the graph does not have. Raises `WriteRefusedError` for a query
    that would write, `StatementTimeoutError`, `StatementError` with the position of the mistake, or
    `UsageError` for a parameter that is missing, that the text does not use, or whose value does not fit.
    """
    wanted = typed_statement("typed", text)
    refuse_unfit_values(wanted, parameters)
    database = _database()
    bound = bound_values(wanted, text, resolved(database, wanted, parameters))
    refuse_misfits(wanted, bound)
    rows = database.read_text(text, bound)
    unknown = unknown_names(text, database.rows(KnownName, "explore/names"))
    said = [*map(str, unknown), *map(str, typed_misfits(text))]
    return Result(wanted.title, rows, wanted, bound, database, said)


class Result:
    """The rows of a query. In a notebook it draws itself: as a network if it has one, else as a table."""

    def __init__(
        self,
        title: str,
        table: Table,
        asked: Statement,
        values: Mapping[str, object],
        database: Database,
        said: Sequence[str] = (),
    ) -> None:
        self.title = title
        self._said = tuple(said)
        self.table = table
        self._returns: Returns = asked.returns
        self._look = _look_of(values)
        self._database = database

    def __len__(self) -> int:
        return len(self.table.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.records())

    def __repr__(self) -> str:
        more = " or more" if self.truncated else ""
        rows = f"{self.title}: {len(self):,}{more} rows, columns {', '.join(self.table.columns)}"
        return f"<{' '.join((f'{rows}.', *self._said))}>" if self._said else f"<{rows}>"

    def records(self) -> list[dict[str, Any]]:
        """Return the rows as dicts of plain values, by column."""
        return self.table.records()

    @property
    def truncated(self) -> bool:
        """Whether there were more rows than the limit."""
        return self.table.truncated

    @property
    def notices(self) -> tuple[str, ...]:
        """Names that the graph lacks, what was cut off, and what is not drawn and why, a sentence each."""
        rows = f"Only the first {len(self):,} rows were read; narrow the query."
        return (*self._said, *((rows,) if self.truncated else ()), *self._drawable.notices)

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a data frame; dates are texts as in the graph (``2023-10``)."""
        return typed_frame(self.table)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Return the network: nodes by id with name, kind and country, edges with the id of the tie as key.

        Edges have the attributes of the GraphML export, and the number of voices as `weight`. Raises
        `UsageError` if the result has nothing to draw.
        """
        return networkx_graph(self._drawn())

    def to_pyvis(self, height: str = f"{HEIGHT}px") -> Network:
        """Return the network as a pyvis `Network` in our look, with the ids of the graph.

        It is changed, saved and shown as any other: ``network.save_graph("ties.html")``. Raises `UsageError`
        if the result has nothing to draw, or more than 2,000 entities.
        """
        return pyvis_network(self._drawn(), height)

    def _repr_html_(self) -> str:
        """Return the result for a notebook, with all text from the news escaped."""
        said = "".join(f"<p><em>{html.escape(notice)}</em></p>" for notice in self.notices)
        drawn = self._drawable.network
        if drawn is None or not 0 < len(drawn.nodes) <= MOST_NODES:
            rows = self.to_pandas().to_html(max_rows=SHOWN_ROWS, escape=True)
            return f'<div class="tex2jax_ignore mathjax_ignore">{said}{rows}</div>'
        page = network_html(drawn, Stamp(self.title, self._look.lens, ""))
        return said + (
            '<iframe sandbox="allow-scripts allow-downloads" '
            f'style="width:100%;height:{HEIGHT}px;border:0" srcdoc="{html.escape(page)}"></iframe>'
        )

    @cached_property
    def _drawable(self) -> Drawable:
        draw = partial(drawing_of, look=self._look, rows=self._database.rows)
        return drawable(self.table, self._returns, Words(), self._by_ids, draw)

    def _by_ids(self, column: str, ids: Sequence[str]) -> Subgraph:
        """Read the ties with these ids, or those among these entities; other texts give an empty network."""
        look = self._look
        asked: dict[str, object] = {"lens": look.lens, "known_by": look.known_by, "limit": MOST_TIES}
        try:
            if column == "tie":
                return subgraph_of(self._database.rows(DrawnTie, "explore/ties", ids=list(ids), **asked))
            asked |= {"entities": list(ids), "level": look.level}
            return subgraph_of(self._database.rows(DrawnTie, "explore/ties_among", **asked))
        except UsageError:
            return Subgraph()

    def _drawn(self) -> Subgraph:
        if (network := self._drawable.network) is not None:
            return network
        why = " ".join((f"Its columns are {', '.join(self.table.columns)}.", *self._drawable.notices))
        raise UsageError(f"“{self.title}” has no entities or ties to draw. {why} Use to_pandas().")


def _database() -> Database:
    """Return the open connection to the graph that the settings name now."""
    settings = Settings.from_environment()
    if settings not in _connections:
        stack = ExitStack()
        _connections[settings] = stack.enter_context(opened(settings, Role.READER, print))
        atexit.register(stack.close)
    return _connections[settings]


def _look_of(values: Mapping[str, object]) -> Look:
    lens = str(values.get("lens") or Lens.TRUSTED.value)
    level = str(values.get("level") or USUAL_LEVEL.value)
    known_by = values.get("known_by")
    return Look(lens, level, str(known_by) if known_by else None, level if "level" in values else None)
