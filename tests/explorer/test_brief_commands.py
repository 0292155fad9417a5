"""The commands ``brief list`` and ``brief export``: what they write, and what they refuse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cypher.briefs.collecting import collect_tie, own_text
from cypher.briefs.items import Standpoint
from cypher.briefs.reading import Brief
from cypher.briefs.saving import save
from cypher.database import Role, Settings, connect
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement, Sign
from ingest.loading.load import load
from tests.conftest import Run, empty
from tests.graphs import EXTRACTIONS, tie_id


@pytest.fixture(scope="module")
def home(embedded: Settings) -> Path:
    """The folder of an engine that holds the story and three briefs, two with the same title."""
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        attack = collect_tie(
            database, tie_id("hamas", "ISR", Sign.CONFLICT), Standpoint("trusted", "actor"), {}, "siti"
        )
        first = save(database, Brief("Hamas and Israel", (attack,)), "siti")
        save(database, replace(first, items=(own_text("Why", "To be *sure*."), attack)), "siti")
        save(database, Brief("Twice"), "siti")
        save(database, Brief("twice"), "budi")
        annotate(database, "claim-attack", Judgement.REJECTED, author="ani")
    return embedded.home


def test_briefs_are_listed(command: Run) -> None:
    done = command("brief", "list")
    assert done.code == 0, done.err
    assert "Hamas and Israel" in done.out
    assert done.out.count("brief-") == 3


def test_a_brief_is_printed_with_its_evidence_and_what_changed_since(command: Run) -> None:
    done = command("brief", "export", "hamas AND israel")
    assert done.code == 0, done.err
    assert "> Hamas fighters attacked towns in southern Israel on Saturday." in done.out
    assert r"To be \*sure\*." in done.out
    assert "**⚠ Since then: rejected**" in done.out
    assert "Lens: Trusted · Level: actors · as known today" in done.out


def test_an_earlier_version_and_another_language(command: Run, tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    asked = ("brief", "export", "Hamas and Israel", "--version", "1", "--language", "id")
    done = command(*asked, "--output", str(file))
    assert (done.code, done.out) == (0, ""), done.err
    written = file.read_text(encoding="utf-8")
    assert "Versi 1 oleh siti" in written
    assert "Why" not in written
    again = command(*asked, "--output", str(file))
    assert again.code == 2
    assert f"{file} exists. Name a new file." in again.err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("Hamas",), "no brief called 'Hamas'. There are"),
        (("TWICE",), "2 briefs are called 'TWICE'"),
        (("Hamas and Israel", "--version", "9"), "versions 1 to 2, and no 9"),
        (("Hamas and Israel", "--language", "fr"), "no language 'fr'. Choose one of en, id"),
        (("Hamas and Israel", "--format", "docx"), "cannot be printed. Name a file with --output"),
    ],
    ids=["unknown", "ambiguous", "version", "language", "unprintable"],
)
def test_what_cannot_be_exported_is_refused(command: Run, asked: tuple[str, ...], said: str) -> None:
    done = command("brief", "export", *asked)
    assert done.code == 2
    assert said in done.err
