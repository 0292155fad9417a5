"""Briefs on both databases: what is collected stays, versions stay, and no one overwrites another."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from cypher.bolt.table import Table
from cypher.briefs.changing import Changed, changed_claims
from cypher.briefs.collecting import (
    collect_actor,
    collect_claim,
    collect_network,
    collect_pair,
    collect_tie,
    collected_result,
    own_text,
)
from cypher.briefs.items import (
    LONGEST_CELL,
    LONGEST_TEXT,
    MOST_COLUMNS,
    MOST_ROWS,
    BrokenItemError,
    ItemKind,
    Standpoint,
    item_of,
)
from cypher.briefs.networks import FrozenNetwork, FrozenNode, FrozenTie, frozen_network
from cypher.briefs.reading import Brief, briefs, read_brief, versions
from cypher.briefs.saving import LONGEST_TITLE, MOST_ITEMS, OutdatedBriefError, add, save
from cypher.database import Database, Role, Settings, connect
from cypher.errors import UsageError
from cypher.judging.annotations import annotate, undo
from cypher.model.graph import Judgement, Sign
from ingest.loading.load import load
from tests.graphs import CLAIMS, EXTRACTIONS, tie_id, without_claims

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)
SEEN = Standpoint("trusted", "actor")


@pytest.fixture(scope="module")
def graph(emptied: Settings) -> Iterator[Database]:
    """Each database in turn with the story, open for an analyst, for all tests of this file."""
    with connect(emptied, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        yield database


def test_a_tie_is_collected_with_the_evidence_that_the_analyst_saw(graph: Database) -> None:
    item = collect_tie(graph, ATTACK, SEEN, {}, "siti")
    assert [(party.id, party.name) for party in item.parties] == [("hamas", "Hamas"), ("ISR", "Israel")]
    assert {claim.claim for claim in item.claims} == {"claim-attack", "claim-attack-copy"}
    first = next(claim for claim in item.claims if claim.claim == "claim-attack")
    assert first.sentence == "Hamas fighters attacked towns in southern Israel on Saturday."
    assert (first.publisher, first.date, first.verdict) == ("Daily Record", "2023-10-07", "none")
    assert (first.actors, first.recipients) == (("Hamas",), ("Israel",))
    assert (item.sign, item.directed, item.collected_by, item.seen) == ("conflict", True, "siti", SEEN)


def test_filters_choose_the_evidence_and_are_kept_with_it(graph: Database) -> None:
    with pytest.raises(UsageError, match="shows no tie"):
        collect_tie(graph, ATTACK, SEEN, {"until": "2020-01-01"})
    filtered = collect_tie(graph, ATTACK, SEEN, {"since": "2023-10-01", "event_types": ["ASSAULT"]})
    assert filtered.seen
    assert filtered.seen.filters == (("event_types", "ASSAULT"), ("since", "2023-10-01"))


def test_the_clock_hides_what_was_not_known_yet(graph: Database) -> None:
    then, now = (collect_actor(graph, "IRN", replace(SEEN, known_by=day)) for day in ("2023-09-30", None))
    assert {claim.claim for claim in then.claims} == {"claim-swap"}
    assert {claim.claim for claim in then.claims} < {claim.claim for claim in now.claims}


def test_actors_and_pairs_have_a_curve_over_months(graph: Database) -> None:
    pair = collect_pair(graph, "USA", "IRN", SEEN)
    assert ("2024-01", "conflict") in {(month.month, month.sign) for month in pair.months}
    days = [claim.date or claim.published_on or "" for claim in pair.claims]
    assert days == sorted(days, reverse=True)
    assert len({claim.claim for claim in pair.claims}) == len(days) > 1


def drawn(*ties: tuple[str, str, Sign], names: str = "") -> FrozenNetwork:
    """A network of the story as a page draws it, with every entity under another name."""
    ends = dict.fromkeys(end for first, second, _ in ties for end in (first, second))
    nodes = [FrozenNode(end, f"{names}{end}", "country", 10 * at, 0) for at, end in enumerate(ends)]
    frozen = [
        FrozenTie(tie_id(first, second, sign), first, second, sign, "unreviewed", 2, at, directed=True)
        for at, (first, second, sign) in enumerate(ties)
    ]
    return frozen_network(nodes, frozen)


def test_a_network_is_collected_with_the_names_of_the_graph_and_the_claims_of_its_ties(
    graph: Database,
) -> None:
    kept = drawn(("USA", "IRN", Sign.CONFLICT), ("hamas", "ISR", Sign.CONFLICT), names="local ")
    item = collect_network(graph, kept, ["hamas"], SEEN, {}, "siti")
    assert item.network
    assert {node.name for node in item.network.nodes} >= {"Hamas", "Israel", "Iran"}
    assert [party.name for party in item.parties] == ["Hamas"]
    assert [node.x for node in item.network.nodes] == [0, 10, 20, 30]
    strongest = collect_tie(graph, ATTACK, SEEN, {})
    first = [claim.claim for claim in item.claims[: len(strongest.claims)]]
    assert first == [claim.claim for claim in strongest.claims], "the tie with the most voices first"
    other = collect_tie(graph, tie_id("USA", "IRN", Sign.CONFLICT), SEEN, {})
    assert {claim.claim for claim in item.claims} == {c.claim for c in (*strongest.claims, *other.claims)}
    assert item_of("network", item.content) == item


def test_a_network_of_which_the_lens_shows_nothing_is_refused(graph: Database) -> None:
    for kept in (drawn(), drawn(("nobody", "ISR", Sign.CONFLICT))):
        with pytest.raises(UsageError, match="no ties that the lens shows"):
            collect_network(graph, kept, [], SEEN, {})


def test_what_changed_since_is_said_for_the_claims_of_a_network(graph: Database) -> None:
    item = collect_network(graph, drawn(("hamas", "ISR", Sign.CONFLICT)), [], SEEN, {})
    assert changed_claims(graph, [item]) == [{}]
    batch = annotate(graph, "claim-attack", Judgement.REJECTED, author="siti")
    assert changed_claims(graph, [item]) == [{"claim-attack": Changed.REJECTED}]
    undo(graph, batch, author="siti")


def test_a_claim_is_collected_whatever_the_lens_shows(graph: Database) -> None:
    item = collect_claim(graph, "claim-blame", SEEN)
    assert [claim.claim for claim in item.claims] == ["claim-blame"]
    assert changed_claims(graph, [item]) == [{}]


@pytest.mark.parametrize("collect", [collect_claim, collect_actor])
def test_what_is_not_there_is_refused(graph: Database, collect: object) -> None:
    assert callable(collect)
    with pytest.raises(UsageError, match="'nothing-such' any more"):
        collect(graph, "nothing-such", SEEN)


def test_a_brief_comes_back_as_it_was_saved(graph: Database) -> None:
    result = collected_result("people/central", "Central", Table(("a", "b"), ((1, None),)), SEEN)
    items = (
        own_text("Why", "Because of <b>this</b>."),
        collect_tie(graph, ATTACK, replace(SEEN, known_by="2024-01-31"), {"since": "2023-01-01"}),
        collect_pair(graph, "USA", "IRN", SEEN),
        result,
    )
    saved = save(graph, Brief("Gulf, weekly", items, shared=True), "siti")
    found = read_brief(graph, saved.brief)
    assert found == saved
    assert [item.id for item in found.items] == [item.id for item in items]
    assert (found.version, found.owner, found.author) == (1, "siti", "siti")


def test_a_version_can_be_read_and_restored(graph: Database) -> None:
    one = save(graph, Brief("Restored", (own_text("", "one"),)), "siti")
    two = save(graph, replace(one, items=(own_text("", "two"),), title="Renamed"), "budi")
    old = read_brief(graph, one.brief, 1)
    assert [item.text for item in old.items] == ["one"]
    back = save(graph, replace(two, items=old.items, title=old.title), "siti")
    assert [(each.version, each.title, each.author) for each in versions(graph, one.brief)] == [
        (3, "Restored", "siti"),
        (2, "Renamed", "budi"),
        (1, "Restored", "siti"),
    ]
    assert back.owner == "siti"
    with pytest.raises(UsageError, match="versions 1 to 3, and no 4"):
        read_brief(graph, one.brief, 4)
    with pytest.raises(UsageError, match="There is no brief"):
        read_brief(graph, "brief-none")


def test_of_two_saves_at_once_one_stays_and_the_other_is_refused(graph: Database) -> None:
    first = save(graph, Brief("Contested", ()), "siti")
    outcomes: dict[str, str] = {}

    def saving(author: str) -> None:
        try:
            save(graph, replace(first, items=(own_text("", author),)), author)
        except OutdatedBriefError as error:
            outcomes[author] = str(error)

    authors = [f"analyst {number}" for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(saving, authors))
    newest = read_brief(graph, first.brief)
    assert newest.version == 2
    assert set(outcomes) == set(authors) - {newest.author}
    assert [item.text for item in newest.items] == [newest.author]
    assert all(f"'{newest.author}' saved version 2" in said for said in outcomes.values())


def test_parts_that_are_added_at_once_all_stay(graph: Database) -> None:
    first = save(graph, Brief("Busy", ()), "siti")
    texts = [f"part {number}" for number in range(6)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda text: add(graph, first.brief, [own_text("", text)], "siti"), texts))
    newest = read_brief(graph, first.brief)
    assert sorted(item.text for item in newest.items) == texts
    assert newest.version == 7


def test_others_see_only_what_is_shared_and_no_one_what_is_removed(graph: Database) -> None:
    mine = save(graph, Brief("Private", ()), "dewi")
    ours = save(graph, Brief("Shared", (), shared=True), "dewi")
    seen = {author: {each.title for each in briefs(graph, author)} for author in ("dewi", "eko")}
    assert {"Private", "Shared"} <= seen["dewi"]
    assert "Private" not in seen["eko"]
    assert "Shared" in seen["eko"]
    save(graph, replace(ours, retired=True), "dewi")
    assert "Shared" not in {each.title for each in briefs(graph)}
    assert read_brief(graph, mine.brief).title == "Private"


def test_a_brief_says_what_happened_to_its_claims_since(graph: Database) -> None:
    item = collect_tie(graph, ATTACK, SEEN, {})
    batch = annotate(graph, "claim-attack", Judgement.REJECTED, author="ani")
    assert changed_claims(graph, [item, own_text("", "x")]) == [{"claim-attack": Changed.REJECTED}, {}]
    undo(graph, batch, author="ani")
    assert changed_claims(graph, [item]) == [{}]
    batch = annotate(graph, "claim-attack", Judgement.VERIFIED, author="ani")
    verified = collect_tie(graph, ATTACK, SEEN, {})
    undo(graph, batch, author="ani")
    assert changed_claims(graph, [verified]) == [{"claim-attack": Changed.WITHDRAWN}]


def test_claims_that_the_graph_loses_are_gone_from_it_and_stay_in_the_brief(graph: Database) -> None:
    item = collect_claim(graph, "claim-aid", SEEN)
    story = next(each for each in EXTRACTIONS if CLAIMS["aid"] in each.claims)
    load(graph, [without_claims(story, CLAIMS["aid"])])
    assert changed_claims(graph, [item]) == [{"claim-aid": Changed.GONE}]
    load(graph, [story])
    assert changed_claims(graph, [item]) == [{}]


@pytest.mark.parametrize(
    ("brief", "complaint"),
    [
        (Brief(" "), "needs a title"),
        (Brief("x" * (LONGEST_TITLE + 1)), f"title of 1 to {LONGEST_TITLE}"),
        (Brief("Much", tuple(own_text("", str(n)) for n in range(MOST_ITEMS + 1))), "at most 100 parts"),
        (Brief("Long", (own_text("", "x" * (LONGEST_TEXT + 1)),)), "20,000 characters; this one has 20,001"),
        (Brief("Empty", (own_text(" ", "\n"),)), "needs a heading or some text"),
    ],
    ids=["no title", "long title", "many parts", "long text", "empty text"],
)
def test_a_brief_has_bounds(graph: Database, brief: Brief, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        save(graph, brief, "siti")
    with pytest.raises(UsageError, match="say who you are"):
        save(graph, Brief("Title"), " ")


def test_a_long_result_is_cut_and_says_so() -> None:
    columns = tuple(f"c{number}" for number in range(MOST_COLUMNS + 2))
    rows = tuple(tuple("y" * 2_000 for _ in columns) for _ in range(MOST_ROWS + 5))
    table = collected_result("typed", "Big", Table(columns, rows), SEEN).table
    assert table
    assert (len(table.columns), len(table.rows), table.cut) == (MOST_COLUMNS, MOST_ROWS, True)
    assert {len(cell) for row in table.rows for cell in row} == {LONGEST_CELL}
    small = collected_result("typed", "Small", Table(("a",), (("b",),)), SEEN).table
    assert small
    assert not small.cut


@pytest.mark.parametrize("content", ["", "null", "[]", '{"kind": "text"}', '{"kind": "picture"}', "{}"])
def test_a_broken_item_is_named(content: str) -> None:
    with pytest.raises(BrokenItemError, match="The part item-7 of a brief cannot be read"):
        item_of("item-7", content)


def test_hostile_text_survives_saving(graph: Database) -> None:
    nasty = "\ud800 <img src=x> \x00 \u202e | `x` ${y} $brief"
    saved = save(graph, Brief("Nasty", (own_text(nasty, nasty),)), "siti")
    (item,) = read_brief(graph, saved.brief).items
    assert item.kind is ItemKind.TEXT
    assert "<img src=x>" in item.text
