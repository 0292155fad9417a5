"""What the network starts with, and lasting relations, which are drawn on demand."""

from __future__ import annotations

import pytest

from cypher.database import Database
from cypher.model.graph import Sign
from cypher.records.explore import NewestDyad
from explorer.graph.dyads import entities_of, leading_dyads
from explorer.graph.subgraph import kept, subgraph_of
from explorer.network.legend import legend
from explorer.queries.tables import relation_frame, tie_table
from explorer.reads.picture import drawn_ties
from explorer.view.address import from_url, to_url
from explorer.view.filters import Filters
from explorer.view.state import Centre, View, draw_relations, filter_by, filtered_by
from explorer.words import Words
from ingest.loading.load import load
from tests.explorer.test_subgraph import row
from tests.graphs import EXTRACTIONS

WORDS = Words()
GRAPH = subgraph_of(
    [
        row("office", "minister", "peru", sign="relation", relation_type="holds_office", roles=["minister"]),
        row("talks", "peru", "chile", sign="cooperation"),
    ]
)


def dyad(first: str, second: str, heat: int, day: str = "2024-01-01") -> NewestDyad:
    return NewestDyad(first, second, heat, day, [f"{first} {second}"])


def test_the_strongest_pairs_come_first_and_fit_the_screen() -> None:
    pairs = [dyad(f"a{n}", f"b{n}", n) for n in range(30)]
    chosen = leading_dyads(pairs, most=20)
    assert [pair.heat for pair in chosen] == list(range(29, 19, -1))
    assert entities_of(chosen) == 20


def test_among_equal_pairs_those_of_busy_entities_come_first_and_then_the_later_ones() -> None:
    lonely, busy = dyad("x", "y", 1, "2024-03-01"), [dyad("hub", end, 1) for end in ("p", "q")]
    later = dyad("v", "w", 1, "2024-04-01")
    assert leading_dyads([lonely, *busy, later], most=3) == busy
    assert leading_dyads([lonely, later], most=2) == [later]


def test_a_pair_that_adds_no_entity_is_kept_when_the_screen_is_full() -> None:
    full = [dyad("a", "b", 3), dyad("c", "d", 2), dyad("a", "c", 1)]
    assert leading_dyads(full, most=4) == full


def test_the_newest_pairs_are_read_from_events_alone(database: Database) -> None:
    load(database, EXTRACTIONS)
    found = database.rows(NewestDyad, "explore/newest_dyads", lens="trusted")
    ids = [each for pair in found for each in pair.ties]
    signs = {found["sign"] for found in database.read("explore/ties", ids=ids, lens="trusted").records()}
    assert found == sorted(found, key=lambda pair: -pair.heat)
    assert signs == {"cooperation", "conflict", "neutral"} & signs
    assert all(pair.first < pair.second for pair in found)
    late = database.read("explore/newest_dyads", since="2024-01-01", lens="trusted").records()
    assert {pair["last_date"] >= "2024-01-01" for pair in late} == {True}


@pytest.mark.parametrize(
    ("view", "drawn"),
    [
        (View(), {"talks"}),
        (draw_relations(View(), on=True), {"talks", "office"}),
        (View(filters=Filters(signs=("relation",))), {"talks", "office"}),
        (View(centres=(Centre("peru", event_type="holds_office"),)), {"talks", "office"}),
        (View(filters=Filters(event_types=("holds_office",))), {"talks", "office"}),
    ],
)
def test_lasting_relations_are_drawn_on_demand(view: View, drawn: set[str]) -> None:
    assert set(drawn_ties(GRAPH, view, ()).edges) == drawn


def test_a_relation_that_was_asked_for_is_drawn() -> None:
    assert set(drawn_ties(GRAPH, View(), ("office",)).edges) == {"talks", "office"}


def test_the_legend_offers_relations_and_draws_them_besides_the_rest() -> None:
    events = drawn_ties(GRAPH, View(), ())
    entries = {entry.key: entry for entry in legend(events, WORDS, filtered_by(Filters()), apart=1)}
    assert (entries["relation"].count, entries["relation"].pressed) == (1, False)
    pressed = filter_by(View(), "sign", "relation")
    assert pressed == draw_relations(View(), on=True)
    entries = {entry.key: entry for entry in legend(GRAPH, WORDS, filtered_by(pressed.filters))}
    assert (entries["relation"].count, entries["relation"].pressed) == (1, True)
    assert entries["cooperation"].pressed is False
    assert filter_by(pressed, "sign", "relation") == View()


def test_an_address_says_whether_relations_are_drawn() -> None:
    view = draw_relations(View(), on=True)
    assert to_url(view) == {"relations": "1"}
    assert from_url(to_url(view)) == view
    assert from_url({"relations": "yes"}) == View()


def test_relations_come_last_in_files_and_have_a_table_of_their_own() -> None:
    rows = tie_table(GRAPH).records()
    assert [each["sign"] for each in rows] == [Sign.COOPERATION, Sign.RELATION]
    relations = kept(GRAPH, edge=lambda edge: edge.sign is Sign.RELATION)
    frame = relation_frame(relations, WORDS)
    assert frame.to_dict("records") == [
        {
            "Who": "Minister",
            "What": "holds office",
            "Of what": "Peru",
            "Role": "minister",
            "Claims": 3,
            "Voices": 2,
            "Verdict": "unreviewed",
        }
    ]
