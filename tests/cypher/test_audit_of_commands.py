"""What commands leave in the audit record: one entry, two for long ones, none for help or wrong usage."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import pytest

from cypher.audit.checking import check
from cypher.audit.commanded import ROLE, WHO, about, act_of, commanded, note_numbers
from cypher.audit.entry import Outcome
from cypher.audit.reading import entries
from cypher.audit.writing import AuditError
from cypher.errors import DatabaseError, UsageError
from konstelasi import COMMANDS
from tests.conftest import Run

TOUCH_NOTHING = {"extract", "mapping", "datasets", "explain", "evaluate", "app"}
"""The commands that neither read the graph nor change anything; the app records what its readers do."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KONSTELASI_HOME", str(tmp_path))
    return tmp_path


def test_every_command_is_recorded_or_touches_nothing() -> None:
    groups = {"sources": "add", "judgements": "bring", "brief": "list", "db": "restore", "audit": "export"}
    groups["alerts"] = "remove"
    named = {each.name for each in COMMANDS if act_of([each.name, groups.get(each.name, "x")]) is None}
    assert named == TOUCH_NOTHING


def test_a_change_says_what_it_changed_and_for_whom(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WHO, "anna@example.org")
    monkeypatch.setenv(ROLE, "admin")
    with commanded(["annotate", "tie-1", "--judgement", "verified"]):
        about("tie-1", judgement="verified")
    (entry,) = entries(home)
    assert (entry.act, entry.who, entry.role) == ("annotate", "anna@example.org", "admin")
    assert (entry.object_id, entry.details) == ("tie-1", {"judgement": "verified"})


def test_a_long_change_is_recorded_when_it_begins_and_when_it_fails(home: Path) -> None:
    with pytest.raises(DatabaseError), commanded(["db", "restore", "a.zip"]):
        raise DatabaseError("the text of somebody's note")
    begun, ended = entries(home)
    assert (begun.act, begun.outcome) == ("db restore", Outcome.BEGUN)
    assert (ended.outcome, ended.why) == (Outcome.FAILED, "DatabaseError")


@pytest.mark.parametrize(
    ("did", "code", "expected"),
    [
        (12, 1, (Outcome.DONE, "exit code 1")),
        (0, 1, (Outcome.FAILED, "exit code 1")),
        (12, 0, (Outcome.DONE, "")),
    ],
)
def test_a_command_that_did_a_part_has_not_failed(
    did: int, code: int, expected: tuple[Outcome, str], home: Path
) -> None:
    with suppress(SystemExit), commanded(["ingest", "news"]):
        note_numbers(did, 3)
        sys.exit(code)
    *_, ended = entries(home)
    assert (ended.outcome, ended.why) == expected
    assert ended.details == {"did": str(did), "left out": "3"}


def test_a_command_that_breaks_off_has_failed_whatever_it_did(home: Path) -> None:
    with suppress(DatabaseError), commanded(["ingest", "news"]):
        note_numbers(12, 3)
        raise DatabaseError("gone")
    *_, ended = entries(home)
    assert ended.outcome is Outcome.FAILED


def test_the_numbers_of_one_command_are_not_those_of_the_next(home: Path) -> None:
    with commanded(["ingest", "news"]):
        note_numbers(12, 3)
    with suppress(SystemExit), commanded(["reread"]):
        sys.exit(1)
    *_, ended = entries(home)
    assert (ended.outcome, ended.details) == (Outcome.FAILED, {})


def test_what_was_refused_says_so_and_what_one_command_said_is_not_said_of_the_next(home: Path) -> None:
    with commanded(["query", "bilateral/ties"]):
        about("saved/bilateral/ties", first="IRN")
    with pytest.raises(UsageError), commanded(["note", "claim-1", "a text"]):
        raise UsageError("no such claim")
    _, refused = entries(home)
    assert (refused.act, refused.outcome, refused.object_id) == ("note", Outcome.REFUSED, "")


@pytest.mark.parametrize(
    "words",
    [
        ["annotate", "--help"],
        ["import", "a.csv", "--dry-run"],
        ["import", "a.csv", "--neo4j-files=out"],
        ["db"],
        ["db", "--help"],
        [],
        ["nothing"],
    ],
)
def test_help_is_no_act(home: Path, words: list[str]) -> None:
    with commanded(words):
        pass
    assert not [*home.iterdir()]


def test_a_note_that_reads_like_a_wish_for_help_is_recorded(home: Path) -> None:
    with commanded(["note", "claim-1", "--", "--help"]):
        about("claim-1")
    (entry,) = entries(home)
    assert (entry.act, entry.object_id) == ("note", "claim-1")


def test_a_change_that_cannot_be_recorded_does_not_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KONSTELASI_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(AuditError), commanded(["annotate", "tie-1"]):
        pytest.fail("it has begun")


def test_what_is_read_is_printed_even_if_it_cannot_be_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KONSTELASI_HOME", str(tmp_path / "file" / "home"))
    with commanded(["query", "x"]):
        pass
    assert "cannot be written to" in capsys.readouterr().err


def test_reading_the_record_is_recorded(command: Run, home: Path) -> None:
    assert command("audit", "check").code == 0
    assert command("audit", "export").code == 0
    assert [entry.act for entry in entries(home)] == ["audit export"]
    assert check(home).whole


def test_wrong_usage_is_not_recorded(command: Run, home: Path) -> None:
    assert command("annotate", "--no-such-option").code == 2
    assert not [*entries(home)]
