"""What is in a case already stays as it is: decided by what it is, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from cypher.cases.items import CaseItem, CaseKind, case_item
from cypher.cases.reading import Case, items_of, read_case, shown_items, versions
from cypher.cases.saving import add, begin, take_out
from cypher.database import Database, Role, Settings, connect


@pytest.fixture(scope="module")
def graph(emptied: Settings) -> Iterator[Database]:
    """Each database in turn, empty, open for an analyst, for all tests of this file."""
    with connect(emptied, Role.ANALYST) as database:
        yield database


ARTICLE = {"page": "documents", "document": "d"}
VIEW = {"page": "network", "centre": "IRN", "lens": "trusted", "level": "state"}
QUERY = {"page": "queries", "query": "saved/bilateral/ties", "first": "IRN", "second": "USA"}

CLAIM = CaseItem(CaseKind.CLAIM, "Same", {**ARTICLE, "claim": "c", "lens": "trusted"})
SENTENCE = CaseItem(CaseKind.SENTENCE, "Same", {**ARTICLE, "sentence": "0-40"}, quote="Iran met Qatar.")
ACTOR = CaseItem(CaseKind.ENTITY, "Same", {"page": "actors", "entity": "IRN"}, ("IRN",))
PAIR = CaseItem(CaseKind.PAIR, "Same", {"page": "actors", "entity": "IRN", "other": "USA"}, ("IRN", "USA"))
TIE = CaseItem(CaseKind.PAIR, "Same", {"page": "network", "tie": "t"}, ("IRN", "USA"))
SHOWN = CaseItem(CaseKind.VIEW, "Same", VIEW)
RESULT = CaseItem(CaseKind.QUERY, "Same", QUERY)
BRIEF = CaseItem(CaseKind.BRIEF, "Same", {"page": "briefs", "brief": "b"})
NOTE = CaseItem(CaseKind.NOTE, "Same", {"page": "network", "tie": "t"}, note="n")

SAME = {
    "claim": (CLAIM, replace(CLAIM, address={**ARTICLE, "claim": "c", "lens": "all"}, quote="New text")),
    "sentence": (SENTENCE, replace(SENTENCE, quote="Iran has met Qatar.", source="Daily")),
    "actor": (ACTOR, replace(ACTOR, address={**ACTOR.address, "known_by": "2023-10-08"})),
    "pair, seen from the other side": (
        PAIR,
        replace(PAIR, address={"page": "actors", "entity": "USA", "other": "IRN"}, entities=("USA", "IRN")),
    ),
    "tie": (TIE, replace(TIE, address={**TIE.address, "lens": "all"})),
    "view, with nodes elsewhere": (SHOWN, replace(SHOWN, address={**VIEW, "at": "IRN:3:4"})),
    "view, in another language": (SHOWN, replace(SHOWN, address={**VIEW, "language": "id"})),
    "query": (RESULT, replace(RESULT, address=dict(reversed(QUERY.items())))),
    "brief": (BRIEF, replace(BRIEF, address={**BRIEF.address, "level": "actor"})),
    "note": (NOTE, replace(NOTE, quote="edited since")),
}
OTHERS = {
    "claim of the same sentence": (CLAIM, replace(CLAIM, address={**ARTICLE, "claim": "c2"})),
    "sentence of the same words": (SENTENCE, replace(SENTENCE, address={**ARTICLE, "sentence": "50-90"})),
    "sentence of another article": (
        SENTENCE,
        replace(SENTENCE, address={"page": "documents", "document": "d2", "sentence": "0-40"}),
    ),
    "actor of the same name": (ACTOR, replace(ACTOR, address={"entity": "IRQ"}, entities=("IRQ",))),
    "pair of which one is another": (PAIR, replace(PAIR, entities=("IRN", "ISR"))),
    "tie of the same pair": (TIE, replace(TIE, address={"page": "network", "tie": "t2"})),
    "pair of a tie": (TIE, PAIR),
    "view under another lens": (SHOWN, replace(SHOWN, address={**VIEW, "lens": "all"})),
    "view with a filter": (SHOWN, replace(SHOWN, address={**VIEW, "since": "2023-01-01"})),
    "query with other values": (RESULT, replace(RESULT, address={**QUERY, "second": "ISR"})),
    "brief of the same title": (BRIEF, replace(BRIEF, address={"page": "briefs", "brief": "b2"})),
    "earlier version of a brief": (BRIEF, replace(BRIEF, address={**BRIEF.address, "version": "1"})),
    "note on the same tie": (NOTE, replace(NOTE, note="n2")),
    "tie of a note": (NOTE, TIE),
}


def titles(graph: Database, found: Case) -> list[str]:
    return [each.title for each in shown_items(found, items_of(graph, found.case, "ana"))]


@pytest.mark.parametrize(("first", "again"), SAME.values(), ids=SAME.keys())
def test_the_same_thing_is_in_a_case_once_whatever_it_is_called(
    graph: Database, first: CaseItem, again: CaseItem
) -> None:
    item = first.added("ana")
    case = begin(graph, "Once", "ana", [item]).case
    now = add(
        graph, case, [replace(again, title="Another label", remark="and a remark").added("budi")], "budi"
    )
    assert (now.items, now.version) == ((item.id,), 1), "nothing changed, and no version says so"
    assert titles(graph, now) == ["Same"]


@pytest.mark.parametrize(("first", "other"), OTHERS.values(), ids=OTHERS.keys())
def test_two_things_with_one_label_are_both_in_a_case(
    graph: Database, first: CaseItem, other: CaseItem
) -> None:
    case = begin(graph, "Both", "ana", [first.added("ana")]).case
    assert len(add(graph, case, [other.added("budi")], "budi").items) == 2


def test_what_was_removed_comes_back_when_it_is_added_again(graph: Database) -> None:
    item = ACTOR.added("ana")
    case = begin(graph, "Back", "ana", [item, CLAIM.added("ana")]).case
    take_out(graph, case, [item.id], "budi")
    again = replace(ACTOR, remark="after all").added("cici")
    now = add(graph, case, [again], "cici")
    last = items_of(graph, case, "ana")[now.items[-1]]
    assert (len(now.items), last.thing, last.remark) == (2, item.thing, "after all")


def test_of_a_list_only_what_is_new_is_added_and_each_once(graph: Database) -> None:
    case = begin(graph, "List", "ana", [ACTOR.added("ana")]).case
    wanted = [each.added("ana") for each in (ACTOR, CLAIM, CLAIM, NOTE)]
    now = add(graph, case, wanted, "ana")
    kinds = [each.kind for each in shown_items(now, items_of(graph, case, "ana"))]
    assert kinds == [CaseKind.ENTITY, CaseKind.CLAIM, CaseKind.NOTE]
    assert set(items_of(graph, case, "ana")) == set(now.items), "no item is kept that no version has"


def test_six_who_add_the_same_at_once_add_it_once(graph: Database) -> None:
    case = begin(graph, "At once", "ana").case
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda name: add(graph, case, [NOTE.added(name)], name), "abcdef"))
    assert len(read_case(graph, case, "ana").items) == 1
    assert len(versions(graph, case, "ana")) == 2


def test_an_item_that_an_older_version_kept_is_read_and_known_again(graph: Database) -> None:
    content = ACTOR.added("ana").content
    assert '"note": ""' in content
    older = case_item("old", content.replace('"note": "", ', ""))
    assert (older.note, older.thing) == ("", ACTOR.thing)
