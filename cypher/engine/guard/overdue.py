"""Ends typed queries that nobody waits for.

Their authors' process does so itself; where it is gone, the supervisor starts
``python -m cypher.engine.guard.overdue FOLDER``, so that it stays small and never waits for the engine.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from cypher.bolt.settings import Role
from cypher.catalog.catalog import statement
from cypher.engine.client import endpoint
from cypher.engine.folder import EngineFolder
from cypher.engine.guard.slots import Slot, taken
from cypher.engine.processes import Server

_POLL = 0.1


def end(folder: EngineFolder, server: Server, slots: list[Slot]) -> bool:
    """End the transactions of `slots`, and free each slot once its transactions have ended.

    Returns only then, or with `False` when the engine does not answer any more.
    """
    try:
        _end(folder, server, slots)
    except (DriverError, Neo4jError):
        return False
    return True


def _end(folder: EngineFolder, server: Server, slots: list[Slot]) -> None:
    place = endpoint(folder, server, Role.OWNER)
    text = statement("engine/end_typed_queries").text
    with (
        neo4j.GraphDatabase.driver(place.uri, auth=(place.user, place.password)) as driver,
        driver.session(database=place.database) as session,
    ):
        while slots:
            still = [each for each in slots if list(session.run(text, users=[each.user]))]
            for each in slots:
                if each in still:
                    each.told_to_end()
                else:
                    each.free()
            slots = still
            time.sleep(_POLL)


def main(root: str) -> int:
    """End what is overdue on the folder `root`; the exit code is 1 when the engine does not answer."""
    folder = EngineFolder(Path(root))
    server = Server.read(folder)
    if server is None:
        return 1
    return 0 if end(folder, server, [each for each in taken(folder) if each.due]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
