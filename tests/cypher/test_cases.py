"""Cases on both databases: who sees them, who may change what, and that no one overwrites another."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from cypher.cases.history import Did, history
from cypher.cases.items import LONGEST_REMARK, BrokenCaseError, CaseItem, CaseKind, case_item
from cypher.cases.looking import look, looks
from cypher.cases.reading import (
    CaseStatus,
    UnknownCaseError,
    cases,
    items_of,
    read_case,
    shown_items,
    versions,
)
from cypher.cases.saving import (
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    NotMemberError,
    OutdatedCaseError,
    add,
    begin,
    set_members,
    set_members_only,
    set_retired,
    set_status,
    set_text,
    take_out,
)
from cypher.database import Database, Role, Settings, connect
from cypher.errors import UsageError, WriteRefusedError


@pytest.fixture(scope="module")
def graph(emptied: Settings) -> Iterator[Database]:
    """Each database in turn, empty, open for an analyst, for all tests of this file."""
    with connect(emptied, Role.ANALYST) as database:
        yield database


def iran(author: str = "ana", remark: str = "", entity: str = "IRN") -> CaseItem:
    item = CaseItem(CaseKind.ENTITY, "Iran", {"page": "actors", "entity": entity}, (entity,), remark=remark)
    return item.added(author)


HOSTILE = "</script><img src=x onerror=alert(1)> ' OR 1=1 // \u202e"


def test_a_case_comes_back_with_all_that_was_put_into_it(graph: Database) -> None:
    quote = CaseItem(
        CaseKind.CLAIM,
        HOSTILE,
        {"page": "documents", "document": "d", "claim": "c"},
        quote=HOSTILE,
        source="Daily",
        remark="Look here",
    )
    case = begin(graph, "  Strait  ", "ana", [quote.added("ana")]).case
    add(graph, case, [iran("budi")], "budi")
    found, items = read_case(graph, case, "cici"), items_of(graph, case, "cici")
    first, second = shown_items(found, items)
    assert (found.title, found.owner, found.author, found.members) == ("Strait", "ana", "budi", ("ana",))
    assert (first.title, first.quote, first.remark, first.added_by) == (HOSTILE, HOSTILE, "Look here", "ana")
    assert (second.kind, second.entities, second.added_by) == (CaseKind.ENTITY, ("IRN",), "budi")
    assert second.added_at.endswith("+00:00")


def test_only_members_see_or_change_a_case_for_members_only(graph: Database) -> None:
    hidden = begin(graph, "Hidden", "ana", [iran()]).case
    set_members(graph, hidden, "ana", add=["budi"])
    set_members_only(graph, hidden, "ana", members_only=True)
    assert "Hidden" in {each.title for each in cases(graph, "budi")}
    for stranger in ("cici", "", "ana "):
        assert "Hidden" not in {each.title for each in cases(graph, stranger)}
        assert versions(graph, hidden, stranger) == [], "nor the version from when it was open"
        assert items_of(graph, hidden, stranger) == {}
        with pytest.raises(UnknownCaseError):
            add(graph, hidden, [iran("cici")], stranger)
    add(graph, hidden, [iran("budi", entity="IRQ")], "budi")
    assert len(read_case(graph, hidden, "ana").items) == 2


def test_the_statement_itself_refuses_strangers(graph: Database) -> None:
    hidden = begin(graph, "Refused", "ana").case
    set_members_only(graph, hidden, "ana", members_only=True)
    row = {"properties": {"case_id": hidden, "version": 3, "title": "taken over", "nonce": "n"}}
    asked = {"id": "anything", "nonce": "n", "case_id": hidden, "rows": [row]}
    for for_members in (False, True):
        written = graph.write("cases/save_version", **asked, reader="cici", for_members=for_members)
        assert written.rows == ()
    graph.write(
        "cases/look", id="l", case_id=hidden, reader="cici", version=1, now="2026-01-01T00:00:00+00:00"
    )
    assert hidden not in looks(graph, "cici")
    assert read_case(graph, hidden, "ana").title == "Refused"


def test_strangers_add_to_an_open_case_but_do_not_choose_its_members(graph: Database) -> None:
    case = begin(graph, "Open", "ana").case
    set_status(graph, case, CaseStatus.WATCHING, "cici")
    with pytest.raises(NotMemberError):
        set_members(graph, case, "cici", add=["cici"])
    with pytest.raises(NotMemberError):
        set_members_only(graph, case, "cici", members_only=True)
    with pytest.raises(NotMemberError):
        set_retired(graph, case, "cici", retired=True)
    now = read_case(graph, case, "cici")
    assert (now.members, now.members_only, now.status) == (("ana",), False, CaseStatus.WATCHING)


def test_the_owner_stays_a_member(graph: Database) -> None:
    case = begin(graph, "Owned", "ana").case
    set_members(graph, case, "ana", add=["budi", "budi", " "])
    assert set_members(graph, case, "budi", remove=["ana"]).members == ("ana", "budi")
    assert set_members(graph, case, "ana", remove=["budi"]).members == ("ana",)


def test_a_reader_cannot_write(graph: Database, emptied: Settings) -> None:
    case = begin(graph, "Read only", "ana").case
    with connect(emptied, Role.READER) as reader:
        assert read_case(reader, case, "rita").title == "Read only"
        with pytest.raises(WriteRefusedError):
            set_status(reader, case, CaseStatus.CLOSED, "rita")
        with pytest.raises(WriteRefusedError):
            begin(reader, "Mine", "rita")


def test_eight_who_add_at_once_lose_nothing(graph: Database) -> None:
    case = begin(graph, "Busy", "ana").case

    def work(number: int) -> list[str]:
        added = [iran(f"analyst {number}", entity=f"{number}-{turn}") for turn in range(4)]
        for item in added:
            add(graph, case, [item], f"analyst {number}")
        return [each.id for each in added]

    with ThreadPoolExecutor(8) as pool:
        written = [id_ for ids in pool.map(work, range(8)) for id_ in ids]
    found = read_case(graph, case, "ana")
    assert sorted(found.items) == sorted(written)
    assert found.version == 1 + len(written)
    assert set(items_of(graph, case, "ana")) == set(written)


def test_the_second_to_change_the_text_is_told_and_theirs_stays(graph: Database) -> None:
    before = begin(graph, "Draft", "ana")
    set_text(graph, before, "Budi's", "what he knows", "budi")
    add(graph, before.case, [iran()], "cici")
    with pytest.raises(OutdatedCaseError, match="budi"):
        set_text(graph, before, "Ana's", "", "ana")
    assert read_case(graph, before.case, "ana").title == "Budi's"
    now = read_case(graph, before.case, "ana")
    assert set_text(graph, now, "Ana's", now.summary, "ana").summary == "what he knows"


def test_adding_does_not_undo_what_another_removed(graph: Database) -> None:
    item = iran()
    case = begin(graph, "Back and forth", "ana", [item]).case
    take_out(graph, case, [item.id], "budi")
    other = iran(entity="IRQ")
    assert add(graph, case, [other], "ana").items == (other.id,)
    assert add(graph, case, [item], "budi").items == (other.id, item.id), "as undo does"
    assert add(graph, case, [item], "budi").items == (other.id, item.id)


def test_the_history_says_who_did_what(graph: Database) -> None:
    item = iran()
    begun = begin(graph, "Story", "ana")
    case = begun.case
    add(graph, case, [item], "budi")
    set_status(graph, case, CaseStatus.CLOSED, "budi")
    set_members(graph, case, "ana", add=["cici"])
    set_members_only(graph, case, "ana", members_only=True)
    take_out(graph, case, [item.id], "cici")
    set_text(graph, begun, "Story of", "long", "ana")
    found = versions(graph, case, "ana")
    steps = history(found, items_of(graph, case, "ana"))
    assert [(step.did, step.author, step.what) for step in steps] == [
        (Did.RENAMED, "ana", "Story of"),
        (Did.SUMMARY, "ana", ""),
        (Did.REMOVED, "cici", "Iran"),
        (Did.MEMBERS_ONLY, "ana", ""),
        (Did.JOINED, "ana", "cici"),
        (Did.STATUS, "budi", "closed"),
        (Did.ADDED, "budi", "Iran"),
        (Did.BEGAN, "ana", "Story"),
    ]
    assert history(versions(graph, case, "ana", most=2), {})[0].did is Did.RENAMED


def test_a_look_counts_only_what_others_did_since(graph: Database) -> None:
    begun = begin(graph, "Looked at", "ana")
    look(graph, begun, "ana")
    add(graph, begun.case, [iran()], "budi")
    add(graph, begun.case, [iran(entity="IRQ")], "ana")
    assert looks(graph, "ana")[begun.case].changes == 1
    set_status(graph, begun.case, CaseStatus.CLOSED, "budi")
    assert looks(graph, "ana")[begun.case].changes == 2
    look(graph, read_case(graph, begun.case, "ana"), "ana")
    seen = looks(graph, "ana")[begun.case]
    assert (seen.version, seen.changes) == (4, 0)
    assert begun.case not in looks(graph, "budi")


def test_a_removed_case_leaves_the_list_and_can_come_back(graph: Database) -> None:
    case = begin(graph, "Gone", "ana").case
    set_retired(graph, case, "ana", retired=True)
    assert case not in {each.case for each in cases(graph, "ana")}
    set_retired(graph, case, "ana", retired=False)
    assert case in {each.case for each in cases(graph, "ana")}


@pytest.mark.parametrize("title", ["", "   ", "x" * (LONGEST_TITLE + 1)])
def test_an_unfit_title_is_refused(graph: Database, title: str) -> None:
    with pytest.raises(UsageError, match="title"):
        begin(graph, title, "ana")


def test_what_is_too_long_is_refused(graph: Database) -> None:
    begun = begin(graph, "Long", "ana")
    with pytest.raises(UsageError, match="summary"):
        set_text(graph, begun, "Long", "x" * (LONGEST_SUMMARY + 1), "ana")
    with pytest.raises(UsageError, match="members"):
        set_members(graph, begun.case, "ana", add=["x" * 300])
    with pytest.raises(UsageError, match="remark"):
        iran(remark="x" * (LONGEST_REMARK + 1))
    with pytest.raises(UsageError, match="too large"):
        CaseItem(CaseKind.VIEW, "View", {"at": "x" * 70_000}).added("ana")
    assert read_case(graph, begun.case, "ana").version == 1


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"kind": "nothing"}', iran().content.replace("entity", "x")]
)
def test_an_item_that_cannot_be_read_is_named(content: str) -> None:
    with pytest.raises(BrokenCaseError, match="item-7"):
        case_item("item-7", content)
