"""The days on which the claims of ties became known, and what is answered from them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from cypher.catalog.catalog import Statement, catalog
from cypher.database import Database
from cypher.judging.tie_counts import count_without_known_days, recount
from cypher.model.graph import Level
from tests.services import administration

pytestmark = pytest.mark.slow

LENSES = ("trusted", "all", "mine:ann")
CLAIMS = """
MATCH (claim:Claim)-[:ASSERTS]->()-[link:FORMS|DENIES]->(tie:Tie)
RETURN tie.id AS tie, tie.level AS level, tie.sign AS sign, type(link) AS link, claim.lenses AS lenses,
       claim.voice AS voice, claim.date AS date, claim.known_on AS known_on
"""
STORED = """
MATCH (tie:Tie)
RETURN tie.id AS tie, tie.lenses AS lenses, tie.known_from AS known_from, tie.known_until AS known_until
"""
NEVER = "9999-12-31"

Claims = list[dict[str, Any]]


@pytest.fixture(params=["few claims", "many claims"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Whether statements take the claims of a period for few or for many."""

    def statement(name: str) -> Statement:
        found = catalog()[name]
        if request.param == "few claims":
            return found
        assert "50001" in found.text
        return replace(found, text=found.text.replace("50001", "1").replace("50000", "0"))

    monkeypatch.setattr("cypher.database.database.statement", statement)
    return str(request.param)


@pytest.fixture(scope="module")
def claims(judged: Database) -> Claims:
    """Every claim, once for each tie that it supports or denies."""
    return judged.read_text(CLAIMS, row_cap=100_000).records()


@pytest.fixture(scope="module")
def days(claims: Claims) -> list[str]:
    """Some of the days on which claims became known, and one after all of them."""
    known = sorted({claim["known_on"] for claim in claims})
    assert len(known) > 5
    return [*known[:: len(known) // 4 or 1], NEVER]


def seen(claims: Claims, lens: str, level: Level, known_by: str | None) -> dict[str, Claims]:
    found: defaultdict[str, Claims] = defaultdict(list)
    for claim in claims:
        if lens in claim["lenses"] and claim["level"] == level and claim["known_on"] <= (known_by or NEVER):
            found[claim["tie"]].append(claim)
    return found


def test_ties_store_the_first_and_last_day_on_which_a_claim_became_known(
    judged: Database, claims: Claims
) -> None:
    known: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in claims:
        if claim["link"] == "FORMS":
            for lens in claim["lenses"]:
                known[claim["tie"], lens].append(claim["known_on"])
    stored = judged.read_text(STORED, row_cap=100_000).records()
    assert {
        (row["tie"], lens): (row["known_from"][at], row["known_until"][at])
        for row in stored
        for at, lens in enumerate(row["lenses"])
    } == {key: (min(each), max(each)) for key, each in known.items()}
    assert any(len(set(each)) > 1 for each in known.values())
    assert any(claim["link"] == "DENIES" for claim in claims)


@pytest.mark.parametrize("lens", LENSES)
def test_new_ties_are_those_of_which_nothing_was_known_or_dated_before(
    judged: Database, claims: Claims, days: list[str], lens: str
) -> None:
    answered = set()
    for level, since, known_by in product(Level, days, (None, *days)):
        expected = {
            tie
            for tie, told in seen(claims, lens, level, known_by).items()
            if (formed := [claim for claim in told if claim["link"] == "FORMS"])
            and all(claim["known_on"] >= since and not (claim["date"] or NEVER) < since for claim in formed)
        }
        asked = {"since": since, "known_by": known_by, "lens": lens, "level": level.value, "limit": 5000}
        rows = judged.read("saved/bilateral/new_ties", **asked).records()
        assert {row["tie"] for row in rows} == expected, asked
        answered |= expected
    assert answered


@pytest.mark.parametrize("lens", LENSES[:2])
def test_ties_are_stirred_by_the_voices_of_two_periods(
    judged: Database, claims: Claims, days: list[str], lens: str, size: str
) -> None:
    answered = set()
    for level, earlier, since, until, known_by in product(
        Level, days[::2], days, (None, *days[1::2]), (None, days[-2])
    ):
        if earlier > since or (until and until < since):
            continue
        expected = []
        for tie, told in seen(claims, lens, level, known_by).items():
            within = [claim for claim in told if earlier <= claim["known_on"] <= (until or NEVER)]
            if within:
                expected.append((tie, *_stirred(within, since)))
        asked = {"earlier": earlier, "since": since, "until": until, "known_by": known_by, "lens": lens}
        rows = judged.read("explore/stirred_ties", **asked, level=level.value, limit=5000).records()
        found = [(row["tie"], row["voices_now"], row["voices_prior"], row["denials_now"]) for row in rows]
        assert found == sorted(expected, key=lambda row: (-row[1] - row[3], -row[2], row[0])), (level, asked)
        answered |= set(found)
        _check_denials_before(rows, claims, lens, since)
    assert any(row[3] for row in answered)
    assert any(row[1] and row[2] for row in answered)


def _stirred(claims: Claims, since: str) -> tuple[int, int, int]:
    def voices(link: str, *, now: bool) -> int:
        return len(
            {
                claim["voice"]
                for claim in claims
                if claim["link"] == link and (claim["known_on"] >= since) is now
            }
        )

    return voices("FORMS", now=True), voices("FORMS", now=False), voices("DENIES", now=True)


def _check_denials_before(rows: list[dict[str, Any]], claims: Claims, lens: str, since: str) -> None:
    for row in rows:
        assert row["denials_before"] == sum(
            claim["tie"] == row["tie"]
            and claim["link"] == "DENIES"
            and lens in claim["lenses"]
            and claim["known_on"] < since
            for claim in claims
        )


def test_wrong_days_are_found_and_mended_and_missing_ones_added(judged: Database) -> None:
    assert recount(judged).mended == 0
    with administration(judged._settings) as connection:
        for change, number in (
            ("SET tie.known_from = [day IN tie.known_from | '1999-01-01']", 1),
            ("SET tie.known_until = [day IN tie.known_until | '2999-01-01']", 1),
        ):
            text = f"MATCH (tie:Tie) WHERE size(tie.lenses) > 1 WITH tie ORDER BY tie.id LIMIT 1 {change}"
            connection.run("changing", text, {}, write=True)
            assert recount(judged).mended == number
        before = judged.read_text(STORED + "ORDER BY tie", row_cap=100_000).rows
        connection.run("changing", "MATCH (tie:Tie) REMOVE tie.known_from, tie.known_until", {}, write=True)
    assert count_without_known_days(judged) == len(before)
    assert judged.read_text(STORED + "ORDER BY tie", row_cap=100_000).rows == before
    assert count_without_known_days(judged) == 0
