"""Measures how long the saved queries and the questions of the app's pages take on a large graph.

Each question is asked about the busiest actor, or the busiest pair, at the level *state* under the lens
*trusted*. A time is that of `Database.read`, which caches nothing; the first answer does not count.
``python -m bench.questions`` asks the graph of `bench.icews`; with ``--home FOLDER`` it asks the embedded
engine of that folder, with ``--environment`` the database that the environment specifies.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.icews import prepared_home
from bench.results import p95, recording
from cypher.bolt.settings import Role, Settings
from cypher.catalog.catalog import Statement, catalog
from cypher.catalog.parameters import ParameterType
from cypher.database import Database, connect
from cypher.desk.newest import MOST_PASSED, NEAR, day_reached, newest_day_of
from cypher.errors import DatabaseError, KonstelasiError

ROUNDS, WARM_UP, NODES, TIES = 5, 1, 60, 200
RECENT = 2000
"""The number of newest claims from which the start page draws."""
SLOW_MS = 2000
"""Questions that take longer are asked twice and not `ROUNDS` times."""

ENDS = (
    "MATCH (tie:Tie {level: 'state'}) UNWIND [tie.actor, tie.recipient] AS id "
    "RETURN id, count(*) AS ties ORDER BY ties DESC, id LIMIT $most"
)
PAIRS = (
    "MATCH (tie:Tie {level: 'state'}) WHERE 'trusted' IN tie.lenses "
    "RETURN tie.id, tie.actor, tie.recipient, tie.claims[0] AS claims "
    "ORDER BY claims DESC, tie.id LIMIT $most"
)
DOCUMENTS = (
    "MATCH (document:Document) WHERE document.loaded_at >= '0000' "
    "RETURN document.id ORDER BY document.id LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A statement with the parameters with which it is asked; `variant` tells those of a statement apart."""

    statement: str
    parameters: Mapping[str, object]
    variant: str = ""

    @property
    def name(self) -> str:
        """What the figures are printed under."""
        return f"{self.statement} {self.variant}".strip()


@dataclass(frozen=True, slots=True)
class Subjects:
    """What questions are asked about: the `busiest` entities first, their `ties`, and the `newest` day.

    `reached` is the day to which the claims reach from which the start page draws, `near` are
    the newest claims, among which those about a busy entity are sought first.
    """

    busiest: Sequence[str]
    ties: Sequence[str]
    pair: tuple[str, str]
    document: str
    newest: date
    reached: date | None
    near: Sequence[str]


def subjects(database: Database) -> Subjects:
    """Find what a graph has the most about."""
    busiest = [row[0] for row in database.read_text(ENDS, {"most": NODES}).rows]
    ties = database.read_text(PAIRS, {"most": TIES}).rows
    ((document,),) = database.read_text(DOCUMENTS).rows
    newest = newest_day_of(database.rows)
    if newest is None:
        raise DatabaseError("No claim of this graph has a day: load other events.")
    reached = day_reached(database.rows, "trusted", RECENT)
    near = [row["claim"] for row in database.read("explore/newest_claims", limit=NEAR).records()]
    pair = (ties[0][1], ties[0][2])
    return Subjects(busiest, [row[0] for row in ties], pair, document, newest, reached, near)


def questions(known: Subjects) -> Iterator[Question]:
    """Yield every saved query, also in the last month if it has a period, then what the pages ask."""
    month = {"since": _before(known, 30)}
    for name, statement in catalog().items():
        if name.startswith("saved/"):
            needed = _needed(statement, known)
            yield Question(name, needed)
            if any(each.name == "since" and not each.required for each in statement.parameters):
                yield Question(name, needed | month, "(last month)")
    yield from _of_pages(known)


def _needed(statement: Statement, known: Subjects) -> dict[str, object]:
    values: dict[str, object] = {
        "first": known.pair[0],
        "second": known.pair[1],
        "words": "consult",
        "turn": _before(known, 180),
        "since": _before(known, 30),
        "until": _before(known, 0),
        "baseline_since": _before(known, 180),
        "baseline_until": _before(known, 31),
    }
    entity = {ParameterType.ENTITY: known.busiest[0]}
    required = [each for each in statement.parameters if each.required]
    needed = {each.name: values.get(each.name, entity.get(each.type)) for each in required}
    levels = {each.name for each in statement.parameters} & {"level"}
    return needed | dict.fromkeys(levels, "state")


def _before(known: Subjects, days: int) -> str:
    return (known.newest - timedelta(days=days)).isoformat()


def _of_pages(known: Subjects) -> Iterator[Question]:
    one, pair = known.busiest[0], {"first": known.pair[0], "second": known.pair[1]}
    drawn, ties = list(known.busiest[:40]), list(known.ties)
    yield Question("explore/counts", {})
    yield Question("explore/newest_day", {})
    yield Question("explore/newest_event_day", {"passed": MOST_PASSED})
    yield Question("explore/newest_dyads", {"since": _before(known, 14)}, "(two weeks)")
    since = known.reached.isoformat() if known.reached else None
    yield Question("explore/newest_dyads", {"since": since}, "(all time)")
    yield Question("explore/counted_ties", {"ids": ties})
    yield Question("explore/counted_ties_among", {"fresh": drawn})
    yield Question("explore/tie_dates", {"ids": ties})
    yield Question("explore/search_entities", {"text": "in"})
    yield Question("explore/entity", {"entity": one})
    yield Question("explore/counts_for", {"entities": drawn})
    yield Question("explore/counted_neighbours", {"entity": one})
    yield Question("explore/counted_neighbours", {"entity": one, "rank": "recent"}, "(recent)")
    yield Question("explore/neighbours", {"entity": one, "rank": "central"}, "(central)")
    yield Question("explore/neighbours", {"entity": one, "since": _before(known, 30)}, "(last month)")
    yield Question("explore/counted_expansion_counts", {"entity": one})
    yield Question("explore/claims_of_entity", {"entity": one, "limit": 8})
    yield Question("explore/newest_claims", {"limit": NEAR})
    yield Question("explore/newest_claims_of_entity", {"entity": one, "limit": 8, "claims": list(known.near)})
    yield Question("explore/evidence", {"tie": ties[0]})
    yield Question("explore/evidence_of", {"entity": one})
    yield Question("explore/evidence_between", pair)
    yield Question("explore/supposed_of", {"entity": one})
    yield Question("explore/mediators_between", pair)
    yield Question("explore/months_of", {"entity": one})
    yield Question("explore/months_between", pair)
    yield Question("explore/not_on_curve_of", {"entity": one})
    yield Question("explore/not_on_curve_between", pair)
    yield Question("explore/merge_candidates", {})
    yield Question("explore/every_entity", {})
    yield Question("explore/counted_every_tie", {})
    yield Question("explore/stirred_ties", {"earlier": _before(known, 14), "since": _before(known, 7)})
    yield Question("explore/documents", {"limit": 300})
    yield Question("explore/document_claims", {"document": known.document})
    yield Question("explore/document_ties", {"documents": [known.document]})
    yield Question("explore/publishers", {})
    yield Question("explore/article_languages", {})
    yield Question("explore/speakers", {})
    yield Question("explore/local_names", {"language": "id"})
    yield Question("explore/label_counts", {})
    yield Question("explore/property_examples", {})
    yield Question("explore/type_examples", {})
    yield Question("explore/words_beginning", {"beginning": "cons"})
    yield Question("explore/named_actors", {})
    yield Question("explore/spellings", {})


def measure(database: Database, asked: Sequence[Question], rounds: int) -> dict[str, list[float]]:
    """Return the times of each question in milliseconds; infinity stands for an error."""
    found: dict[str, list[float]] = {}
    for question in asked:
        times: list[float] = []
        while len(times) < rounds + WARM_UP:
            times.append(_milliseconds(database, question))
            if times[-1] > SLOW_MS and len(times) > WARM_UP:
                break
        found[question.name] = times[WARM_UP:]
        print(
            f"{question.name}: {', '.join(f'{each:.0f}' for each in found[question.name])}", file=sys.stderr
        )
    return found


def _milliseconds(database: Database, question: Question) -> float:
    start = time.perf_counter()
    try:
        database.read(question.statement, **question.parameters)
    except KonstelasiError as error:
        print(f"{question.name}: {error}", file=sys.stderr)
        return math.inf
    return 1000 * (time.perf_counter() - start)


def report(found: Mapping[str, Sequence[float]]) -> None:
    """Print the figures as a table, the slowest question first, and as one line of JSON."""
    figures = {name: (statistics.median(times), p95(times)) for name, times in found.items()}
    table = Table("question", "p50 ms", "p95 ms", title="Questions")
    for name, (median, most) in sorted(figures.items(), key=lambda pair: -pair[1][0]):
        table.add_row(name, f"{median:,.0f}", f"{most:,.0f}")
    Console().print(table)
    print(
        json.dumps(
            {name: {"p50_ms": _finite(p50), "p95_ms": _finite(most)} for name, (p50, most) in figures.items()}
        )
    )


def _finite(milliseconds: float) -> float | None:
    """JSON has no infinity."""
    return round(milliseconds, 1) if math.isfinite(milliseconds) else None


def main() -> None:
    """Ask the questions of a graph and print their times."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "names", nargs="*", help="beginnings of the names of statements; all if none is given"
    )
    parser.add_argument("--home", type=Path, help="the data folder of an embedded engine")
    parser.add_argument("--environment", action="store_true", help="ask the database of the environment")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = parser.parse_args()
    settings = Settings.from_environment() if chosen.environment else Settings(chosen.home or prepared_home())
    with connect(settings, Role.READER) as database:
        known = subjects(database)
        asked = [
            question
            for question in questions(known)
            if not chosen.names or question.name.startswith(tuple(chosen.names))
        ]
        found = measure(database, asked, chosen.rounds)
        (counts,) = database.read("explore/counts").records()
    engine = "embedded" if settings.embedded else "neo4j"
    with recording(f"questions {engine}", {"claims": counts["claims"]}, str(known.newest)) as result:
        for name, times in found.items():
            result.add(name, *filter(math.isfinite, times), unit="ms")
    report(found)


if __name__ == "__main__":
    main()
