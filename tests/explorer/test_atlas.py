"""The map: where countries lie, and which ties become arcs between them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from cypher.model.graph import Sign
from explorer.atlas.arcs import arc_ties, arcs, countries, ties_of_countries
from explorer.graph.world import HEIGHT, WIDTH, capitals, country_name, project, shapes
from tests.browser.apps.graphs import story


def test_the_map_is_as_wide_as_the_equator_and_north_is_up() -> None:
    assert project(-180, 0)[0] == 0
    assert project(180, 0)[0] == WIDTH
    assert project(0, 60)[1] < project(0, 0)[1] < project(0, -50)[1] < HEIGHT


@pytest.mark.parametrize("code", ["IDN", "USA", "RUS", "IRN", "ZAF"])
def test_a_capital_lies_within_the_outline_of_its_country(code: str) -> None:
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", shapes()[code])]
    x, y = capitals()[code]
    assert min(numbers[::2]) <= x <= max(numbers[::2])
    assert min(numbers[1::2]) <= y <= max(numbers[1::2])


def test_no_outline_leaps_from_one_edge_of_the_map_to_the_other() -> None:
    for outline in shapes().values():
        for ring in outline.split("Z")[:-1]:
            x = [float(point.split(",")[0]) for point in ring.strip(" M").split("L")]
            assert all(abs(a - b) < WIDTH / 4 for a, b in pairwise(x))


def test_states_have_a_capital_and_a_name_in_both_languages() -> None:
    assert len(capitals()) > 235
    assert country_name("PRT", "id") == "Portugal"
    assert country_name("EGY", "id") == "Mesir"
    assert country_name("???", "en") == "???"


def test_the_ties_of_people_count_for_their_countries() -> None:
    graph = story()
    talk = next(arc for arc in arcs(graph) if (arc.actor, arc.recipient) == ("IRN", "AFG"))
    assert (talk.sign, set(talk.ties), talk.voices) == (Sign.COOPERATION, {"tie-0", "tie-3"}, 5)
    assert {tie.id for tie in arc_ties(graph, talk.id)} == {"tie-0", "tie-3"}
    assert countries(graph)["IRN"] == 2
    assert all(arc.actor != arc.recipient for arc in arcs(graph))


def test_an_arc_of_one_tie_is_that_tie() -> None:
    graph = story()
    single = next(arc for arc in arcs(graph) if len(arc.ties) == 1)
    assert single.id in graph.edges
    assert arc_ties(graph, single.id) == []


def test_a_country_is_tied_by_its_people_too_once_a_tie() -> None:
    tied = ties_of_countries(story())
    assert {"tie-0", "tie-3", "tie-9"} <= set(tied["IRN"])
    assert len(tied["IRN"]) == len(set(tied["IRN"]))
    assert "tie-8" not in tied["IRN"]
