"""The overview of the whole graph: its communities, its layout, what is drawn of it, and its page."""

from __future__ import annotations

import hashlib
import json
import random
import re
import time
from itertools import combinations, pairwise

import numpy as np
import pytest

from cypher.analysis.communities import communities
from cypher.database import Database
from cypher.records.explore import PlainEntity
from cypher.records.shared import PlainTie
from explorer.graph.whole import MIXED, SIGNS, whole_of
from explorer.network.style import OTHERS
from explorer.overview import BLOC, COMMUNITY, drawn_overview
from explorer.overview.layout import EXTENT, layout
from explorer.overview.picture import picture_text
from explorer.pages.overview import MOST_OPENED, together
from explorer.view.address import from_url, to_url
from explorer.view.filters import Filters
from explorer.words import Words
from tests.explorer.opening import opened
from tests.javascript.toolchain import HERE, ROOT

VENDOR = ROOT / "explorer" / "overview" / "frontend" / "vendor"


def cliques(count: int, size: int) -> list[tuple[int, int, float]]:
    """Groups in which everybody is tied to everybody, each with one tie to the next."""
    inside = [
        (group * size + one, group * size + other, 1.0)
        for group in range(count)
        for one, other in combinations(range(size), 2)
    ]
    return inside + [(group * size, (group + 1) % count * size, 1.0) for group in range(count)]


def scattered(nodes: int, ties: int, seed: int = 3) -> list[tuple[int, int, float]]:
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    return [(chance.randrange(nodes), int(nodes * chance.random() ** 3), 1.0) for _ in range(ties)]


def entity(id_: str, country: str | None = None, name: str | None = None) -> PlainEntity:
    return PlainEntity(id_, name or id_.title(), "person", country)


def tie(actor: str, recipient: str, sign: str = "cooperation", claims: int = 1) -> PlainTie:
    return PlainTie(actor, recipient, sign, claims)


def test_groups_with_few_ties_between_them_are_communities() -> None:
    found = communities(60, cliques(6, 10))[-1]
    assert [len({found[group * 10 + each] for each in range(10)}) for group in range(6)] == [1] * 6
    assert set(found) == set(range(6))


def test_communities_nest_and_are_numbered_by_size() -> None:
    levels = communities(900, scattered(900, 2000))
    for finer, coarser in pairwise(levels):
        assert len(set(zip(finer, coarser, strict=True))) == len(set(finer))
    sizes = [levels[-1].count(number) for number in range(max(levels[-1]) + 1)]
    assert sizes == sorted(sizes, reverse=True)


def test_a_weight_counts_as_much_as_so_many_ties() -> None:
    weighted = [(0, 1, 3.0), (1, 2, 1.0), (2, 3, 3.0), (3, 0, 1.0)]
    found = communities(4, weighted)[-1]
    assert (found[0], found[2]) == (found[1], found[3])
    assert found[0] != found[2]


@pytest.mark.parametrize("size", [0, 1, 5])
def test_nodes_without_ties_are_alone(size: int) -> None:
    assert communities(size, []) == [list(range(size))]


def test_the_same_ties_give_the_same_communities_and_places() -> None:
    ties = scattered(2000, 5000)
    pairs = np.array([each[:2] for each in ties])
    one, other = (communities(2000, ties) for _ in range(2))
    assert one == other
    assert (layout(2000, pairs, one) == layout(2000, pairs, other)).all()


def test_a_layout_fills_the_extent_and_sets_communities_apart() -> None:
    ties = cliques(12, 25)
    levels = communities(300, ties)
    xy = layout(300, np.array([each[:2] for each in ties]), levels)
    assert xy.shape == (300, 2)
    assert EXTENT * 0.5 < np.abs(xy).max() <= EXTENT
    middles = np.array([xy[group * 25 : (group + 1) * 25].mean(axis=0) for group in range(12)])
    own = np.hypot(*(xy - middles.repeat(25, axis=0)).T).mean()
    apart = [np.hypot(*(one - other)) for one, other in combinations(middles, 2)]
    assert own < 0.5 * np.mean(apart)
    assert len(np.unique(xy, axis=0)) > 290


@pytest.mark.parametrize("ties", [0, 1])
@pytest.mark.parametrize("size", [1, 2, 3])
def test_hardly_any_nodes_have_places_too(size: int, ties: int) -> None:
    pairs = np.array([[0, size - 1]] * (ties if size > 1 else 0), dtype=np.int64).reshape(-1, 2)
    xy = layout(size, pairs, communities(size, []))
    assert xy.shape == (size, 2)
    assert np.abs(xy).max() <= EXTENT
    assert len(np.unique(xy, axis=0)) == size
    assert layout(0, np.zeros((0, 2), dtype=np.int64), [[]]).shape == (0, 2)


def test_ten_thousand_nodes_take_seconds() -> None:
    ties = scattered(10_000, 20_000)
    start = time.process_time()
    layout(10_000, np.array([each[:2] for each in ties]), communities(10_000, ties))
    assert time.process_time() - start < 30  # a tenth of it where nothing else runs


def test_the_ties_of_a_pair_are_one_and_those_of_several_signs_are_mixed() -> None:
    found = [
        tie("b", "a", claims=2),
        tie("a", "b", "conflict", 3),
        tie("a", "c"),
        tie("c", "a"),
        tie("d", "d"),
    ]
    whole = whole_of([entity("a"), entity("b"), entity("c")], found)
    assert [node.id for node in whole.nodes] == ["a", "b", "c"]
    pairs = {tuple(sorted(whole.nodes[at].id for at in pair)) for pair in whole.pairs.tolist()}
    assert pairs == {("a", "b"), ("a", "c")}
    by_pair = dict(zip(whole.pairs[:, 1].tolist(), whole.signs.tolist(), strict=True))
    assert {SIGNS[sign] for sign in by_pair.values()} == {MIXED, "cooperation"}
    assert sorted(whole.claims.tolist()) == [2, 5]
    assert whole.degrees.tolist() == [2, 1, 1]


def test_a_sign_filters_ties_and_the_nodes_that_lose_theirs() -> None:
    whole = whole_of([], [tie("a", "b"), tie("b", "c", "conflict")], ["conflict"])
    assert [node.id for node in whole.nodes] == ["b", "c"]
    assert whole_of([], [tie("a", "b")], ["conflict"]).nodes == ()


def test_the_nodes_with_the_most_partners_are_kept() -> None:
    star = [tie("hub", f"leaf {at:03}") for at in range(50)] + [tie("leaf 000", "leaf 001")]
    whole = whole_of([], star, most=3)
    assert [node.id for node in whole.nodes] == ["hub", "leaf 000", "leaf 001"]
    assert whole.left_out == 48
    assert len(whole.pairs) == 3


def test_the_shape_is_that_of_nodes_and_ties_not_of_names() -> None:
    ties = [tie("a", "b"), tie("b", "c")]
    one, other = (whole_of([entity("a", name=name)], ties) for name in ("One", "Other"))
    assert one.shape == other.shape
    assert one.shape != whole_of([], [*ties, tie("a", "c")]).shape
    assert one.shape != whole_of([], [tie("a", "b", claims=9), tie("b", "c")]).shape


def test_a_picture_has_a_group_for_each_node_and_counts_them() -> None:
    people = [entity("a", "FRA"), entity("b", "DEU"), entity("c", "IDN"), entity("d")]
    whole = whole_of(people, [tie("a", "b"), tie("b", "c"), tie("c", "d", "conflict")])
    picture = json.loads(picture_text(whole, drawn_overview(whole), None, Words("en")))
    assert len({len(picture[name]) for name in ("ids", "names", "kinds", "x", "y", "degrees")}) == 1
    assert len(picture["ends"]) == 2 * len(picture["signs"]) == 6
    bloc = picture["colourings"][BLOC]
    labels = {id_: bloc["groups"][at]["label"] for id_, at in zip(picture["ids"], bloc["of"], strict=True)}
    assert labels["a"] == labels["b"] != labels["c"] != labels["d"] == "In none of these blocs"
    for colouring in picture["colourings"].values():
        counted = [colouring["of"].count(at) for at in range(len(colouring["groups"]))]
        assert counted == [group["count"] for group in colouring["groups"]]
    assert [look["count"] for look in picture["sign_looks"]] == [2, 1, 0, 0]


def test_communities_are_called_by_their_best_connected_members() -> None:
    names = {0: "First", 10: "Second"}
    ties = [tie(f"n{one:02}", f"n{other:02}") for one, other, _ in cliques(2, 10)]
    ties += [tie("n00", f"n{at}", claims=1) for at in range(90, 93)]
    people = [entity(f"n{at:02}", name=names.get(at)) for at in range(20)]
    whole = whole_of(people, ties)
    picture = json.loads(picture_text(whole, drawn_overview(whole), None, Words("en")))
    labels = [group["label"] for group in picture["colourings"][COMMUNITY]["groups"]]
    assert labels[0].startswith("First, ")
    assert labels[1].startswith("Second, ")
    assert (labels[-1], picture["colourings"][COMMUNITY]["groups"][-1]["colour"]) == (
        "Other communities",
        OTHERS,
    )


def test_the_network_opens_the_chosen_ones_with_the_ties_among_them() -> None:
    filters = Filters(signs=("conflict",), since="2023-01-01")
    view = together(["IRN", "a b,c", "IRN"], filters)
    assert [(centre.entity, centre.limit) for centre in view.centres] == [("IRN", 0), ("a b,c", 0)]
    assert from_url(to_url(view)) == view
    assert view.filters == filters
    assert len(together(map(str, range(500)), filters).centres) == MOST_OPENED


def sent(app: object) -> dict[str, object]:
    (found,) = [
        each.proto
        for each in app.get("bidi_component")  # type: ignore[attr-defined]
        if each.proto.component_name == "konstelasi.overview"
    ]
    data: dict[str, object] = json.loads(found.json)
    return data


def test_the_page_draws_all_actors_of_the_lens(story: Database) -> None:
    data = sent(opened(page="overview", level="actor"))
    picture = json.loads(str(data["picture"]))
    rows = story.read("explore/every_tie", lens="trusted", level="actor").records()
    assert set(picture["ids"]) == {row[end] for row in rows for end in ("actor", "recipient")}
    assert (data["colour"], data["most"]) == (COMMUNITY, MOST_OPENED)
    assert str(len(picture["ids"])) in str(data["note"])


def test_a_link_brings_filters_and_colours(story: Database) -> None:
    app = opened(page="overview", level="actor", sign="conflict", since="2023-10-01", colour="bloc")
    data = sent(app)
    picture = json.loads(str(data["picture"]))
    assert data["colour"] == BLOC
    assert {SIGNS[sign] for sign in picture["signs"]} == {"conflict"}
    assert app.query_params["sign"] == "conflict"
    assert app.query_params["since"] == "2023-10-01"


@pytest.mark.parametrize("asked", [{"sign": "love"}, {"since": "soon"}, {"colour": "<b>"}])
def test_a_link_with_nonsense_shows_everything(story: Database, asked: dict[str, str]) -> None:
    everything = sent(opened(page="overview", level="actor"))
    assert sent(opened(page="overview", level="actor", **asked)) == everything


def test_a_page_without_ties_says_so(story: Database) -> None:
    app = opened(page="overview", level="actor", since="1999-01-01", until="1999-12-31")
    shown = "".join(each.proto.json for each in app.get("bidi_component"))
    assert "No tie passes the lens and the filters." in shown


def test_the_page_names_entities_in_the_language_of_the_reader(story: Database) -> None:
    picture = json.loads(str(sent(opened(page="overview", level="actor", language="id"))["picture"]))
    assert "Amerika Serikat" in picture["names"]
    assert "negara" in {kind.lower() for kind in picture["kinds"]}


def test_the_bundle_is_the_one_that_is_described() -> None:
    described = (VENDOR / "VENDORED.md").read_text(encoding="utf-8")
    bundle = (VENDOR / "sigma.min.mjs").read_bytes()
    assert re.findall(r"sha256 `(\w+)`", described) == [hashlib.sha256(bundle).hexdigest()]
    assert b"innerHTML" not in bundle
    bundled = dict(re.findall(r"`([@\w/-]+)` \| ([\d.]+)", described))
    wanted = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert {name: wanted[name] for name in ("sigma", "graphology")}.items() <= bundled.items()
    licences = (VENDOR / "LICENSE-MIT.sigma.txt").read_text(encoding="utf-8")
    assert all(f"{name} {version}" in licences for name, version in bundled.items())
