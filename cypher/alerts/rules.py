"""Rules of alerts: whose watches or which case, how often, and where to."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum

from cypher.alerts.words import USUAL
from cypher.cases.reading import read_case
from cypher.database import Database
from cypher.errors import UsageError
from cypher.model.graph import USUAL_LEVEL, Lens
from cypher.model.ids import content_id
from cypher.model.lens import lens_parameter
from cypher.model.ontology import LANGUAGES
from cypher.records.alerts import StoredRule

FEED = "feed"
"""The destination of rules that only write an Atom feed, which everybody may choose."""

FEEDS = "alerts"
"""The folder in the data folder in which the feeds are."""

MOST_RULES = 20
"""The maximum number of rules of one person."""


class Pace(IntEnum):
    """The least number of seconds between two looks of a rule."""

    AT_ONCE = 0
    HOURLY = 3600
    DAILY = 86_400


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `author`: all their watches, or the entities and pairs of the case `case_id`.

    `through` is the moment up to which what came in was looked at, `covered` are the documents of the last
    minutes before it. `turn` counts the looks. Its alerts are written in `language`.
    """

    id: str
    author: str
    case_id: str
    pace: Pace
    destination: str
    lens: str
    level: str
    through: str
    covered: tuple[str, ...] = ()
    turn: int = 0
    language: str = USUAL


def feed_name(rule: str) -> str:
    """Return the name of the file with the feed of a rule."""
    return f"{''.join(filter(str.isalnum, rule))}.atom"


def keep_rule(  # noqa: PLR0913 - what a rule consists of
    database: Database,
    author: str,
    destination: str,
    pace: Pace,
    case_id: str = "",
    id_: str = "",
    *,
    language: str = USUAL,
) -> str:
    """Add a rule, which looks from now on; return its id. With `id_`, a removed rule comes back.

    Raises `UnknownCaseError` if the author may not see the case, and `UsageError` for too many rules or a
    language that alerts are not written in.
    """
    if not author.strip():
        raise UsageError("An alert needs a name: say who you are.")
    if language not in LANGUAGES:
        raise UsageError(
            f"Alerts are not written in {language[:20]!r}. Choose one of {', '.join(LANGUAGES)}."
        )
    if case_id:
        read_case(database, case_id, author)
    if len(rules(database, author)) >= MOST_RULES:
        raise UsageError(f"A person has at most {MOST_RULES} alerts. Remove one, then add another.")
    rule, now = id_ or content_id("rule", uuid.uuid4()), _now()
    database.write(
        "alerts/keep_rule",
        id=rule,
        author=author,
        case_id=case_id,
        pace=int(pace),
        destination=destination,
        lens=lens_parameter(Lens.TRUSTED, author),
        level=USUAL_LEVEL.value,
        language=language,
        now=now,
    )
    return rule


def end_rule(database: Database, author: str, rule: str) -> None:
    """Remove a rule of `author`, and what it has not sent yet."""
    database.write("alerts/end_rule", id=rule, author=author)


def rules(database: Database, author: str | None = None) -> Sequence[Rule]:
    """Return the rules of `author`, or all."""
    return [
        Rule(
            row.id,
            row.author,
            row.case_id,
            Pace(row.pace),
            row.destination,
            row.lens,
            row.level,
            row.through,
            tuple(row.covered),
            row.turn,
            row.language,
        )
        for row in database.rows(StoredRule, "alerts/rules", author=author)
    ]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
