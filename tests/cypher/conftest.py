"""Graphs that are loaded once a module into each database: the hand-made story, and one with judgements."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.judging.annotations import Recode, annotate
from cypher.judging.merging import merge
from cypher.model.graph import DatePrecision, Extraction, Judgement
from ingest.loading.coded.load import load_coded
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.coded_events import ALMANAC, resolved
from tests.conftest import empty
from tests.graphs import ARTICLES, CLAIMS, EXTRACTIONS
from tests.ingest.coded.test_loading_coded_events import events_of_chance
from tests.news_of_chance import chance, news


def tell_story(settings: Settings) -> None:
    """Put the story into the place of all that is in the graph."""
    empty(settings)
    with connect(settings, Role.ANALYST) as database:
        load(database, EXTRACTIONS)


@pytest.fixture(scope="module")
def story(emptied: Settings) -> Iterator[Database]:
    """Each database in turn, holding the story, open for a reader."""
    tell_story(emptied)
    with connect(emptied, Role.READER) as database:
        yield database


@pytest.fixture(scope="module")
def judged(emptied: Settings) -> Iterator[Database]:
    """Each database in turn, with articles by dice, the story, judgements, another reading and a merger."""
    dice = chance(11)
    with connect(emptied, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        load(database, [news(dice, f"n{number}") for number in range(40)])
        load(database, [_spread_over_years(dice, number) for number in range(30)])
        load_coded(database, ALMANAC, events_of_chance(dice, 80), resolve=resolved)
        claims = [row["claim"] for row in database.read("learn/claims").records()]
        for verdict in (Judgement.REJECTED, Judgement.VERIFIED, Judgement.UNSURE):
            for claim in dice.sample(claims, 6):
                annotate(database, claim, verdict, author=dice.choice(("ann", "ben")))
        load(database, [ARTICLES["help"]])
        reading = Recode(type="CONSULT", recipients=("ISR",))
        annotate(database, CLAIMS["relief"].id, Judgement.VERIFIED, author="ann", recode=reading)
        merge(database, "hamas", "taliban", author="ann")
        load(database, [news(dice, f"m{number}") for number in range(10)])
        yield database


def _spread_over_years(dice: random.Random, number: int) -> Extraction:
    """An article about an event of a day, month or year between parties who have few."""
    actor, recipient = dice.sample(("QAT", "PSE", "IDN", "AFG", "amir-abdollahian"), 2)
    precision, date = dice.choice(
        (
            (DatePrecision.DAY, f"2022-{dice.randint(1, 12):02}-15"),
            (DatePrecision.MONTH, f"2022-{dice.randint(1, 12):02}-01"),
            (DatePrecision.YEAR, f"{dice.choice((2021, 2022))}-01-01"),
        )
    )
    kind = dice.choice(("COOPERATE", "COERCE", "CONSULT", "ASSAULT"))
    stated = Stated("told", "told", (actor,), (recipient,), kind, date=date, precision=precision)
    line = Line(f"It is told {number} times of {actor} and {recipient}.", {actor: actor}, (stated,))
    return article(f"years {number}", "en", "Wire C", "2023-10-09", (line,))
