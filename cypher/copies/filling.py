"""Fills an empty graph with pages, and compares its content with theirs before others may use it.

The embedded engine makes the new graph beside the present one, which stays until then. A server has no such
place: its graph has a mark while it is filled, and nothing but another filling opens it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cypher.bulk.embedded import fill as fill_beside
from cypher.bulk.embedded import what_is_loaded
from cypher.bulk.files import End, GraphFiles, number_of
from cypher.copies.content import Content, content_of
from cypher.copies.pages import Page
from cypher.copies.writing import remove_all, write_page
from cypher.database import FILLING, Database, Role, Settings, connect
from cypher.engine.folder import DATABASE, EngineFolder
from cypher.errors import DatabaseError, UsageError

Check = Callable[[Content], None]
"""Gets the content of all pages, and raises what speaks against completing a graph of them."""


def fill(target: Settings, pages: Callable[[], Iterable[Page]], check: Check) -> Content:
    """Write pages to the empty graph of `target`, and return their content.

    Raises `UsageError` if it is not empty, and `DatabaseError` if what was written is not what is there.
    After an error, or if the process is killed, the graph of an embedded engine is as it was. That of a
    server is empty after an error; after a kill, it can only be filled again.
    """
    refuse_what_is_there(target)
    return _fill_engine(target, pages, check) if target.embedded else _fill_server(target, pages, check)


def refuse_what_is_there(target: Settings) -> None:
    """Raise `UsageError` if a graph has anything in it that is not what a filling left that was cut off."""
    if target.embedded and not has_graph(target):
        return
    with connect(target, Role.READER, even_unfinished=True) as database:
        loaded = {} if database.is_unfinished() else what_is_loaded(database)
    if loaded:
        label, count = max(loaded.items(), key=lambda each: each[1])
        raise UsageError(
            f"The graph of {place_of(target)} is not empty: it has {count:,} nodes of {label}. Name an empty "
            "one: a graph is never replaced."
        )


def has_graph(settings: Settings) -> bool:
    """Whether an embedded engine has a graph on its folder, empty or not."""
    return (EngineFolder(settings.home).databases / DATABASE).exists()


def place_of(settings: Settings) -> str:
    """Say where a graph is: an address or a folder."""
    return settings.uri or str(settings.home)


def _fill_engine(target: Settings, pages: Callable[[], Iterable[Page]], check: Check) -> Content:
    content = Content()

    def write(files: GraphFiles) -> None:
        for page in counted(pages(), content):
            _add(files, page)
        check(content)

    fill_beside(target.home, write, lambda database: _compare(database, content))
    return content


def _fill_server(target: Settings, pages: Callable[[], Iterable[Page]], check: Check) -> Content:
    content = Content()
    with connect(target, Role.ANALYST, even_unfinished=True) as database:
        database.write("check/leave_mark", mark=FILLING)
        remove_all(database)
        try:
            for page in counted(pages(), content):
                write_page(database, page)
            check(content)
            _compare(database, content)
        except BaseException:
            remove_all(database)
            database.record_release()
            database.write("check/remove_mark", mark=FILLING)
            raise
        database.write("check/remove_mark", mark=FILLING)
    return content


def counted(pages: Iterable[Page], content: Content) -> Iterator[Page]:
    """Yield pages, each after it was added to `content`."""
    for page in pages:
        content.add(page)
        yield page


def _add(files: GraphFiles, page: Page) -> None:
    shape = page.shape
    for node in page.nodes:
        files.node(shape.label, node, shape.key)
    for link, rows in page.links.items():
        for row in rows:
            ends = End(shape.label, number_of(row.node)), End(row.label, number_of(row.other))
            start, end = ends if link.out else ends[::-1]
            files.relationship(link.type, start, end, row.properties)


def _compare(database: Database, expected: Content) -> None:
    found = content_of(database)
    if differing := found.differing(expected):
        raise DatabaseError(
            f"The new graph is not what was written: {', '.join(differing)} differ. It was not kept. Let "
            "nothing else write to it, and try again."
        )
