"""Ends overdue typed queries.

Normally the process that sent the query ends it. If that process is gone, the supervisor starts
``python -m cypher.engine.guard.overdue FOLDER``: a separate process, so that the supervisor stays small and
never waits for the engine.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from cypher.bolt.driver import DriverError, Neo4jError, neo4j
from cypher.bolt.settings import Role
from cypher.catalog.catalog import statement
from cypher.engine.client import endpoint
from cypher.engine.folder import EngineFolder
from cypher.engine.guard.slots import Slot, taken
from cypher.engine.processes import Server

_POLL = 0.1


def end(folder: EngineFolder, server: Server, slots: list[Slot]) -> bool:
    """End the transactions of `slots`, and free each slot once its transactions have ended.

    Returns `True` when all have ended, or `False` when the engine no longer answers.
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
            running = [each for each in slots if list(session.run(text, users=[each.user]))]
            for each in slots:
                if each in running:
                    each.note_end_request()
                else:
                    each.free()
            slots = running
            time.sleep(_POLL)


def main(root: str) -> int:
    """End the overdue queries on the folder `root`; the exit code is 1 if the engine does not answer."""
    folder = EngineFolder(Path(root))
    server = Server.read(folder)
    if server is None:
        return 1
    return 0 if end(folder, server, [each for each in taken(folder) if each.due]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
