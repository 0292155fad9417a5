"""``konstelasi note`` and ``konstelasi notes``, on the embedded engine."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cypher.database import Settings
from tests.conftest import Run
from tests.cypher.conftest import tell_story


@pytest.fixture
def home(embedded: Settings) -> Path:
    """The folder of the shared engine, with the small graph."""
    tell_story(embedded)
    return embedded.home


def test_notes_are_written_answered_listed_and_withdrawn(command: Run) -> None:
    written = command("note", "IRN", "=1+1 \x1b[31mred?", "--author", "ratna")
    assert written.code == 2
    assert "control characters" in written.err
    asked = command(
        "note", "IRN", "=1+1?", "--question", "--tag", "to check", "--author", "ratna"
    ).out.strip()
    answer = command("note", asked, "Two.", "--reply", "--author", "budi").out.strip()
    command("note", asked, "=2+2?", "--edit", "--tag", "to check", "--author", "ratna")
    listed = json.loads(command("notes", "IRN", "--json").out)
    assert [(each["note"], each["kind"], each["text"], each["answers"]) for each in listed] == [
        (asked, "question", "=2+2?", None),
        (answer, "reply", "Two.", asked),
    ]
    (row,) = csv.DictReader(io.StringIO(command("notes", "--tag", "to check", "--format", "csv").out))
    assert (row["text"], row["author"], row["about"]) == ("'=2+2?", "ratna", "Iran")
    assert "Two." in command("notes", "--author", "budi").out
    refused = command("note", asked, "--withdraw", "--author", "budi")
    assert (refused.code, refused.out) == (2, "")
    assert "by ratna" in refused.err
    command("note", answer, "--withdraw", "--author", "budi")
    assert json.loads(command("notes", "--kind", "reply", "--json").out) == []


def test_a_note_is_one_thing_and_needs_words(command: Run) -> None:
    assert "only one of" in command("note", "IRN", "x", "--question", "--reply").err
    assert "needs a text or a tag" in command("note", "IRN").err
    assert "There is no tie" in command("note", "nothing", "x").err


def test_a_day_that_is_none_is_refused(command: Run) -> None:
    refused = command("notes", "--since", "yesterday")
    assert (refused.code, refused.out) == (2, "")
    assert "a date such as 2023-10-08" in refused.err
