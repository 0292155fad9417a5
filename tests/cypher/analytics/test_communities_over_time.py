"""Communities over time: the pairs counted again from the rows, the communities by another program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

import networkx as nx
import pytest

from bench.recounts import weights_of
from cypher.analysis.sides import changed_sides, communities_over_time, followed, found_in
from cypher.bolt.table import Table
from cypher.errors import UsageError
from tests.cypher.analytics.conftest import Year, as_declared
from tests.cypher.results import column

PAIRS = ("period", "first", "second", "first_name", "second_name", "cooperation", "conflict")


def modularity(weights: Mapping[tuple[str, str], int], groups: list[frozenset[str]]) -> float:
    graph = nx.Graph()
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in weights.items() if weight > 0)
    return float(nx.community.modularity(graph, groups))


@pytest.mark.parametrize("lens", ["trusted", "all"])
@pytest.mark.parametrize("by", ["month", "quarter", "year"])
def test_each_period_has_communities_as_good_as_those_of_another_program(
    year: Year, lens: str, by: str
) -> None:
    weights = weights_of(year.seen(lens), by)
    asked = {"level": "actor", "lens": lens, "by": by, "members": 1, "pairs": 100_000, "limit": 1000}
    found = as_declared(
        "saved/communities/over_time", year.database.read("saved/communities/over_time", **asked)
    ).records()
    assert {row["period"] for row in found} == set(weights)
    for period, of_period in weights.items():
        groups = [frozenset(row["entities"]) for row in found if row["period"] == period]
        tied = {end for pair, weight in of_period.items() if weight > 0 for end in pair}
        assert sorted(end for group in groups for end in group) == sorted(tied)
        assert all(row["members"] == len(row["entities"]) for row in found)
        graph = nx.Graph()
        graph.add_weighted_edges_from((*pair, weight) for pair, weight in of_period.items() if weight > 0)
        best = max(
            modularity(
                of_period, [frozenset(each) for each in nx.community.louvain_communities(graph, seed=seed)]
            )
            for seed in range(5)
        )
        assert modularity(of_period, groups) > best - 0.06


@pytest.mark.parametrize("lens", ["trusted", "all"])
def test_who_changed_sides_is_in_both_communities(year: Year, lens: str) -> None:
    asked = {"level": "actor", "lens": lens, "by": "quarter", "pairs": 100_000, "members": 2, "limit": 10_000}
    courses = year.database.read("saved/communities/over_time", **asked).records()
    weights = weights_of(year.seen(lens), "quarter")
    members = {(row["period"], row["community"]): set(row["entities"]) for row in courses}
    assert len(members) == len(courses)
    changes = as_declared(
        "saved/communities/changed_sides",
        year.database.read("saved/communities/changed_sides", **asked),
    ).records()
    assert changes
    seen = set()
    for row in changes:
        who, seen_key = row["entity"], (row["entity"], row["period"])
        assert who in members[row["earlier_period"], row["old_community"]]
        assert who in members[row["period"], row["new_community"]]
        assert row["old_community"] != row["new_community"]
        for community, column_name, period in (
            (row["old_community"], "with_old", row["earlier_period"]),
            (row["new_community"], "with_new", row["period"]),
        ):
            others = members[period, community] - {who}
            now = weights[row["period"]]
            assert row[column_name] == sum(now.get((min(who, each), max(who, each)), 0) for each in others)
        seen.add(seen_key)
    by_entity: dict[str, dict[str, str]] = defaultdict(dict)
    for (period, community), entities in members.items():
        for each in entities:
            by_entity[each][period] = community
    moves = sum(
        own[one] != own[other]
        for own in by_entity.values()
        for one, other in zip(sorted(own), sorted(own)[1:], strict=False)
    )
    assert len(changes) == len(seen) == moves


def told(period: str, *groups: str) -> list[tuple[object, ...]]:
    """Pairs within each group, such as "abc", that cooperate twice."""
    return [
        (period, one, other, one.upper(), other.upper(), 2, 0)
        for group in groups
        for one, other in combinations(sorted(group), 2)
    ]


def test_a_community_goes_on_where_most_of_its_members_are() -> None:
    rows = [*told("2020", "abcd", "wxyz"), *told("2021", "abc", "dwxyz"), *told("2022", "abce", "wxyz")]
    values = {"by": "year", "members": 3, "limit": 10}
    found = communities_over_time(Table(PAIRS, tuple(rows)), values)
    assert column(found, "period", "community", "members", "joined", "left") == [
        ("2020", "A", 4, 0, 0),
        ("2020", "W", 4, 0, 0),
        ("2021", "W", 5, 1, 0),
        ("2021", "A", 3, 0, 1),
        ("2022", "A", 4, 1, 0),
        ("2022", "W", 4, 0, 1),
    ]
    largest = communities_over_time(Table(PAIRS, tuple(rows)), {**values, "limit": 1})
    assert column(largest, "period", "community") == [("2020", "W"), ("2021", "W"), ("2022", "W")]
    moved = changed_sides(Table(PAIRS, tuple(rows)), values)
    assert column(moved, "name", "earlier_period", "period", "old_community", "new_community") == [
        ("D", "2020", "2021", "A", "W")
    ]
    assert column(moved, "with_old", "with_new") == [(0, 8)]


def test_a_community_is_called_by_the_busiest_of_those_that_stay() -> None:
    """B is the busiest of 2020 and leaves; of those who stay, C is the busiest."""
    rows = [
        *told("2020", "abcd"),
        *(("2020", "b", other, "B", other.upper(), 9, 0) for other in "cd"),
        *told("2021", "acd"),
        *(("2021", *pair, pair[0].upper(), pair[1].upper(), 5, 0) for pair in ("ac", "cd")),
    ]
    found = communities_over_time(Table(PAIRS, tuple(rows)), {"by": "year", "members": 3, "limit": 10})
    assert column(found, "period", "community", "members") == [("2020", "C", 4), ("2021", "C", 3)]
    assert column(found, "leading")[0][0] == "B"


def test_pairs_with_more_conflict_than_cooperation_are_not_together() -> None:
    ties = {("a", "b"): 3, ("b", "c"): 2, ("a", "c"): 1, ("c", "d"): -4, ("d", "e"): 0}
    assert found_in(ties, 2) == [frozenset("abc")]
    assert found_in({}, 1) == []


def test_two_communities_that_join_go_on_as_the_one_with_more_members() -> None:
    one, other = frozenset("abcd"), frozenset("xyz")
    courses = followed({"2020": [one, other], "2021": [one | other], "2022": [other, one]})
    assert [sorted(course.members) for course in courses] == [["2020", "2021", "2022"], ["2020"], ["2022"]]
    assert courses[0].members["2022"] == one


def test_an_unknown_length_is_refused(year: Year) -> None:
    with pytest.raises(UsageError, match="must be month, quarter or year, not decade"):
        year.database.read("saved/communities/over_time", by="decade")
    assert year.database.read("saved/communities/over_time", since="2030-01-01").rows == ()
