"""What people, ministries and armies do counts for their state, and is found by asking for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cypher.catalog.catalog import catalog
from cypher.database import Database, Role, Settings, connect
from cypher.desk.lifting import Lifted, lifted
from cypher.errors import UsageError
from cypher.judging.annotations import Recode, annotate
from cypher.judging.levels import affiliate, tie_states
from cypher.judging.merging import merge, split
from cypher.judging.tie_counts import recount
from cypher.model.affiliation import people_of
from cypher.model.graph import Entity, EntityKind, Extraction, Judgement, RelationType
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.conftest import empty
from tests.cypher.results import counting, tied, ties_of
from tests.services import administration
from tests.whole import whole

PEOPLE = people_of("IRN")
UNKNOWN = Entity("actor-somebody", "A. Somebody", EntityKind.PERSON)
ACTORS = {
    each.id: each
    for each in (
        Entity("IRN", "Iran", EntityKind.COUNTRY, "IRN"),
        Entity("ISR", "Israel", EntityKind.COUNTRY, "ISR"),
        Entity("PRT", "Portugal", EntityKind.COUNTRY, "PRT"),
        Entity("hossein-amir-abdollahian", "Hossein Amir-Abdollahian", EntityKind.PERSON, "IRN"),
        Entity("israel-defense-forces", "Israel Defense Forces", EntityKind.GOVERNMENT_BODY, "ISR"),
        Entity("antonio-guterres", "António Guterres", EntityKind.PERSON, "PRT"),
        Entity(PEOPLE, "people of Iran", EntityKind.GROUP, "IRN", concept="citizens"),
        Entity("hamas", "Hamas", EntityKind.ARMED_GROUP, "PSE"),
        UNKNOWN,
    )
}


def told(day: str, *stated: Stated) -> Extraction:
    parties = {party: party for each in stated for party in (*each.actors, *each.recipients)}
    line = Line(f"On {day} " + " ".join([*parties, *(each.trigger for each in stated)]), parties, stated)
    made = article(f"of {day}", "en", "Daily Record", day, (Line(f"News of {day}"), line))
    return replace(made, entities=tuple(ACTORS[party] for party in parties))


NEWS = [
    told(
        "2023-05-01",
        Stated("threat", "threatened", ("hossein-amir-abdollahian",), ("ISR",), "THREATEN"),
        Stated("quarrel", "scolded", ("hossein-amir-abdollahian",), ("IRN",), "ACCUSE"),
        Stated(
            "office", "minister", ("hossein-amir-abdollahian",), ("IRN",), relation=RelationType.HOLDS_OFFICE
        ),
    ),
    told(
        "2023-05-02",
        Stated("strike", "struck", ("israel-defense-forces",), ("IRN",), "ASSAULT"),
        Stated("rally", "rallied", (PEOPLE,), ("ISR",), "PROTEST"),
        Stated("raid", "raided", ("hamas",), ("ISR",), "ASSAULT"),
    ),
    told("2023-05-03", Stated("plea", "pleaded", ("antonio-guterres",), ("ISR",), "REQUEST")),
    told("2023-05-04", Stated("blame", "blamed", (UNKNOWN.id,), ("ISR",), "ACCUSE")),
]


@pytest.fixture(scope="module")
def graph(embedded: Settings) -> Iterator[Database]:
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, NEWS)
        yield database


def between(database: Database, first: str, second: str, **asked: object) -> list[tuple[str, list[str]]]:
    """Type and actors of each event of a pair."""
    found = database.read("saved/bilateral/events", first=first, second=second, **asked)
    return sorted((row["event_type"], row["actors"]) for row in found.records())


def test_what_happened_between_two_states_is_what_is_done_for_them(graph: Database) -> None:
    expected = [
        ("ASSAULT", ["Israel Defense Forces"]),
        ("PROTEST", ["people of Iran"]),
        ("THREATEN", ["Hossein Amir-Abdollahian"]),
    ]
    assert between(graph, "IRN", "ISR") == between(graph, "ISR", "IRN") == expected
    assert between(graph, "hossein-amir-abdollahian", "israel-defense-forces") == expected
    assert between(graph, "IRN", "ISR", level="actor") == []
    assert between(graph, "hossein-amir-abdollahian", "ISR", level="actor") == expected[2:]


def test_ties_of_states_are_counted_apart_from_those_of_actors(graph: Database) -> None:
    assert tied(graph, "state") == {
        "IRN ISR conflict 1",
        "ISR IRN conflict 1",
        f"{PEOPLE} ISR conflict 1",
        "hamas ISR conflict 1",
        "united-nations ISR neutral 1",
        "actor-somebody ISR conflict 1",
    }
    of_actor = graph.read("explore/counted_neighbours", entity="IRN", level="actor").records()
    of_state = graph.read("explore/counted_neighbours", entity="IRN", level="state").records()
    assert {row["actor"] for row in of_state} == {"IRN", "ISR"}
    assert "hossein-amir-abdollahian" in {row["actor"] for row in of_actor}
    assert recount(graph).mended == 0


def behind(database: Database, **asked: object) -> set[str]:
    """The ties of actors behind the ties of states, each end with what it acts for."""
    rows = database.read("explore/ties_behind", ids=ties_of(database, "state"), **asked).records()
    return {
        f"{row['actor']} for {row['actor_for']}, {row['recipient']} for {row['recipient_for']}"
        for row in rows
    }


def test_behind_the_ties_of_states_are_those_of_the_actors_who_acted(graph: Database) -> None:
    assert behind(graph) == {
        "hossein-amir-abdollahian for IRN, ISR for ISR",
        "israel-defense-forces for ISR, IRN for IRN",
        f"{PEOPLE} for {PEOPLE}, ISR for ISR",
        "hamas for hamas, ISR for ISR",
        "antonio-guterres for united-nations, ISR for ISR",
        "actor-somebody for actor-somebody, ISR for ISR",
    }
    assert behind(graph, event_types=["REQUEST"]) == {"antonio-guterres for united-nations, ISR for ISR"}
    assert behind(graph, lens="mine:ann") == set()


MINISTER, ARMY = "hossein-amir-abdollahian", "israel-defense-forces"


@pytest.mark.parametrize(
    ("query", "second", "ends"),
    [
        ("bilateral/shortest_path", ARMY, {("IRN", "ISR"), ("ISR", "IRN")}),
        ("bilateral/shortest_path", "hamas", {("IRN", "ISR"), ("ISR", "IRN"), ("hamas", "ISR")}),
        ("bilateral/common_neighbours", "hamas", {("IRN", "ISR"), ("ISR", "IRN"), ("hamas", "ISR")}),
        ("bilateral/common_neighbours", "IRN", set()),
    ],
)
def test_the_minister_and_the_army_are_asked_about_as_their_states(
    graph: Database, query: str, second: str, ends: set[tuple[str, str]]
) -> None:
    found = graph.read(f"saved/{query}", first=MINISTER, second=second).records()
    assert {(row["actor"], row["recipient"]) for row in found} == ends
    for_themselves = graph.read(f"saved/{query}", first=MINISTER, second=second, level="actor").records()
    assert MINISTER in {row["actor"] for row in for_themselves} or not for_themselves


def test_the_answer_says_for_whom_it_was_asked(graph: Database) -> None:
    path = catalog()["saved/bilateral/shortest_path"]
    asked = path.bind({"first": MINISTER, "second": ARMY})
    assert lifted(counting(graph), path, asked) == [
        Lifted("Hossein Amir-Abdollahian", "Iran"),
        Lifted("Israel Defense Forces", "Israel"),
    ]
    assert lifted(counting(graph), path, asked | {"second": "hamas"})[1:] == []
    assert lifted(counting(graph), path, asked | {"level": "actor"}) == []
    fronts = catalog()["saved/conflict/fronts"]
    assert lifted(counting(graph), fronts, fronts.bind({})) == []


def test_the_state_of_somebody_is_in_the_graph_with_its_names(graph: Database) -> None:
    found = graph.read("explore/search_entities", text="Perserikatan Bangsa-Bangsa").records()
    assert [row["id"] for row in found] == ["united-nations"]
    (claim,) = graph.read("explore/claims_of_entity", entity="united-nations", level="state").records()
    assert claim["event_type"] == "REQUEST"
    assert graph.read("explore/claims_of_entity", entity="united-nations", level="actor").rows == ()


def test_an_unknown_level_is_refused(graph: Database) -> None:
    with pytest.raises(UsageError, match="one of actor, state, bloc"):
        graph.read("explore/counted_neighbours", entity="IRN", level="planet")


def test_recoding_and_merging_move_what_was_done_for_a_state(graph: Database) -> None:
    before = whole(graph, frozenset({"loaded_at", "version", "created_at", "lock"}), ("Merger", "Annotation"))
    merge(graph, UNKNOWN.id, "israel-defense-forces", author="ann")
    assert not any(tie.startswith(UNKNOWN.id) for tie in tied(graph, "state"))
    split(graph, UNKNOWN.id, author="ann")
    assert "actor-somebody ISR conflict 1" in tied(graph, "state")
    after = whole(graph, frozenset({"loaded_at", "version", "created_at", "lock"}), ("Merger", "Annotation"))
    assert after == before
    recode = Recode(actors=("hossein-amir-abdollahian",), recipients=("israel-defense-forces",))
    annotate(graph, "claim-blame", Judgement.VERIFIED, author="ann", recode=recode)
    assert "IRN ISR conflict 2" in tied(graph, "state")
    annotate(graph, "claim-blame", Judgement.NONE, author="ann")
    assert "IRN ISR conflict 1" in tied(graph, "state")


AGE = (
    "MATCH (tie:Tie {level: 'state'}) DETACH DELETE tie",
    "MATCH (tie:Tie) REMOVE tie.level",
    "MATCH ()-[part]->() REMOVE part.acts_for",
    "MATCH (actor:Actor) REMOVE actor.acts_for",
    "MATCH (country:Country) REMOVE country.acts_for, country.people",
)


def test_an_older_graph_gets_its_levels(graph: Database) -> None:
    ties = tied(graph, "state")
    with administration(graph._settings) as connection:
        for text in AGE:
            connection.run("forgetting", text, {}, write=True)
    assert tied(graph, "state") == set()
    assert (affiliate(graph), affiliate(graph)) == (7, 0)
    tie_states(graph)
    at_no_date = {tie.replace("united-nations", "PRT") for tie in ties}
    assert tied(graph, "state") == at_no_date
    load(graph, NEWS)
    assert recount(graph).mended == 0
