"""What the states of a bloc do counts for the bloc, and is found by asking for it or for a member."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cypher.catalog.catalog import catalog
from cypher.database import Database, Role, Settings, connect
from cypher.desk.lifting import Lifted, lifted
from cypher.judging.annotations import Recode, annotate
from cypher.judging.levels import tie_blocs
from cypher.judging.tie_counts import recount
from cypher.model.blocs import bloc_of, blocs, levelled
from cypher.model.graph import Entity, EntityKind, Extraction, Judgement
from ingest.knowledge import load_knowledge
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.conftest import empty
from tests.cypher.results import column, counting, tied, ties_of
from tests.services import administration
from tests.whole import whole

EU, ASEAN, LEAGUE = "european-union", "association-of-southeast-asian-nations", "arab-league"
NAMES = {
    "DEU": "Germany", "FRA": "France", "GBR": "United Kingdom", "IDN": "Indonesia", "IRN": "Iran",
    "MYS": "Malaysia", "QAT": "Qatar", "USA": "United States",
}  # fmt: skip


def told(day: str, *stated: Stated) -> Extraction:
    parties = {NAMES[each]: each for one in stated for each in (*one.actors, *one.recipients, *one.mediators)}
    line = Line(f"On {day} " + " ".join([*parties, *(each.trigger for each in stated)]), parties, stated)
    made = article(f"of {day}", "en", "Daily Record", day, (Line(f"News of {day}"), line))
    states = (Entity(code, name, EntityKind.COUNTRY, code) for name, code in parties.items())
    return replace(made, entities=tuple(states))


NEWS = [
    told("2015-05-01", Stated("old", "warned", ("GBR",), ("IRN",), "THREATEN", date="2015-05-01")),
    told(
        "2023-05-02",
        Stated("exit", "warned", ("GBR",), ("IRN",), "THREATEN", date="2023-05-02"),
        Stated("both", "fined", ("DEU", "FRA"), ("IRN",), "SANCTION", date="2023-05-02"),
        Stated("inside", "scolded", ("DEU",), ("FRA",), "ACCUSE", date="2023-05-02"),
        Stated("aid", "helped", ("IDN",), ("QAT",), "AID", date="2023-05-02"),
        Stated("talks", "brokered", (), ("USA", "IRN"), "CONSULT", "third-party", mediators=("QAT",)),
    ),
]


@pytest.fixture(scope="module")
def graph(embedded: Settings) -> Iterator[Database]:
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, NEWS)
        yield database


@pytest.mark.parametrize(
    ("state", "day", "bloc"),
    [
        ("DEU", None, EU),
        ("GBR", "2020-01-31", EU),
        ("GBR", "2020-02-01", "GBR"),
        ("GBR", None, "GBR"),
        ("HRV", "2013-06-30", "HRV"),
        ("HRV", "2013-07-01", EU),
        ("TLS", "2025-10-25", "TLS"),
        ("TLS", None, ASEAN),
        ("EGY", None, LEAGUE),  # also a member of the African Union, which has a lower rank
        ("KEN", None, "african-union"),
        ("TUR", None, "TUR"),  # NATO only groups countries in the picture
        ("hamas", None, "hamas"),
    ],
)
def test_a_state_counts_for_one_bloc_on_a_day(state: str, day: str | None, bloc: str) -> None:
    assert bloc_of(state, day) == bloc


def test_the_blocs_of_the_level_are_organisations_that_the_news_names() -> None:
    assert [bloc.code for bloc in levelled()] == ["EU", "ASEAN", "ARAB_LEAGUE", "AFRICAN_UNION"]
    known = load_knowledge().entities
    for bloc in levelled():
        assert bloc.entity in known
    for bloc in blocs().values():
        for membership in bloc.memberships:
            assert membership.country in known, membership
            assert not membership.until or membership.since < membership.until


def test_ties_of_blocs_are_those_of_their_states_with_others_on_the_day(graph: Database) -> None:
    assert tied(graph, "bloc") == {
        f"{EU} IRN conflict 2",
        "GBR IRN conflict 1",
        f"{ASEAN} {LEAGUE} cooperation 1",
        f"{LEAGUE} USA cooperation 1",
        f"{LEAGUE} IRN cooperation 1",
    }
    assert recount(graph).mended == 0


def test_a_mediator_mediates_for_its_bloc(graph: Database) -> None:
    asked = {"first": "USA", "second": "IRN", "level": "bloc"}
    found = graph.read("saved/mediation/between", **asked)
    assert set(column(found, "actor", "recipient", "directed")) == {
        (LEAGUE, "USA", True),
        (LEAGUE, "IRN", True),
    }
    assert column(found, "roles") == [["mediates"]] * 2
    counted = graph.read("explore/counted_neighbours", entity=LEAGUE, level="bloc").records()
    assert {row["recipient"] for row in counted if row["roles"] == ["mediates"]} == {"USA", "IRN"}


def test_queries_on_a_pair_take_members_for_their_bloc(graph: Database) -> None:
    events = graph.read("saved/bilateral/events", first="FRA", second="IRN", level="bloc")
    assert column(events, "event_type", "actors") == [
        ("SANCTION", ["Germany", "France"]),
        ("THREATEN", ["United Kingdom"]),
    ]
    common = graph.read("saved/bilateral/common_neighbours", first="FRA", second="GBR", level="bloc")
    assert {(row["actor"], row["recipient"]) for row in common.records()} == {(EU, "IRN"), ("GBR", "IRN")}
    path = graph.read("saved/bilateral/shortest_path", first="MYS", second="USA", level="bloc")
    assert {row["tie"] for row in path.records()} == set()
    path = graph.read("saved/bilateral/shortest_path", first="IDN", second="USA", level="bloc")
    assert {row["actor"] for row in path.records()} == {ASEAN, LEAGUE}
    months = graph.read("saved/conflict/escalation", entities=[EU], level="bloc")
    assert column(months, "month", "events") == [("2015-05", 1), ("2023-05", 1)]
    together = graph.read("saved/bilateral/acted_together", level="state")
    assert column(together, "first", "second") == [("DEU", "FRA")]
    assert graph.read("saved/bilateral/acted_together", level="bloc").rows == ()


@pytest.mark.parametrize(
    ("level", "meant"),
    [
        ("actor", ["FRA", "IRN", EU, "nobody"]),
        ("state", ["FRA", "IRN", EU, "nobody"]),
        ("bloc", [EU, "IRN", EU, "nobody"]),
    ],
)
def test_an_entity_counts_for_itself_or_for_its_bloc(graph: Database, level: str, meant: list[str]) -> None:
    asked = ["FRA", "IRN", EU, "nobody"]
    found = graph.read("explore/counts_for", entities=asked, level=level)
    assert column(found, "entity", "meant") == list(zip(asked, meant, strict=True))
    assert column(found, "name") == ["France", "Iran", "European Union", None]


def test_the_answer_about_a_member_says_that_it_is_about_the_bloc(graph: Database) -> None:
    events = catalog()["saved/bilateral/events"]
    asked = events.bind({"first": "FRA", "second": "IRN", "level": "bloc"})
    assert lifted(counting(graph), events, asked) == [Lifted("France", "European Union")]


def test_behind_the_ties_of_blocs_are_those_of_their_states(graph: Database) -> None:
    rows = graph.read("explore/ties_behind", ids=ties_of(graph, "bloc"), level="bloc").records()
    found = {(row["actor"], row["actor_for"], row["recipient"], row["recipient_for"]) for row in rows}
    assert {("DEU", EU, "IRN", "IRN"), ("FRA", EU, "IRN", "IRN"), ("GBR", EU, "IRN", "IRN")} <= found
    assert ("IDN", ASEAN, "QAT", LEAGUE) in found
    assert ("GBR", "GBR", "IRN", "IRN") in found


def test_a_recoded_claim_counts_for_the_bloc_of_its_new_party(graph: Database) -> None:
    annotate(graph, "claim-exit", Judgement.VERIFIED, author="ann", recode=Recode(actors=("DEU",)))
    assert f"{EU} IRN conflict 3" in tied(graph, "bloc")
    annotate(graph, "claim-exit", Judgement.NONE, author="ann")
    assert f"{EU} IRN conflict 2" in tied(graph, "bloc")


AGE = (
    "MATCH (tie:Tie {level: 'bloc'}) DETACH DELETE tie",
    f"MATCH (bloc:Actor) WHERE bloc.id IN ['{EU}', '{ASEAN}', '{LEAGUE}'] DETACH DELETE bloc",
    "MATCH ()-[part:MEDIATES]->() REMOVE part.bloc",
    "MATCH (country:Country) REMOVE country.bloc, country.blocs",
)


def unnamed(database: Database) -> list[str]:
    """The graph without judgements, and without names, which only a load gives."""
    unlike = frozenset({"loaded_at", "version", "created_at", "lock", "name", "names"})
    lines = whole(database, unlike, ("Annotation", "Alias"))
    return [line for line in lines if '"type": "NAMES"' not in line]


def test_an_older_graph_gets_its_blocs(graph: Database) -> None:
    before = unnamed(graph)
    with administration(graph._settings) as connection:
        for text in AGE:
            connection.run("forgetting", text, {}, write=True)
    assert tied(graph, "bloc") == set()
    tie_blocs(graph)
    tie_blocs(graph)
    assert unnamed(graph) == before
