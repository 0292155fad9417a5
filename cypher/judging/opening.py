"""Opens the graph for a command: brings an older one up to date first, or says which command does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cypher.bolt.settings import Role, Settings
from cypher.database import Database, connect
from cypher.errors import OlderGraphError
from cypher.judging.migration import bring_up_to_date
from cypher.model.release import GRAPH_RELEASE, PROGRAM
from cypher.records.explore import GraphCounts


@dataclass(frozen=True, slots=True)
class Update:
    """What was done to a graph of an older version: the names of the steps, and its number of documents.

    These documents were read by the extractor of that version; those of data sets are not among them.
    """

    steps: tuple[str, ...] = ()
    documents: int = 0

    def lines(self) -> list[str]:
        """Say what was done, and how the documents get today's claims."""
        done = [f"Brought up to date: {name}" for name in self.steps]
        return [*done, READ_AGAIN.format(documents=self.documents)] if self.documents else done


READ_AGAIN = (
    "Documents that an older version has read: {documents:,}. `konstelasi reread` reads them again by the "
    "rules of this one; judgements and notes stay."
)


@contextmanager
def opened(settings: Settings, role: Role, tell: Callable[[str], None]) -> Iterator[Database]:
    """Open the graph like `connect`; an analyst's connection updates an older graph, and tells it in lines.

    Raises `OlderGraphError` if a reader opens an older graph.
    """
    with connect(settings, role) as database:
        if role is Role.READER:
            refuse_older_graph(database)
        elif is_older(database):
            for line in updated(database).lines():
                tell(line)
        yield database


def updated(database: Database) -> Update:
    """Bring the graph up to date, and its ties to the rules of today; return what an older graph needed."""
    documents = _documents_read(database) if is_older(database) else 0
    return Update(bring_up_to_date(database), documents)


def is_older(database: Database) -> bool:
    """Whether an older version made the graph."""
    return database.graph_release() < GRAPH_RELEASE


def refuse_older_graph(database: Database) -> None:
    """Raise `OlderGraphError` if an older version made the graph and it has documents."""
    if is_older(database) and _has_documents(database):
        raise OlderGraphError(
            f"The graph has release {database.graph_release()} of its shape, from an older version; this is "
            f"{PROGRAM}, which reads release {GRAPH_RELEASE}. Run `konstelasi db check` once: it brings the "
            "graph up to date and keeps everything in it."
        )


def _has_documents(database: Database) -> bool:
    (counts,) = database.rows(GraphCounts, "explore/counts")
    return counts.documents > 0


def _documents_read(database: Database) -> int:
    ((documents,),) = database.read("check/documents_read").rows
    return int(documents)
