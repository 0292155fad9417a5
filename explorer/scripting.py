"""What ``import konstelasi`` gives to notebooks and scripts: saved queries, typed Cypher, and their results.

The connection is opened at the first question, for a reader, and kept until Python ends.
"""

from __future__ import annotations

import atexit
import html
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from cypher.bolt.settings import Role, Settings
from cypher.bolt.table import Table
from cypher.catalog.catalog import Returns, Statement
from cypher.commands.query import readable_statement, resolved
from cypher.database import Database
from cypher.desk.drawing import Look, drawing_of
from cypher.desk.own_queries import typed_statement
from cypher.errors import UsageError
from cypher.judging.opening import opened
from cypher.model.graph import USUAL_LEVEL, Lens
from explorer.graph.subgraph import Subgraph
from explorer.network.export import Stamp, network_html
from explorer.network.layout import arrange
from explorer.network.payload import network_of, unwired
from explorer.network.style import MOST_NODES, drawing_policy
from explorer.queries.drawable import drawable
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


def query(name: str, **parameters: object) -> Result:
    """Run a saved query, such as ``bilateral/history``, and return its result.

    Entities may be given by id or by any of their names. Raises `UsageError` for an unknown query, parameter
    or name, and `DatabaseError` if the graph cannot be reached.
    """
    wanted = readable_statement(name)
    database = _database()
    asked = resolved(database, wanted, parameters)
    return Result(wanted.title, database.read(wanted.name, **asked), wanted, wanted.bind(asked), database)


def cypher(text: str, **parameters: object) -> Result:
    """Run typed Cypher, read-only, for at most 20 seconds, and return the first 5,000 rows.

    Each ``$name`` in the text takes the parameter of that name. Raises `WriteRefusedError` for a query that
    would write, `StatementTimeoutError`, or `StatementError` with the position of the mistake.
    """
    database = _database()
    wanted = typed_statement("typed", text)
    return Result(wanted.title, database.read_text(text, parameters), wanted, parameters, database)


class Result:
    """The rows of a query. In a notebook it draws itself: as a network if it has one, else as a table."""

    def __init__(
        self,
        title: str,
        table: Table,
        asked: Statement,
        values: Mapping[str, object],
        database: Database,
    ) -> None:
        self.title = title
        self.table = table
        self._returns: Returns = asked.returns
        self._look = _look_of(values)
        self._database = database

    def __len__(self) -> int:
        return len(self.table.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.records())

    def __repr__(self) -> str:
        return f"<{self.title}: {len(self)} rows, columns {', '.join(self.table.columns)}>"

    def records(self) -> list[dict[str, Any]]:
        """Return the rows as dicts of plain values, by column."""
        return self.table.records()

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a data frame; dates are texts as in the graph (``2023-10``)."""
        import pandas as pd  # noqa: PLC0415 - importing it takes a second

        return pd.DataFrame(list(self.table.rows), columns=list(self.table.columns))

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Return the network: nodes by id with name, kind and country, edges with the id of the tie as key.

        Edges have sign, directed, verdict, claims, voices, event_types, relation_type, first_date, last_date
        and not_after. Raises `UsageError` if the result has nothing to draw.
        """
        import networkx as nx  # noqa: PLC0415 - importing it takes a second

        drawn = self._drawn()
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for node in drawn.nodes.values():
            graph.add_node(node.id, name=node.name, kind=node.kind.value, country=node.country)
        for edge in drawn.edges.values():
            graph.add_edge(
                edge.actor,
                edge.recipient,
                key=edge.id,
                sign=edge.sign.value,
                directed=edge.directed,
                verdict=edge.verdict.value,
                claims=edge.claims,
                voices=edge.voices,
                event_types=dict(edge.event_types),
                relation_type=edge.relation_type,
                first_date=edge.first_date,
                last_date=edge.last_date,
                not_after=edge.not_after,
            )
        return graph

    def to_pyvis(self) -> Network:
        """Return the network as a pyvis `Network` in our look, with the ids of the graph.

        It is saved and shown as any other: ``network.save_graph("ties.html")``. Raises `UsageError` if the
        result has nothing to draw, or more than 2,000 entities.
        """
        from pyvis.network import Network  # noqa: PLC0415 - importing it takes a second

        drawn = self._drawn()
        policy = drawing_policy(len(drawn.nodes))
        if policy is None:
            raise UsageError(
                f"{len(drawn.nodes)} entities cannot be drawn (the limit is {MOST_NODES}): narrow it."
            )
        pairs = [(edge.actor, edge.recipient) for edge in drawn.edges.values()]
        ours = network_of(drawn, arrange(drawn.nodes.keys(), pairs), policy, Words())
        network = Network(height=f"{HEIGHT}px", directed=True, cdn_resources="in_line")
        for node in ours.nodes:
            network.add_node(unwired(node["id"]), **_safe(node, "id"))
        for edge in ours.edges:
            ends = unwired(edge["from"]), unwired(edge["to"])
            network.add_edge(*ends, id=unwired(edge["id"]), **_safe(edge, "from", "to", "id"))
        network.options = ours.options
        return network

    def _repr_html_(self) -> str:
        """Return the result for a notebook, with all text from the news escaped."""
        drawn = self._network
        if drawn is None or not 0 < len(drawn.nodes) <= MOST_NODES:
            return self.to_pandas().to_html(max_rows=SHOWN_ROWS, escape=True)
        page = network_html(drawn, Stamp(self.title, self._look.lens, ""))
        return (
            f'<iframe sandbox="allow-scripts" style="width:100%;height:{HEIGHT}px;border:0" '
            f'srcdoc="{html.escape(page)}"></iframe>'
        )

    @cached_property
    def _network(self) -> Subgraph | None:
        draw = partial(drawing_of, look=self._look, rows=self._database.rows)
        return drawable(self.table, self._returns, Words(), draw=draw).network

    def _drawn(self) -> Subgraph:
        if self._network is None:
            columns = ", ".join(self.table.columns)
            raise UsageError(f"“{self.title}” has no entities or ties to draw. Its columns are {columns}.")
        return self._network


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


def _safe(item: dict[str, Any], *ids: str) -> dict[str, Any]:
    """Return the look of a node or edge without its ids; pyvis would treat a title with "href" as markup."""
    look = {key: value for key, value in item.items() if key not in ids}
    if "href" in look.get("title", ""):
        look["title"] = look["title"].replace("href", "hre\u200bf")
    return look
