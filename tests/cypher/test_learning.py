"""Learning from the verdicts in a graph: what it changes, that it can be taken back, and when it refuses."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.errors import UsageError
from cypher.judging.annotations import annotate
from cypher.judging.merging import merge
from cypher.judging.tie_counts import recount
from cypher.model.graph import Extraction, Judgement
from cypher.review.learning import NothingLearnedError, complete, in_force, learn, lessons, undo
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.conftest import Run, empty
from tests.cypher.results import column
from tests.graphs import EXTRACTIONS


def report(place: int, confidence: float = 0.7) -> Extraction:
    """One of many articles, by two publishers in turn."""
    publisher = "Arena" if place % 2 else "Daily Record"
    day = f"2023-05-{place % 28 + 1:02}"
    stated = Stated(f"hit {place}", "attacked", ("hamas",), ("ISR",), "ASSAULT", date=day)
    line = Line(f"Hamas attacked Israel on day {place}.", {"Hamas": "hamas", "Israel": "ISR"}, (stated,))
    made = article(f"report {place}", "en", publisher, day, (line,))
    return replace(made, claims=tuple(replace(claim, confidence=confidence) for claim in made.claims))


REPORTS = [report(place) for place in range(48)]
CLAIM_OF = [each.claims[0].id for each in REPORTS]


def judge(database: Database, author: str = "ani", first: int = 0, last: int = 40) -> None:
    """Verify what the Daily Record says, reject what the Arena says, of these articles."""
    for judgement, start in ((Judgement.VERIFIED, 0), (Judgement.REJECTED, 1)):
        annotate(database, CLAIM_OF[first + start : last : 2], judgement, author=author)


def confidence(database: Database, claim: str) -> tuple[float, bool]:
    """The confidence of a claim, and whether the trusted lens shows it."""
    found = database.read("explore/claim", claim=claim).records()[0]
    shown = database.read("saved/quality/to_review", lens="trusted", confidence=1, limit=500)
    return found["confidence"], claim in column(shown, "claim")


def test_claims_of_a_bad_source_leave_the_trusted_lens_until_the_lesson_is_taken_back(
    database: Database,
) -> None:
    load(database, REPORTS[:47])
    judge(database)
    good, bad = CLAIM_OF[44], CLAIM_OF[43]
    assert confidence(database, bad) == (0.7, True)

    lesson = learn(database)
    assert lesson == lessons(database)[-1]
    assert lesson.applied
    assert lesson.comparison is not None
    assert lesson.comparison.low > 0
    assert lesson.comparison.after.calibration_error < lesson.comparison.before.calibration_error
    learned, shown = confidence(database, bad)
    assert (learned < 0.5, shown) == (True, False)
    assert confidence(database, good)[0] > 0.6

    load(database, REPORTS)  # one of them is new, and all are loaded again
    assert confidence(database, CLAIM_OF[47]) == (learned, False)
    assert confidence(database, bad) == (learned, False)

    taken_back = undo(database)
    assert (taken_back.undoes, taken_back.applied) == (lesson.id, True)
    assert confidence(database, bad) == confidence(database, good) == (0.7, True)
    assert confidence(database, CLAIM_OF[47]) == (0.7, True)
    assert in_force(lessons(database)) is None
    with pytest.raises(UsageError, match="no lesson to take back"):
        undo(database)


def test_a_lesson_on_a_lesson_is_learned_from_the_extraction_and_taken_back_to_the_first(
    database: Database,
) -> None:
    load(database, REPORTS)
    judge(database, last=36)
    first = learn(database)
    after_first = confidence(database, CLAIM_OF[43])
    again = learn(database)
    assert again.trust == first.trust  # the same verdicts teach the same
    judge(database, first=36, last=42)
    learn(database)
    assert confidence(database, CLAIM_OF[43])[0] < after_first[0]
    undo(database)
    assert confidence(database, CLAIM_OF[43]) == after_first
    assert [lesson.undoes is None for lesson in lessons(database)] == [True, True, True, False]


def test_ties_are_counted_again(database: Database) -> None:
    load(database, REPORTS)
    judge(database)
    learn(database)
    (tie,) = database.read("saved/bilateral/ties", first="hamas", second="ISR", lens="trusted").records()
    assert tie["claims"] == 48 - 24  # the Arena is rejected, or no longer trusted
    assert recount(database).mended == 0


def test_disputed_unsure_and_withdrawn_verdicts_do_not_count(database: Database) -> None:
    load(database, REPORTS)
    judge(database)
    judge(database, "budi", first=1)  # of every claim the opposite
    with pytest.raises(NothingLearnedError, match="There are 1 verdicts"):
        learn(database)
    assert lessons(database) == []


def test_verdicts_on_merged_claims_count_as_before(database: Database) -> None:
    load(database, [*EXTRACTIONS, *REPORTS])
    judge(database)
    merge(database, "hamas", "taliban", author="ani")
    lesson = learn(database)
    assert lesson == lessons(database)[-1]
    assert lesson.applied
    assert lesson.comparison is not None
    assert lesson.comparison.verdicts == 40
    assert lesson.comparison.before.recall == 1


def test_too_few_verdicts_are_refused_with_their_number(database: Database) -> None:
    load(database, REPORTS)
    judge(database, last=10)
    with pytest.raises(
        NothingLearnedError, match="There are 10 verdicts on claims of 10 articles; 5 say right"
    ):
        learn(database)


def test_verdicts_without_a_pattern_change_nothing(database: Database) -> None:
    load(database, [report(place, 0.5) for place in range(48)])
    for judgement, start in ((Judgement.VERIFIED, 0), (Judgement.REJECTED, 2)):
        claims = [claim for place, claim in enumerate(CLAIM_OF[:40]) if place % 4 in (start, start + 1)]
        annotate(database, claims, judgement, author="ani")
    with pytest.raises(NothingLearnedError, match="could not be chance"):
        learn(database)
    assert confidence(database, CLAIM_OF[43]) == (0.5, True)


def test_a_lesson_that_was_cut_off_is_applied_by_the_next_command(database: Database) -> None:
    load(database, REPORTS)
    judge(database)
    lesson = learn(database)
    bad = CLAIM_OF[43]
    learned = confidence(database, bad)
    rows = [{"claim": bad, "confidence": 0.7, "extracted_confidence": 0.7, "lenses": ["all"]}]
    database.write("learn/set_confidence", rows=rows)
    (stored,) = database.read("learn/lessons").records()
    database.write("learn/save", **{**stored, "applied": False})
    complete(database)
    assert confidence(database, bad) == learned
    assert lessons(database)[-1].id == lesson.id
    assert lessons(database)[-1].applied


@pytest.fixture
def home(embedded: Settings) -> Path:
    """The folder of an embedded engine with judged reports."""
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, REPORTS)
        judge(database)
    return embedded.home


def test_the_command_measures_learns_lists_and_takes_back(command: Run) -> None:
    tried = command("learn", "--try")
    assert "40 verdicts on 40 articles" in tried.out
    assert "more than chance" in tried.out
    assert command("learn", "--list").out.strip() == "There are no lessons yet."
    assert "Lesson 1 was kept" in command("learn").out
    assert "taken back" in command("learn", "--undo").out
    listed = json.loads(command("learn", "--list", "--json").out)
    assert [(each["number"], each["in_force"]) for each in listed] == [(1, False), (2, False)]
    assert command("learn", "--undo").code == 2
    assert command("learn", "--undo", "--list").code == 2
