"""What came in, narrowed to one source, type of event or country."""

from __future__ import annotations

import pytest

from cypher.arrivals.collecting import arrivals
from cypher.arrivals.items import Arrivals, Asked
from cypher.arrivals.only import Of, Only
from cypher.database import Database
from cypher.desk.searching import SENTENCES
from cypher.desk.watching import keep_watch, watches
from tests.arrived import HOSTILE, VISIT, fill_twice


@pytest.fixture
def morning(database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    fill_twice(database, monkeypatch)
    return database


def of(database: Database, only: Only | None, lens: str = "trusted") -> Arrivals:
    return arrivals(database, Asked(VISIT, lens, "actor", "siti", only), watches(database, "siti"))


def evidence(found: Arrivals) -> set[str]:
    return {claim.removeprefix("claim-") for claim in found.evidence}


def test_a_source_alone_is_counted_as_in_its_line_and_nothing_of_others_is_shown(morning: Database) -> None:
    every = of(morning, None)
    for each in every.sources.shown:
        alone = of(morning, each.only)
        assert alone.sources.shown == (each,)
        assert (alone.documents, alone.claims, alone.withheld) == (each.documents, each.claims, each.withheld)
    gulf = of(morning, Only(Of.PUBLISHER, "Gulf Courier"))
    assert {claim.publisher for claim in gulf.evidence.values()} >= {"Gulf Courier"}
    assert {each.code for each in gulf.types.shown} == {"COOPERATE", "AID"}
    assert not gulf.actors
    assert [each.event_type for each in gulf.denied.shown] == ["AID"]


def test_a_type_or_a_country_alone_keeps_its_ties_and_its_claims(morning: Database) -> None:
    every = of(morning, None)
    for topics, kind in ((every.types, Of.TYPE), (every.countries, Of.COUNTRY)):
        for each in topics.shown:
            alone = of(morning, Only(kind, each.code))
            listed = alone.types if kind is Of.TYPE else alone.countries
            assert each in listed.shown
            assert alone.claims == each.claims
    consult = of(morning, Only(Of.TYPE, "CONSULT"))
    assert evidence(consult) == {"visit"}
    assert [each.tie.tie for each in consult.ties.shown] == [
        each.tie.tie for each in every.ties.shown if "claim-visit" in each.evidence
    ]
    qatar = of(morning, Only(Of.COUNTRY, "QAT"))
    assert evidence(qatar) == {"visit", "poison"}
    assert not qatar.turned


def test_what_is_new_and_turned_is_so_among_all_that_came_in(morning: Database) -> None:
    every = of(morning, None)
    new = {each.tie.tie for each in every.ties.shown}
    turned = [(each.tie.tie, each.before, each.now) for each in every.turned.shown]
    assert turned
    for each in (*every.types.shown, *every.countries.shown):
        kind = Of.COUNTRY if each.name else Of.TYPE
        alone = of(morning, Only(kind, each.code))
        assert {found.tie.tie for found in alone.ties.shown} <= new
        assert [(found.tie.tie, found.before, found.now) for found in alone.turned.shown] in ([], turned)
    iran = of(morning, Only(Of.COUNTRY, "IRN"))
    assert [found.tie.tie for found in iran.turned.shown] == [turned[0][0]]


def test_watched_words_are_those_of_its_documents(morning: Database) -> None:
    keep_watch(morning, "siti", SENTENCES, {"words": "handshake"})
    assert len(of(morning, Only(Of.PUBLISHER, "Evening Mirror")).phrases) == 1
    assert of(morning, Only(Of.PUBLISHER, "Gulf Courier")).phrases == ()
    assert len(of(morning, Only(Of.TYPE, "SUPPORT")).phrases) == 1


def test_what_did_not_come_in_leaves_the_page_empty(morning: Database) -> None:
    found = of(morning, Only(Of.COUNTRY, "ZZZ"))
    assert not found
    assert (found.documents, found.evidence, found.sources.shown) == (0, {}, ())


@pytest.mark.parametrize(
    "only",
    [Only(Of.COUNTRY, "IDN"), Only(Of.PUBLISHER, ""), Only(Of.PUBLISHER, HOSTILE), Only(Of.TYPE, "a:b")],
)
def test_an_address_names_what_is_shown_alone(only: Only) -> None:
    assert Only.read(str(only)) == only


@pytest.mark.parametrize("text", ["", "IDN", "planet:mars", ":IDN"])
def test_what_names_nothing_is_not_read(text: str) -> None:
    assert Only.read(text) is None
