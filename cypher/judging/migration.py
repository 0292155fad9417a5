"""Brings the graph of an older version up to date, by numbered steps.

Constraints and indexes are not among them: `Database.apply_schema` creates what is missing at every start.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from cypher.catalog.catalog import statement
from cypher.database import Database
from cypher.judging.levels import affiliate, tie_blocs, tie_states
from cypher.judging.redrawing import redraw
from cypher.judging.spanning import span_publication
from cypher.judging.tie_counts import count_every_tie, count_uncounted, count_without_known_days
from cypher.judging.undating import undate
from cypher.judging.wording import list_words
from cypher.model.release import GRAPH_RELEASE, VERSION
from cypher.records.check import TakenStep


@dataclass(frozen=True, slots=True)
class Migration:
    """A numbered step to a release: what it does, its code, and the statements that no other work uses.

    The number is never given to another step. It may be run again after it was cut off.
    """

    number: int
    release: int
    name: str
    run: Callable[[Database], int]
    statements: tuple[str, ...]

    @property
    def checksum(self) -> str:
        """A hash of the number, release, name and statements: 64 hexadecimal digits."""
        texts = [statement(f"check/{name}").text for name in self.statements]
        return sha256(json.dumps([self.number, self.release, self.name, texts]).encode()).hexdigest()


MIGRATIONS = (
    Migration(
        *(1, 6, "say between which days documents were published", span_publication),
        ("span_publication",),
    ),
    Migration(2, 2, "count the claims of ties", count_uncounted, ("ties",)),
    Migration(
        *(3, 3, "say what entities act for", affiliate),
        ("unaffiliated", "add_states", "add_peoples", "leave_affiliations"),
    ),
    Migration(4, 3, "tie states by what is done for them", tie_states, ("assertions", "leave_levels")),
    Migration(
        *(5, 2, "draw ties by the rules of their event types", redraw),
        ("tied_events", "sign_events", "leave_ties"),
    ),
    Migration(
        *(6, 4, "keep the day of publication apart from dates", undate),
        ("undate_claims", "undate_events"),
    ),
    Migration(
        *(7, 5, "tie blocs by what is done by their states", tie_blocs),
        ("assertions", "add_blocs", "leave_blocs", "leave_mediators_blocs"),
    ),
    Migration(
        *(8, 7, "list the words of sentences for the search", list_words),
        ("wordless_sentences", "texts_of_sentences"),
    ),
    Migration(9, 9, "count the plans, denials, months and own voices of ties", count_every_tie, ("ties",)),
    Migration(
        *(10, 10, "say when the claims of ties became known", count_without_known_days),
        ("ties_without_known_days",),
    ),
)
"""In the order in which they run."""


def bring_up_to_date(database: Database) -> tuple[str, ...]:
    """Run the steps that the graph needs, and record each and the release; return the names of the steps.

    Ties also follow today's ontology afterwards, whatever the release of the graph.
    """
    release = database.graph_release()
    needed = [step for step in MIGRATIONS if step.release > release]
    for step in needed:
        step.run(database)
        _record(database, step)
    if release < GRAPH_RELEASE:
        database.record_release()
    redraw(database)
    return tuple(step.name for step in needed)


def changed_steps(database: Database) -> tuple[TakenStep, ...]:
    """Return the steps that the graph has taken in another form than they have in this version."""
    today = {step.number: step.checksum for step in MIGRATIONS}
    taken = database.rows(TakenStep, "check/steps")
    return tuple(step for step in taken if today.get(step.number) != step.checksum)


def _record(database: Database, step: Migration) -> None:
    database.write(
        "check/leave_step",
        mark=f"step {step.number:04}",
        number=step.number,
        release=step.release,
        title=step.name,
        checksum=step.checksum,
        version=VERSION,
        done_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
