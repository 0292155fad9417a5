"""Loads add new claims to the counts of ties; these always are what counting all claims again gives."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.judging.annotations import Recode, annotate, undo
from cypher.judging.merging import merge, split
from cypher.judging.tie_counts import recount
from cypher.model.graph import Extraction, Judgement
from ingest.loading.load import load
from tests.graphs import ARTICLES, EXTRACTIONS
from tests.interrupting import InterruptedLoadError, Interruptible
from tests.news_of_chance import chance, changed, news

Act = Callable[[random.Random, Database, list[Extraction]], None]


def assert_counts_are_true(database: Database, said: object = "") -> None:
    """Counting every tie again changes none."""
    counted = recount(database)
    assert counted.ties, said
    assert counted.mended == 0, said


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_counts_stay_true_whatever_happens_to_a_graph(
    database: Database, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.loading.load.BATCH", 9)
    monkeypatch.setattr("ingest.loading.new_claims.PIECE", 3)
    dice = chance(seed)
    written = [news(dice, f"a{number}") for number in range(12)]
    load(database, written[:4])
    done: list[str] = []
    for _ in range(9):
        act = dice.choice(ACTS)
        done.append(act.__name__)
        act(dice, database, written)
        assert_counts_are_true(database, done)


def _load(dice: random.Random, database: Database, written: list[Extraction]) -> None:
    load(database, dice.sample(written, dice.randint(1, 4)))


def _load_changed(dice: random.Random, database: Database, written: list[Extraction]) -> None:
    at = dice.randrange(len(written))
    written[at] = changed(dice, written[at])
    load(database, [written[at]])


def _load_with_kills(dice: random.Random, database: Database, written: list[Extraction]) -> None:
    chosen = dice.sample(written, 3)
    for _ in range(2):
        try:
            load(Interruptible(database, dice.randrange(12, 40)), chosen)  # type: ignore[arg-type]
        except InterruptedLoadError:
            continue
    load(database, chosen)


def _judge(dice: random.Random, database: Database, written: list[Extraction]) -> None:
    claims = [row["claim"] for row in database.read("learn/claims").records()]
    if not claims:
        return
    claim = dice.choice(claims)
    verdict = dice.choice((Judgement.VERIFIED, Judgement.REJECTED, Judgement.UNSURE))
    batch = annotate(database, claim, verdict, author=dice.choice(("ann", "ben")))
    assert_counts_are_true(database)
    if dice.random() < 0.3:
        undo(database, batch, author=_author(database, claim))


def _author(database: Database, claim: str) -> str:
    rows = database.read("annotate/history_of_claims", ids=[claim]).records()
    return str(rows[-1]["author"])


def _recode(dice: random.Random, database: Database, written: list[Extraction]) -> None:
    claims = [row["claim"] for row in database.read("learn/claims").records()]
    if claims:
        reading = Recode(type="THREATEN", recipients=("AFG",))
        load(database, [ARTICLES["call"]])
        annotate(database, dice.choice(claims), Judgement.VERIFIED, author="ann", recode=reading)


def _merge_and_split(dice: random.Random, database: Database, written: list[Extraction]) -> None:
    load(database, [ARTICLES["call"], ARTICLES["help"], ARTICLES["attack"]])
    merge(database, "hamas", "taliban", author="ann")
    assert_counts_are_true(database)
    load(database, dice.sample(written, 4))
    assert_counts_are_true(database)
    split(database, "hamas", author="ann")


ACTS: tuple[Act, ...] = (
    _load,
    _load,
    _load_changed,
    _load_with_kills,
    _load_with_kills,
    _judge,
    _recode,
    _merge_and_split,
)


def test_a_killed_load_of_plain_news_leaves_every_claim_counted_once(database: Database) -> None:
    dice = chance(5)
    load(database, [news(dice, f"p{number}", plain=True) for number in range(4)])
    more = [news(dice, f"q{number}", plain=True) for number in range(4)]
    steps = Interruptible(database)
    load(steps, [news(dice, f"r{number}", plain=True) for number in range(4)])  # type: ignore[arg-type]
    merged = steps.written.index("load/merge_claims")
    for stop in range(merged - 2, len(steps.written) + 1):
        try:
            load(Interruptible(database, stop), more)  # type: ignore[arg-type]
        except InterruptedLoadError:
            assert_counts_are_true(database, stop)
    assert_counts_are_true(database)


def test_news_about_known_ties_does_not_count_their_older_claims_again(database: Database) -> None:
    load(database, EXTRACTIONS)
    dice = chance(1)
    steps = Interruptible(database)
    load(steps, [news(dice, f"p{number}", plain=True) for number in range(6)])  # type: ignore[arg-type]
    assert "load/add_counts" in steps.written
    assert "load/count_ties" not in steps.written


def test_a_reload_counts_nothing(database: Database) -> None:
    dice = chance(2)
    written = [news(dice, f"p{number}", plain=True) for number in range(6)]
    load(database, written)
    steps = Interruptible(database)
    load(steps, written)  # type: ignore[arg-type]
    assert {"load/add_counts", "load/count_ties", "load/refresh_lenses"}.isdisjoint(steps.written)


def test_a_copy_of_a_sentence_that_comes_later_is_one_claim_more_and_no_new_voice(database: Database) -> None:
    load(database, [ARTICLES["attack"]])
    load(database, [ARTICLES["copy"]])
    (tie,) = [
        row
        for row in database.read("explore/counted_ties_among", fresh=["hamas", "ISR"], lens="all").records()
        if row["event_types"] == ["ASSAULT 2"]
    ]
    assert (tie["claims"], tie["voices"], tie["unjudged"]) == (2, 1, 2)


def test_loads_of_the_same_ties_at_the_same_time_add_all_their_claims(
    engine_settings: Settings, database: Database
) -> None:
    dice = chance(3)
    parts = [[news(dice, f"{part}-{number}", plain=True) for number in range(5)] for part in "abc"]

    def load_part(part: list[Extraction]) -> None:
        with connect(engine_settings, Role.ANALYST) as own:
            load(own, part)

    with ThreadPoolExecutor(3) as threads:
        list(threads.map(load_part, parts))
    assert database.read("explore/counts").records()[0]["claims"] == sum(
        len(written.claims) for part in parts for written in part
    )
    assert_counts_are_true(database)
