"""A file of a watched folder that changes is a correction of its article, not another article."""

from __future__ import annotations

import json
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from cypher.database import Database
from cypher.sources import listing
from cypher.sources.source import FOLDER, Source
from cypher.sources.states import State, states
from cypher.sources.store import Store
from ingest.following import kinds, outcomes, queue
from ingest.following.fetching import fetch
from tests.conftest import Run

REST = " ".join(
    f"The ministers spoke about point {number} of the treaty for a long time." for number in range(6)
)
FIRST = f"Iran attacked Norway after the incident at the border. {REST}"
FIXED = f"Iran condemned Norway after the incident at the border. {REST}"
OTHER = (
    "Egypt praised Kenya for its help. Poland supported Cuba at the summit in Lima on trade and on fishing."
)
DOCUMENTS = "MATCH (document:Document) RETURN document.id AS id, document.text AS text ORDER BY text"
OLD = time.time() - 1000


class Inbox:
    """A watched folder whose files get later times with each write."""

    def __init__(self, path: Path, store: Store) -> None:
        self.path = path
        self.store = store
        self.source = Source("Inbox", str(path), kind=FOLDER)
        self._writes = 0
        path.mkdir()
        listing.add(store, self.source)

    def put(self, name: str, text: str) -> None:
        """Write a file that rests."""
        self._writes += 1
        path = self.path / name
        path.write_text(text, encoding="utf-8")
        os.utime(path, (OLD + self._writes, OLD + self._writes))

    def look(self) -> list[str]:
        """Fetch; return the texts that wait for the graph now, and let them be loaded."""
        fetch(self.store, self.source)
        waiting = queue.waiting(self.store, 1000)
        queue.finish(self.store, waiting, [])
        return [each.incoming.document.text for each in waiting]

    @property
    def state(self) -> State:
        """What is known of the folder."""
        return next(each for each in states(self.store) if each.source.name == "Inbox")


@pytest.fixture
def inbox(graph: Database, home: Path, tmp_path: Path) -> Inbox:
    """A watched folder of an empty graph."""
    return Inbox(tmp_path / "news", Store(home))


def again(command: Run, inbox: Inbox) -> None:
    listing.fetch_soon(inbox.store, "Inbox")
    assert command("follow", "--once").code == 0


def documents(graph: Database) -> dict[str, str]:
    return {str(row["id"]): str(row["text"]) for row in graph.read_text(DOCUMENTS).records()}


def rows(*given: dict[str, str]) -> str:
    return "".join(json.dumps(each) + "\n" for each in given)


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_changed_file_is_the_same_article_with_another_text(
    command: Run, inbox: Inbox, graph: Database, name: str
) -> None:
    page = "<html><head><title>On the border</title></head><body><article><p>{}</p></article></body></html>"
    frame = page if name.endswith("html") else "{}"
    inbox.put(name, frame.format(FIRST))
    again(command, inbox)
    before = documents(graph)
    inbox.put(name, frame.format(FIXED))
    again(command, inbox)
    after = documents(graph)
    assert list(after) == list(before)
    assert "Iran condemned Norway" in next(iter(after.values()))
    assert (inbox.state.loaded, inbox.state.corrected, inbox.state.new) == (1, 1, 0)


def test_a_file_that_is_only_touched_is_no_correction(command: Run, inbox: Inbox, graph: Database) -> None:
    for _ in range(3):
        inbox.put("a.txt", FIRST)
        again(command, inbox)
    assert len(documents(graph)) == 1
    assert (inbox.state.loaded, inbox.state.corrected, inbox.state.skipped) == (1, 0, 0)


def test_a_text_of_the_same_length_within_the_same_moment_is_read_when_its_time_differs(inbox: Inbox) -> None:
    inbox.put("a.txt", FIRST)
    assert inbox.look() == [FIRST]
    inbox.put("a.txt", FIRST.replace("Norway", "Poland"))
    assert inbox.look() == [FIRST.replace("Norway", "Poland")]


def test_a_row_of_a_file_of_many_is_corrected_by_its_id_and_its_neighbours_stay(
    command: Run, inbox: Inbox, graph: Database
) -> None:
    one, two = {"id": "1", "text": FIRST}, {"id": "2", "text": OTHER}
    inbox.put("a.jsonl", rows(one, two))
    again(command, inbox)
    before = documents(graph)
    inbox.put("a.jsonl", rows({**one, "text": FIXED}, two))
    again(command, inbox)
    after = documents(graph)
    assert set(after) == set(before)
    assert sorted(after.values()) == sorted([FIXED, OTHER])
    assert inbox.state.corrected == 1


def test_a_row_without_an_id_that_is_added_in_front_does_not_take_the_place_of_another(
    command: Run, inbox: Inbox, graph: Database
) -> None:
    inbox.put("a.jsonl", rows({"text": FIRST}))
    again(command, inbox)
    inbox.put("a.jsonl", rows({"text": OTHER}, {"text": FIRST}))
    again(command, inbox)
    assert sorted(documents(graph).values()) == sorted([FIRST, OTHER])
    assert inbox.state.corrected == 0


def test_a_name_that_is_used_again_for_another_article_is_another_article(
    command: Run, inbox: Inbox, graph: Database
) -> None:
    inbox.put("latest.txt", FIRST)
    again(command, inbox)
    inbox.put("latest.txt", OTHER)
    again(command, inbox)
    assert sorted(documents(graph).values()) == sorted([FIRST, OTHER])
    assert inbox.state.corrected == 0


def test_the_copy_of_a_file_and_the_change_of_one_of_both(
    command: Run, inbox: Inbox, graph: Database
) -> None:
    inbox.put("a.txt", FIRST)
    inbox.put("b.txt", FIRST)
    again(command, inbox)
    assert len(documents(graph)) == 1
    inbox.put("b.txt", FIXED)
    again(command, inbox)
    assert list(documents(graph).values()) == [FIXED]


def test_a_file_that_loses_its_end_takes_nothing_away(command: Run, inbox: Inbox, graph: Database) -> None:
    inbox.put("a.txt", FIRST)
    again(command, inbox)
    inbox.put("a.txt", FIRST[:80])
    again(command, inbox)
    assert list(documents(graph).values()) == [FIRST]
    assert inbox.state.skipped == 1


def test_a_file_that_is_put_back_as_it_was_has_its_earlier_text_again(
    command: Run, inbox: Inbox, graph: Database
) -> None:
    for text in (FIRST, FIXED, FIRST):
        inbox.put("a.txt", text)
        again(command, inbox)
    assert list(documents(graph).values()) == [FIRST]
    assert inbox.state.corrected == 2


def test_a_follower_that_is_killed_before_it_notes_a_changed_file_reads_it_again(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after a piece of the file was kept, and after the file was kept but the fetch not noted."""
    inbox.put("a.jsonl", rows({"id": "1", "text": FIRST}, {"id": "2", "text": OTHER}))
    assert len(inbox.look()) == 2
    inbox.put(
        "a.jsonl", rows({"id": "1", "text": FIXED}, {"id": "2", "text": OTHER.replace("Lima", "Quito")})
    )
    source = replace(inbox.source)
    first = next(iter(kinds.kind_of(FOLDER)(source, outcomes.memory_of(inbox.store, source))))
    outcomes.keep(inbox.store, source, [first])
    with monkeypatch.context() as patch:
        patch.setattr("ingest.following.outcomes.succeed", lambda *_: None)
        fetch(inbox.store, source)
    waiting = [each.incoming.document.text for each in queue.waiting(inbox.store, 10)]
    assert waiting == [FIXED, OTHER.replace("Lima", "Quito")]
    assert inbox.look() == waiting
    assert inbox.look() == []
    assert inbox.state.corrected == 2
