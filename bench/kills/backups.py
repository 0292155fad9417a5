"""Kills a backup. No half copy may be left with the name of a whole one, and the graph stays."""

from __future__ import annotations

from pathlib import Path

from bench.kills.found import Found, begun, rest
from bench.kills.loading import articles
from cypher.backups.backup import back_up
from cypher.backups.restore import restore
from cypher.database import Role, Settings, connect
from cypher.engine import client
from cypher.errors import KonstelasiError
from ingest.loading.load import load
from tests.whole import everything

_LONGEST = 5.0
"""Seconds that a backup of such a graph may take on a busy machine."""


def kill(home: Path, rounds: int) -> Found:
    """Kill a backup in each round; a copy that is there is restored and compared."""
    found = Found("backup")
    settings = Settings(home=home / "backed")
    with connect(settings, Role.ANALYST) as database:
        load(database, articles(0))
    before = everything(settings)
    for number in range(rounds):
        target = home / f"copy-{number}.zip"
        words = ["-m", "konstelasi", "db", "backup", str(target)]
        with begun(words, settings.home) as process:
            rest(_LONGEST)
            process.kill()
        found.rounds += 1
        if target.exists():
            found.acknowledged += 1
            _compare(target, home / f"restored-{number}", before, found)
        if everything(settings) != before:
            found.lost.append(f"round {number}: the graph differs after the kill")
    back_up(settings.home, home / "last.zip")
    return found


def _compare(target: Path, home: Path, before: list[str], found: Found) -> None:
    try:
        restore(home, target)
        if everything(Settings(home=home)) != before:
            found.half.append(f"{target.name} holds another graph")
    except KonstelasiError as error:
        found.half.append(f"{target.name}: {error}")
    finally:
        client.stop(home)
