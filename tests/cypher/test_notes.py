"""Notes, questions and tags without a verdict, on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.desk import noting
from cypher.desk.notes import (
    Note,
    entries,
    listed_notes,
    noted,
    notes_on,
    notes_on_article,
    recent_notes,
    used_tags,
)
from cypher.desk.noting import OutdatedNoteError, edit_note, reply, restore_note, withdraw_note, write_note
from cypher.errors import UsageError
from cypher.judging.merging import merge, split
from cypher.model.graph import Sign
from cypher.model.notes import LONGEST_TAG, LONGEST_TEXT, MOST_TAGS, NoteKind, TargetKind, checked_wording
from ingest.loading.load import load
from tests.conftest import empty
from tests.graphs import ARTICLES, EXTRACTIONS, tie_id, without_claims

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
ARTICLE = ARTICLES["attack"].document.id
HOSTILE = "<img src=x onerror=alert(1)> [link](javascript:1) $x$ ') DETACH DELETE (n"


@pytest.fixture(scope="module")
def loaded(emptied: Settings) -> Iterator[tuple[Settings, Database]]:
    """Each database in turn, with the small graph."""
    with connect(emptied, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        yield emptied, database


@pytest.fixture
def story(loaded: tuple[Settings, Database]) -> Database:
    """The small graph without notes."""
    settings, database = loaded
    empty(settings, "MATCH (note:Note) DETACH DELETE note")
    return database


def texts(found: list[Note]) -> list[str]:
    return [note.text for note in found]


def test_a_note_is_kept_on_each_kind_of_target_with_who_when_and_what_it_is_on(story: Database) -> None:
    targets = {
        SANCTIONS: "tie",
        "claim-attack": "claim",
        "IRN": "entity",
        "hamas": "entity",
        ARTICLE: "article",
    }
    for target in targets:
        write_note(story, target, HOSTILE, author="ratna", tags=["b", " a ", "a"])
    found = {each: notes_on(story, [each]) for each in targets}
    assert {each: [note.target_kind for note in kept] for each, kept in found.items()} == {
        each: [TargetKind(kind)] for each, kind in targets.items()
    }
    assert {(n.text, n.tags, n.author, n.kind) for kept in found.values() for n in kept} == {
        (HOSTILE, ("a", "b"), "ratna", NoteKind.NOTE)
    }
    assert found[SANCTIONS][0].about == "United States → Iran · conflict"
    assert found["claim-attack"][0].about == "Hamas fighters attacked towns in southern Israel on Saturday."
    assert (found["claim-attack"][0].document, found["IRN"][0].document) == (ARTICLE, None)
    assert found["IRN"][0].created_at > "2026"


def test_a_note_is_no_verdict(story: Database) -> None:
    before = story.read("explore/claim", claim="claim-attack").records()
    counted = story.read("explore/counts").records()
    write_note(story, "claim-attack", "Is this the same attack?", author="ratna", question=True)
    assert story.read("explore/claim", claim="claim-attack").records() == before
    assert story.read("explore/counts").records() == counted


def test_tags_alone_are_a_note_and_can_be_listed(story: Database) -> None:
    write_note(story, "IRN", "", author="ratna", tags=["nuclear", "check"])
    write_note(story, "ISR", "Look again", author="budi", tags=["check"])
    assert [note.kind for note in notes_on(story, ["IRN"])] == [NoteKind.TAG]
    assert used_tags(story) == ["check", "nuclear"]
    assert texts(listed_notes(story, tag="check", author="budi")) == ["Look again"]
    assert len(listed_notes(story, tag="check")) == 2
    assert [note.target for note in listed_notes(story, kind="tag")] == ["IRN"]
    assert listed_notes(story, about="IRN", since="2999-01-01") == []


def test_replies_stay_with_the_note_that_they_answer(story: Database) -> None:
    asked = write_note(story, SANCTIONS, "Which sanctions?", author="ratna", question=True)
    answer = reply(story, asked.note, "Those of January.", author="budi")
    again = reply(story, answer.note, "Thanks", author="ratna")
    found = notes_on(story, [SANCTIONS])
    assert texts(found) == ["Which sanctions?", "Those of January.", "Thanks"]
    assert [each.answers for each in found] == [None, asked.note, asked.note]
    assert (again.kind, again.target, again.about) == (NoteKind.REPLY, SANCTIONS, asked.about)


def test_an_edit_and_a_withdrawal_are_new_entries(story: Database) -> None:
    first = write_note(story, "IRN", "Draft", author="ratna", tags=["x"])
    edit_note(story, first.note, "Better", author="ratna")
    withdraw_note(story, first.note, author="ratna")
    assert notes_on(story, ["IRN"]) == []
    assert used_tags(story) == []
    with pytest.raises(UsageError, match="is withdrawn"):
        edit_note(story, first.note, "Unseen", author="ratna")
    restore_note(story, first.note, author="ratna")
    (shown,) = notes_on(story, ["IRN"])
    assert (shown.text, shown.number) == ("Better", 4)
    assert [each.text for each in shown.earlier] == ["Draft", "Better", "Better"]
    assert shown.written_at == first.written_at < shown.created_at
    history = entries(story, first.note)
    assert [(each.text, each.tags, each.withdrawn) for each in history] == [
        ("Draft", ("x",), False),
        ("Better", (), False),
        ("Better", (), True),
        ("Better", (), False),
    ]


def test_a_withdrawn_note_stays_as_long_as_it_has_replies(story: Database) -> None:
    asked = write_note(story, "IRN", "Wrong question", author="ratna")
    answer = reply(story, asked.note, "An answer", author="budi")
    withdraw_note(story, asked.note, author="ratna")
    assert [each.withdrawn for each in notes_on(story, ["IRN"])] == [True, False]
    withdraw_note(story, answer.note, author="budi")
    assert notes_on(story, ["IRN"]) == []


def test_only_its_author_changes_a_note(story: Database) -> None:
    mine = write_note(story, "IRN", "Mine", author="ratna")
    with pytest.raises(UsageError, match="by ratna"):
        edit_note(story, mine.note, "Yours", author="budi")
    with pytest.raises(UsageError, match="by ratna"):
        withdraw_note(story, mine.note, author="budi")
    assert texts(notes_on(story, ["IRN"])) == ["Mine"]


def test_of_two_changes_at_once_one_is_refused(story: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = write_note(story, "IRN", "Mine", author="ratna")
    monkeypatch.setattr(noting, "_latest", lambda _database, _note: mine)
    edit_note(story, mine.note, "First window", author="ratna")
    with pytest.raises(OutdatedNoteError, match="another window"):
        edit_note(story, mine.note, "Second window", author="ratna")
    assert texts(notes_on(story, ["IRN"])) == ["First window"]
    assert len(entries(story, mine.note)) == 2


def test_an_edit_of_an_entry_that_is_no_longer_the_latest_is_refused(story: Database) -> None:
    seen = write_note(story, "IRN", "Mine", author="ratna")
    edit_note(story, seen.note, "Other window", author="ratna", after=seen.number)
    with pytest.raises(OutdatedNoteError, match="another window"):
        edit_note(story, seen.note, "This window", author="ratna", after=seen.number)
    assert texts(notes_on(story, ["IRN"])) == ["Other window"]
    withdraw_note(story, seen.note, author="ratna")
    with pytest.raises(OutdatedNoteError):
        edit_note(story, seen.note, "This window", author="ratna", after=2)


def test_what_has_notes_is_found_also_by_the_notes_on_its_claims(story: Database) -> None:
    attack = tie_id("hamas", "ISR", Sign.CONFLICT)
    write_note(story, "claim-attack", "", author="ratna", tags=["a"])
    write_note(story, "IRN", "x", author="ratna", tags=["b"])
    withdraw_note(story, write_note(story, "USA", "x", author="ratna", tags=["a"]).note, author="ratna")
    assert {attack, "claim-attack", "IRN"} <= noted(story)
    assert "USA" not in noted(story)
    assert (attack in noted(story, ["a"]), "IRN" in noted(story, ["a"])) == (True, False)
    assert noted(story, ["c"]) == frozenset()


def test_a_note_survives_that_its_target_is_no_longer_extracted_and_loaded_again(story: Database) -> None:
    tie = tie_id("hamas", "ISR", Sign.CONFLICT)
    for target in (tie, "claim-attack", ARTICLE):
        write_note(story, target, f"On {target}", author="ratna")
    load(story, [without_claims(each, *each.claims) for each in EXTRACTIONS])
    assert not story.read("explore/claim", claim="claim-attack").rows
    assert texts(notes_on(story, [tie])) == [f"On {tie}"]
    assert texts(notes_on_article(story, ARTICLE)) == [f"On {ARTICLE}", "On claim-attack"]
    load(story, EXTRACTIONS)
    assert texts(notes_on(story, ["claim-attack", tie])) == [f"On {tie}", "On claim-attack"]
    assert texts(notes_on_article(story, ARTICLE)) == [f"On {ARTICLE}"]


def test_the_notes_on_a_merged_actor_are_shown_with_the_other_one(story: Database) -> None:
    write_note(story, "muttaqi", "Who is this?", author="ratna")
    merge(story, "muttaqi", "amir-abdollahian", author="ratna")
    (found,) = notes_on(story, ["amir-abdollahian"])
    assert (found.text, found.target) == ("Who is this?", "amir-abdollahian")
    assert {"muttaqi", "amir-abdollahian"} <= noted(story)
    split(story, "muttaqi", author="ratna")
    assert "amir-abdollahian" not in noted(story)
    assert notes_on(story, ["amir-abdollahian"]) == []
    assert texts(notes_on(story, ["muttaqi"])) == ["Who is this?"]


def test_the_notes_on_an_actor_stay_with_it_when_it_is_merged_twice(story: Database) -> None:
    write_note(story, "muttaqi", "Who is this?", author="ratna")
    merge(story, "muttaqi", "amir-abdollahian", author="ratna")
    merge(story, "amir-abdollahian", "taliban", author="ratna")
    assert texts(notes_on(story, ["taliban"])) == ["Who is this?"]
    assert "taliban" in noted(story)
    for entity in ("amir-abdollahian", "muttaqi"):
        split(story, entity, author="ratna")
    assert notes_on(story, ["taliban"]) == []


def test_others_notes_of_a_period_are_found_without_ones_own(story: Database) -> None:
    write_note(story, "IRN", "Mine", author="ratna")
    theirs = write_note(story, "IRN", "Theirs", author="budi")
    withdraw_note(story, write_note(story, "IRN", "Gone", author="budi").note, author="budi")
    assert texts(recent_notes(story, "ratna", "2020-01-01")) == ["Theirs"]
    assert recent_notes(story, "ratna", "2020-01-01", theirs.created_at) == []
    changed = edit_note(story, theirs.note, "Theirs, changed", author="budi")
    before = recent_notes(story, "ratna", "2020-01-01", changed.created_at)
    assert texts(before) == ["Theirs, changed"], "written in the period, changed after it"
    assert texts(recent_notes(story, "ratna", theirs.created_at)) == ["Theirs, changed"]


def test_a_note_without_target_or_author_is_refused(story: Database) -> None:
    with pytest.raises(UsageError, match="no tie, claim, entity or article 'tie-x'"):
        write_note(story, "tie-x", "Hm", author="ratna")
    with pytest.raises(UsageError, match="say who you are"):
        write_note(story, "IRN", "Hm", author=" ")
    with pytest.raises(UsageError, match="no note 'note-x'"):
        reply(story, "note-x", "Hm", author="ratna")


@pytest.mark.parametrize(
    ("text", "tags", "said"),
    [
        ("", [], "needs a text or a tag"),
        (" \n\t", ["", "  "], "needs a text or a tag"),
        ("x" * (LONGEST_TEXT + 1), [], "at most 5,000 characters; this one has 5,001"),
        ("x", ["y" * (LONGEST_TAG + 1)], "has at most 60 characters; “y{40}…” has 61"),
        ("x", [str(number) for number in range(MOST_TAGS + 1)], "at most 20 tags; this one has 21"),
        ("a\x00b", [], "control characters"),
        ("a\x1b[31mb", [], "control characters"),
        ("a\ud800b", [], "control characters"),
        ("x", ["a\u202eb"], "invisible characters"),
        ("x", ["a\u200bb"], "invisible characters"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_reason(text: str, tags: list[str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        checked_wording(text, tags)


def test_what_can_be_kept_stays_as_it_was_typed() -> None:
    kept = checked_wording("  Line one\r\n\tline <two>\u200d \n", ["a  b", "a b", "Ω"])
    assert (kept.text, kept.tags) == ("Line one\n\tline <two>\u200d", ("a b", "Ω"))
    assert len(checked_wording("x" * LONGEST_TEXT, ()).text) == LONGEST_TEXT
