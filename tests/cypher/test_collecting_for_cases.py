"""Notes and sentences as items of cases, read from both databases as they are now."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cypher.cases.collecting import note_item, notes_now, sentence_item
from cypher.cases.items import CaseKind
from cypher.database import Database, Role, Settings, connect
from cypher.desk.noting import edit_note, reply, restore_note, withdraw_note, write_note
from cypher.errors import UsageError
from cypher.model.graph import Sign
from ingest.loading.load import load
from tests.graphs import ARTICLES, EXTRACTIONS, tie_id

ATTACK = ARTICLES["attack"].document
SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
SEEN = {"lens": "trusted", "level": "actor"}
HOSTILE = "<img src=x onerror=alert(1)> [x](javascript:1)"


@pytest.fixture(scope="module")
def graph(emptied: Settings) -> Iterator[Database]:
    """Each database in turn, with the small graph of the tests."""
    with connect(emptied, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        yield database


@pytest.mark.parametrize(
    ("target", "place"),
    [
        (SANCTIONS, {"page": "network", "tie": SANCTIONS}),
        ("IRN", {"page": "network", "entity": "IRN"}),
        ("claim-attack", {"page": "documents", "document": ATTACK.id, "claim": "claim-attack"}),
        (ATTACK.id, {"page": "documents", "document": ATTACK.id}),
    ],
)
def test_a_note_is_kept_with_its_text_its_author_and_where_it_stands(
    graph: Database, target: str, place: dict[str, str]
) -> None:
    written = write_note(graph, target, HOSTILE, author="budi")
    item = note_item(graph, written.note, SEEN)
    assert (item.kind, item.note, item.quote) == (CaseKind.NOTE, written.note, HOSTILE)
    assert item.source.startswith("budi")
    assert dict(item.address) == {**place, **SEEN}
    assert written.about.startswith(item.title.rstrip("…"))


def test_a_note_of_tags_alone_and_a_reply_are_kept_too(graph: Database) -> None:
    tags = write_note(graph, "QAT", "", author="budi", tags=["to check", "gulf"])
    assert "# gulf" in note_item(graph, tags.note, SEEN).quote
    answer = reply(graph, tags.note, "Checked", author="ana")
    assert (note_item(graph, answer.note, SEEN).quote, answer.note != tags.note) == ("Checked", True)


def test_notes_are_read_as_they_are_now(graph: Database) -> None:
    edited = write_note(graph, "IRN", "First", author="budi")
    gone = write_note(graph, "IRN", "Wrong", author="budi")
    items = [note_item(graph, each.note, SEEN) for each in (edited, gone)]
    edit_note(graph, edited.note, "Second", author="budi")
    withdraw_note(graph, gone.note, author="budi")
    now = notes_now(graph, items)
    assert (now[edited.note].text, now[edited.note].withdrawn) == ("Second", False)
    assert now[gone.note].withdrawn
    restore_note(graph, gone.note, author="budi")
    assert not notes_now(graph, items)[gone.note].withdrawn
    assert len(notes_now(graph, items)) == 2
    assert notes_now(graph, []) == {}


def test_a_note_that_is_withdrawn_or_unknown_is_not_added(graph: Database) -> None:
    gone = write_note(graph, "IRN", "Wrong again", author="budi")
    withdraw_note(graph, gone.note, author="budi")
    for note in (gone.note, "no such note", "' OR 1=1 //"):
        with pytest.raises(UsageError, match="note"):
            note_item(graph, note, SEEN)


def test_a_sentence_is_kept_as_it_reads_with_its_article(graph: Database) -> None:
    rows = graph.read("explore/document_sentences", document=ATTACK.id).records()
    row = rows[-1]
    item = sentence_item(graph, ATTACK.id, row["start"], row["end"], SEEN)
    assert (item.kind, item.quote) == (CaseKind.SENTENCE, row["text"])
    assert item.address["sentence"] == f"{row['start']}-{row['end']}"
    assert (item.address["page"], item.address["document"]) == ("documents", ATTACK.id)
    assert ATTACK.publisher is not None
    assert ATTACK.publisher in item.source


@pytest.mark.parametrize(
    ("document", "start", "end"), [("no such article", 0, 5), (ATTACK.id, 1, 3), (ATTACK.id, -1, 10**30)]
)
def test_a_sentence_that_the_article_does_not_have_is_refused(
    graph: Database, document: str, start: int, end: int
) -> None:
    with pytest.raises(UsageError, match="sentence"):
        sentence_item(graph, document, start, end, SEEN)
