"""Kills a process that loads articles. Each article that it reported must be there, and none in part.

As a program, ``python -m bench.kills.loading HOME ROUND`` is the process that is killed.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.kills.found import Found, begun, moment, said_until_killed
from bench.synthetic import extractions
from cypher.database import Database, Role, Settings, connect
from cypher.judging.tie_counts import recount
from cypher.model.graph import Extraction
from ingest.loading.load import load
from tests.whole import LOADED, whole

EACH, ACTORS, EVENTS = 60, 60, 5
LONGEST = 2.5
"""Seconds within which such a load is killed; it takes about as many."""

_CONTENT = (
    "MATCH (document:Document) WHERE document.id IN $ids AND document.loaded_at IS NOT NULL "
    "OPTIONAL MATCH (document)<-[:OF]-(sentence:Sentence) "
    "OPTIONAL MATCH (sentence)<-[:IN]-(claim:Claim) "
    "RETURN document.id, count(DISTINCT sentence), count(DISTINCT claim)"
)
_OF_ORDER = LOADED | {"first_seen", "created_at", "version"}
"""Properties that depend on how often something was written."""


def articles(number: int) -> list[Extraction]:
    """The articles of a round."""
    first = EACH * number
    return list(itertools.islice(extractions(first + EACH, ACTORS, EVENTS), first, None))


def kill(home: Path, rounds: int) -> Found:
    """Kill a load in each round, look, and let another complete it; compare with a graph without kills."""
    found = Found("load")
    settings = Settings(home=home / "killed")
    for number in range(rounds):
        words = ["-m", "bench.kills.loading", str(settings.home), str(number)]
        said = said_until_killed(begun(words, settings.home), moment(LONGEST))
        found.rounds += 1
        with connect(settings, Role.ANALYST) as database:
            _look(database, number, said, found)
            load(database, articles(number))
    with connect(settings, Role.ANALYST) as database:
        if mended := recount(database).mended:
            found.unmended.append(f"{mended} ties had wrong counts")
        killed = whole(database, _OF_ORDER)
    with connect(Settings(home=home / "whole"), Role.ANALYST) as database:
        load(database, itertools.chain.from_iterable(map(articles, range(rounds))))
        other = whole(database, _OF_ORDER)
    found.half += [f"differs: {line}" for line in sorted(set(other) ^ set(killed))]
    return found


def _look(database: Database, number: int, said: list[str], found: Found) -> None:
    ids = [each.document.id for each in articles(number)]
    rows = database.read_text(_CONTENT, {"ids": ids}).rows
    content = {name: (sentences, claims) for name, sentences, claims in rows}
    found.acknowledged += len(said)
    found.lost += [f"round {found.rounds}: {name}" for name in said if name not in content]
    found.half += [
        f"round {found.rounds}: {name} has {sentences} sentences and {claims} claims"
        for name, (sentences, claims) in content.items()
        if (sentences, claims) != (EVENTS, EVENTS)
    ]


def _load_aloud(home: Path, number: int) -> None:
    """Load the articles of a round in parts, and print the ids of those that are done."""
    given = articles(number)
    with connect(Settings(home=home), Role.ANALYST) as database:
        print("ready", flush=True)
        for part in _parts(given):
            load(database, part)
            print("\n".join(each.document.id for each in part), flush=True)


def _parts(given: list[Extraction]) -> Iterator[list[Extraction]]:
    for start in range(0, len(given), 10):
        yield given[start : start + 10]


if __name__ == "__main__":
    _load_aloud(Path(sys.argv[1]), int(sys.argv[2]))
