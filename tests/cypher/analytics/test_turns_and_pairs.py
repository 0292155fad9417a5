"""Adversaries that became partners, and pairs side by side, counted again from the rows."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.recounts import DEEDS, by_pair, turned_to_peace
from cypher.database import Database
from cypher.model.graph import DatePrecision
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.cypher.analytics.conftest import Year, as_declared
from tests.cypher.results import column

LENSES = ("trusted", "all")


COLUMNS = ("last_conflict", "turn", "last_cooperation", "conflict_voices", "voices_since_turn")


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("since", [None, "2014-12-01"])
def test_adversaries_became_partners_where_no_conflict_follows(
    year: Year, lens: str, since: str | None
) -> None:
    expected = turned_to_peace(year.seen(lens), since or "")
    name = "saved/conflict/reconciled"
    found = as_declared(
        name,
        year.database.read("saved/conflict/reconciled", level="actor", lens=lens, since=since, limit=1000),
    )
    assert dict(zip(column(found, "first", "second"), column(found, *COLUMNS), strict=True)) == expected
    assert len(expected) > 3
    latest = column(found, "last_cooperation")
    assert latest == sorted(latest, reverse=True)


def test_what_was_not_yet_published_does_not_count(year: Year) -> None:
    known = [row for row in year.seen("all") if row.known_on <= "2014-06-30"]
    asked = {"level": "actor", "lens": "all", "known_by": "2014-06-30", "limit": 1000}
    found = year.database.read("saved/conflict/reconciled", **asked)
    assert dict(
        zip(column(found, "first", "second"), column(found, *COLUMNS), strict=True)
    ) == turned_to_peace(known)


def test_little_conflict_may_be_left_out(year: Year) -> None:
    expected = turned_to_peace(year.seen("all"))
    found = year.database.read("saved/conflict/reconciled", level="actor", lens="all", least=3, limit=1000)
    assert set(column(found, "first", "second")) == {pair for pair, row in expected.items() if row[3] >= 3}


def test_a_conflict_of_some_day_in_the_year_may_be_later_than_the_talks(database: Database) -> None:
    month, year = DatePrecision.MONTH, DatePrecision.YEAR

    def lines(actor: str, *stated: Stated) -> tuple[Line, ...]:
        return tuple(
            Line(f"{each.name}: {actor} and {other}.", {actor: actor, other: other}, (each,))
            for each in stated
            for other in each.recipients
        )

    def talked(name: str, other: str) -> Stated:
        return Stated(name, name, ("IRN",), (other,), "CONSULT", date="2023-05-03")

    articles = [
        article(
            "strikes",
            "en",
            "Daily Record",
            "2023-10-20",
            (
                *lines(
                    "IRN",
                    Stated("a", "a", ("IRN",), ("ISR",), "ASSAULT", date="2023-01-01", precision=year),
                    talked("b", "ISR"),
                    Stated("c", "c", ("IRN",), ("USA",), "ASSAULT", date="2023-04-01", precision=month),
                    talked("d", "USA"),
                ),
            ),
        )
    ]
    load(database, articles)
    found = database.read("saved/conflict/reconciled")
    assert column(found, "first", "second", "last_conflict", "turn") == [
        ("IRN", "USA", "2023-04", "2023-05-03")
    ]


def three_pairs(year: Year) -> list[tuple[str, str]]:
    return [pair for pair, _ in Counter(row.pair for row in year.told).most_common(3)]


def asking(pairs: list[tuple[str, str]]) -> dict[str, object]:
    names = ("first", "second", "third", "fourth", "fifth", "sixth")
    return dict(zip(names, [end for pair in pairs for end in pair], strict=False))


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("many", [1, 2, 3])
@pytest.mark.parametrize("period", [{}, {"since": "2014-03-01", "until": "2014-08-31"}])
def test_pairs_stand_side_by_side_in_the_order_of_the_question(
    year: Year, lens: str, many: int, period: dict[str, str]
) -> None:
    pairs, rows = three_pairs(year)[:many], by_pair(year.seen(lens))
    name = "saved/bilateral/compared"
    asked = {**asking(pairs), **period, "level": "actor", "lens": lens}
    found = as_declared(name, year.database.read("saved/bilateral/compared", **asked)).records()
    assert len(found) == many
    for pair, answer in zip(pairs, found, strict=True):
        own = [row for row in rows[pair] if period.get("since", "") <= row.day <= period.get("until", "9")]
        signs = Counter(row.sign for row in own)
        assert [answer[each] for each in ("claims", "cooperation", "conflict", "neutral", "voices")] == [
            len(own),
            signs["cooperation"],
            signs["conflict"],
            signs["neutral"],
            len({row.voice for row in own}),
        ]
        assert answer["share_material"] == pytest.approx(
            sum(row.event_type in DEEDS for row in own) / len(own), abs=0.0005
        )
        days = [row.day for row in own]
        assert (answer["first_date"], answer["last_date"]) == (min(days), max(days))
        assert " – " in answer["pair"]


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("sign", ["conflict", "cooperation"])
def test_months_of_pairs_are_compared_for_one_sign(year: Year, lens: str, sign: str) -> None:
    pairs, rows = three_pairs(year)[:2], by_pair(year.seen(lens))
    expected = Counter(
        (row.day[:7], at) for at, pair in enumerate(pairs) for row in rows[pair] if row.sign == sign
    )
    name = "saved/bilateral/compared_months"
    found = as_declared(
        name,
        year.database.read(
            "saved/bilateral/compared_months", **asking(pairs), level="actor", lens=lens, sign=sign
        ),
    )
    labels = column(year.database.read("saved/bilateral/compared", **asking(pairs), level="actor"), "pair")
    assert [
        (month, labels.index(pair), claims)
        for month, pair, claims in column(found, "month", "pair", "claims")
    ] == [(*key, many) for key, many in sorted(expected.items())]
