"""Bookmarks: what this process wrote to a server, so that its next reads are at least as new.

In a cluster, a read may go to a member that has not got the last write yet. All connections of this process
to one database share their bookmarks, so what an analyst writes is what the next reader sees.
"""

from __future__ import annotations

from cypher.bolt.driver import Neo4jError, neo4j

Database = tuple[str, str | None]
"""The address of a server and the name of a database there; `None` is the user's home database."""

_managers: dict[Database, neo4j.BookmarkManager] = {}


def manager_of(database: Database) -> neo4j.BookmarkManager:
    """Return the bookmarks of a database, for sessions that share them."""
    return _managers.setdefault(database, neo4j.GraphDatabase.bookmark_manager())


def latest(database: Database) -> neo4j.Bookmarks:
    """Return the present bookmarks of a database, for a session that only reads."""
    return neo4j.Bookmarks.from_raw_values(manager_of(database).get_bookmarks())


def forgot_unknown(error: Exception, database: Database) -> bool:
    """Forget the bookmarks if the server does not know them; return whether that was the reason of `error`.

    A database that was replaced by an older copy never reaches the bookmarks of the former one.
    """
    unknown = isinstance(error, Neo4jError) and "Bookmark" in (error.code or "")
    if unknown:
        _managers.pop(database, None)
    return unknown
