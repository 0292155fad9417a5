"""A second user of a server, as `docs/engines.md` says how to create one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from cypher.database import Settings
from tests.services import administration

READER, PASSWORD = "onlooker", "of the reader"


@contextmanager
def with_reader(server: Settings) -> Iterator[Settings]:
    """The settings of a server that name a second user for reading, who exists within the block."""
    create = f"CREATE OR REPLACE USER {READER} SET PASSWORD $password CHANGE NOT REQUIRED"
    with administration(replace(server, database="system")) as owner:
        owner.run("adding a user", create, {"password": PASSWORD}, write=True)
        yield replace(server, reader_user=READER, reader_password=PASSWORD)
        owner.run("dropping a user", f"DROP USER {READER}", {}, write=True)
