"""Brings the graph of an older version up to date, by named steps.

Constraints and indexes are not among them: `Database.apply_schema` creates what is missing at every start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cypher.database import Database
from cypher.judging.levels import affiliate, tie_blocs, tie_states
from cypher.judging.redrawing import redraw
from cypher.judging.spanning import span_publication
from cypher.judging.tie_counts import count_every_tie, count_uncounted
from cypher.judging.undating import undate
from cypher.judging.wording import list_words
from cypher.model.release import GRAPH_RELEASE


@dataclass(frozen=True, slots=True)
class Migration:
    """A step to a release: what it does, and its code. It may be run again after it was cut off."""

    release: int
    name: str
    run: Callable[[Database], int]


MIGRATIONS = (
    Migration(6, "say between which days documents were published", span_publication),
    Migration(2, "count the claims of ties", count_uncounted),
    Migration(3, "say what entities act for", affiliate),
    Migration(3, "tie states by what is done for them", tie_states),
    Migration(2, "draw ties by the rules of their event types", redraw),
    Migration(4, "keep the day of publication apart from dates", undate),
    Migration(5, "tie blocs by what is done by their states", tie_blocs),
    Migration(7, "list the words of sentences for the search", list_words),
    Migration(9, "count the plans, denials, months and own voices of ties", count_every_tie),
)
"""In the order in which they run."""


def bring_up_to_date(database: Database) -> tuple[str, ...]:
    """Run the steps that the graph needs, and record its release; return the names of the steps.

    Ties also follow today's ontology afterwards, whatever the release of the graph.
    """
    release = database.graph_release()
    needed = [step for step in MIGRATIONS if step.release > release]
    for step in needed:
        step.run(database)
    if release < GRAPH_RELEASE:
        database.record_release()
    redraw(database)
    return tuple(step.name for step in needed)
