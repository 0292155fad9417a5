"""The command `search`: sentences with their source, in a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cypher.commands.search import _published
from cypher.database import Settings
from tests.conftest import Run
from tests.cypher.conftest import tell_story


@pytest.fixture(scope="module")
def home(embedded: Settings) -> Path:
    """The folder of an embedded engine that holds the story."""
    tell_story(embedded)
    return embedded.home


def test_sentences_are_printed_with_their_source_and_counted(command: Run) -> None:
    done = command("search", "attacked", "towns")
    assert done.code == 0, done.err
    assert "2023-10-08 · Daily Record" in done.out
    assert done.err == "2 sentences\n"
    assert command("search", "menelepon Amir-Abdollahian").err == "1 sentence\n"
    assert command("search", "zzz").err == "0 sentences\n"
    assert command("search", "attacked towns", "--limit", "1").err.startswith(
        "The newest 1; there may be more"
    )


def test_options_choose_sentences_and_formats(command: Run) -> None:
    assert command("search", "attacked towns", "--language", "id").err == "0 sentences\n"
    rows = json.loads(command("search", "attacked towns", "--actor", "Hamas", "--format", "json").out)
    assert len(rows) == 2
    assert all("towns" in row["sentence"] for row in rows)
    assert command("search", "attacked", "--format", "graphml").code == 2
    assert command("search", "attacked", "--actor", "Nowhere Land").code == 2


@pytest.mark.parametrize(
    ("day", "precision", "guessed", "said"),
    [
        ("2023-10-08", "day", False, "2023-10-08"),
        ("2023-10-01", "month", False, "2023-10"),
        ("2023-01-01", "year", True, "about 2023"),
        ("2023-10-08", None, True, "about 2023-10-08"),
        (None, None, True, "undated"),
    ],
)
def test_a_day_of_publication_is_no_finer_than_known(
    day: str | None, precision: str | None, guessed: bool, said: str
) -> None:
    row = {"published_on": day, "published_precision": precision, "published_guessed": guessed}
    assert _published(row) == said
