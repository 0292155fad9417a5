"""The audit record: what a line holds, who may read it, and what two writers, a kill and a full disk do."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cypher.audit import AuditError, Outcome, record, refuse_unrecorded
from cypher.audit.checking import check
from cypher.audit.entry import Entry
from cypher.audit.reading import entries
from cypher.audit.writing import AuditLog

WRITER = """
import sys
from pathlib import Path
from cypher.audit.entry import Entry
from cypher.audit.writing import AuditLog
log = AuditLog(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    log.append(Entry("open page", who=sys.argv[2], object_id=str(number)))
"""
"""Writes lines in a process of its own: the folder, who, and how many."""


def _lines(home: Path) -> list[dict[str, object]]:
    files = sorted((home / "audit").glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_bytes().splitlines()]


def test_a_line_says_who_did_what_to_what_and_how_it_ended(tmp_path: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    AuditLog(tmp_path).append(
        Entry("judge", "anna@example.org", "analyst", "claim-1", details={"judgement": "confirmed"})
    )
    (line,) = _lines(tmp_path)
    assert before <= datetime.fromisoformat(str(line["time"])) <= datetime.now(UTC)
    assert str(line["time"]).endswith("Z")
    assert (line["who"], line["role"], line["act"], line["object"]) == (
        *("anna@example.org", "analyst", "judge", "claim-1"),
    )
    assert (line["outcome"], line["details"]) == ("done", {"judgement": "confirmed"})


def test_the_file_is_that_of_the_month_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    AuditLog(tmp_path).append(Entry("open page"))
    (file,) = (tmp_path / "audit").glob("*.jsonl")
    assert file.name == f"{datetime.now(UTC):%Y-%m}.jsonl"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_two_processes_write_a_thousand_lines_each_and_none_is_lost(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    both = [subprocess.Popen([*command, who, "1000"]) for who in ("anna", "budi")]
    assert [each.wait(60) for each in both] == [0, 0]
    lines = _lines(tmp_path)
    for who in ("anna", "budi"):
        assert [line["object"] for line in lines if line["who"] == who] == [str(n) for n in range(1000)]
    assert [line["number"] for line in lines] == [*range(1, 2001)]
    assert check(tmp_path).whole


def test_writers_that_are_killed_at_any_time_leave_a_record_that_holds(tmp_path: Path) -> None:
    for turn in range(5):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), f"turn {turn}", "100000"])
        deadline = time.monotonic() + 20
        while not any(line.who == f"turn {turn}" for line in entries(tmp_path)):
            assert time.monotonic() < deadline
            time.sleep(0.02)
        writer.send_signal(signal.SIGKILL)
        writer.wait(10)
    AuditLog(tmp_path).append(Entry("open page", "last"))
    found = check(tmp_path)
    assert found.whole, found.faults
    assert [*entries(tmp_path)][-1].who == "last"


@pytest.mark.parametrize("torn", [b'{"time":"2026-', b'{"time": "x"}', b"\x00\x00\x00", b"{"])
def test_a_line_that_was_cut_off_is_told_and_later_lines_still_chain(tmp_path: Path, torn: bytes) -> None:
    log = AuditLog(tmp_path)
    log.append(Entry("open page", "before"))
    (file,) = (tmp_path / "audit").glob("*.jsonl")
    with file.open("ab") as end:
        end.write(torn)
    unfinished = check(tmp_path)
    assert unfinished.whole
    assert any("line 2" in remark and "cut off" in remark for remark in unfinished.remarks)
    log.append(Entry("open page", "after"))
    log.append(Entry("open page", "much later"))
    found = check(tmp_path)
    assert found.whole, found.faults
    assert any("line 2" in remark and "cut off" in remark for remark in found.remarks)
    assert [entry.who for entry in entries(tmp_path)] == ["before", "after", "much later"]


def test_two_lines_cut_off_one_after_the_other_are_both_told(tmp_path: Path) -> None:
    log = AuditLog(tmp_path)
    log.append(Entry("open page", "before"))
    (file,) = (tmp_path / "audit").glob("*.jsonl")
    with file.open("ab") as end:
        end.write(b'{"time":"2026-11-30T\n{"time":"20')
    log.append(Entry("open page", "after"))
    found = check(tmp_path)
    assert found.whole, found.faults
    assert any("lines 2 to 3" in remark for remark in found.remarks)


def test_a_whole_line_whose_writer_was_killed_before_the_note_of_the_last_line_counts(tmp_path: Path) -> None:
    log = AuditLog(tmp_path)
    log.append(Entry("open page", "first"))
    last = (tmp_path / "audit" / "last").read_bytes()
    log.append(Entry("open page", "second"))
    (tmp_path / "audit" / "last").write_bytes(last)
    assert check(tmp_path).whole
    log.append(Entry("open page", "third"))
    found = check(tmp_path)
    assert found.whole, found.faults
    assert [line["number"] for line in _lines(tmp_path)] == [1, 2, 3]


def test_a_new_month_goes_on_with_the_chain_in_a_new_file(tmp_path: Path) -> None:
    log = AuditLog(tmp_path)
    for day in (datetime(2026, 10, 31, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)):
        log.append(Entry("open page", time=day))
    log.append(Entry("open page", time=datetime(2026, 10, 31, tzinfo=UTC)))  # the clock was set back
    assert [file.name for file in sorted((tmp_path / "audit").glob("*.jsonl"))] == [
        "2026-10.jsonl",
        "2026-11.jsonl",
    ]
    assert check(tmp_path).whole
    assert [line["number"] for line in _lines(tmp_path)] == [1, 2, 3]


def test_long_values_are_cut_and_stay_on_one_line(tmp_path: Path) -> None:
    details = {f"parameter {number}": "x\n" * 5000 for number in range(100)}
    AuditLog(tmp_path).append(Entry("run query", "w" * 9000, object_id="o\r\n\u2028" * 9000, details=details))
    (file,) = (tmp_path / "audit").glob("*.jsonl")
    assert file.read_bytes().count(b"\n") == 1
    assert file.stat().st_size < 16_000
    (entry,) = entries(tmp_path)
    assert entry.details["parameter 0"].startswith("x\nx")


def test_a_lone_surrogate_in_what_was_asked_is_written(tmp_path: Path) -> None:
    AuditLog(tmp_path).append(Entry("run query", details={"name": "\ud800"}))
    assert check(tmp_path).whole


def test_a_full_disk_refuses_changes_and_is_told_for_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_HOME", str(tmp_path))
    folder = tmp_path / "audit"
    folder.mkdir()
    (folder / f"{datetime.now(UTC):%Y-%m}.jsonl").symlink_to("/dev/full")
    with pytest.raises(AuditError, match="No space left on device"):
        record("open page", who="anna")


def test_a_folder_that_cannot_be_made_refuses_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").touch()
    monkeypatch.setenv("KONSTELASI_HOME", str(tmp_path / "a file" / "home"))
    with pytest.raises(AuditError, match="Nothing was changed"):
        refuse_unrecorded()


def test_nothing_stands_in_the_way_of_a_change_that_can_be_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_HOME", str(tmp_path / "new"))
    refuse_unrecorded()
    record("judge", who="anna", role="analyst", object_id="claim-1", outcome=Outcome.REFUSED, why="no right")
    (entry,) = entries(tmp_path / "new")
    assert (entry.outcome, entry.why) == (Outcome.REFUSED, "no right")


def test_a_line_costs_a_click_well_under_a_millisecond(tmp_path: Path) -> None:
    log = AuditLog(tmp_path)
    taken = []
    for _ in range(300):
        began = time.perf_counter()
        log.append(Entry("open page", "anna@example.org", "reader", "network", details={"entity": "IRN"}))
        taken.append(time.perf_counter() - began)
    assert sorted(taken)[150] < 0.001


def test_an_altered_line_a_removed_line_and_a_removed_end_are_found(tmp_path: Path) -> None:
    log = AuditLog(tmp_path)
    for number in range(5):
        log.append(Entry("judge", "anna", object_id=f"claim-{number}"))
    (file,) = (tmp_path / "audit").glob("*.jsonl")
    written = file.read_bytes()
    lines = written.splitlines(keepends=True)
    for name, changed in {
        "altered": written.replace(b'"claim-2"', b'"claim-7"'),
        "the first altered": written.replace(b'"claim-0"', b'"claim-7"'),
        "the last altered": written.replace(b'"claim-4"', b'"claim-7"'),
        "removed": b"".join(lines[:2] + lines[3:]),
        "the last removed": b"".join(lines[:4]),
        "the last two removed": b"".join(lines[:3]),
        "the first removed": b"".join(lines[1:]),
        "exchanged": b"".join([*lines[:2], lines[3], lines[2], lines[4]]),
        "inserted": b"".join([*lines[:2], lines[1], *lines[2:]]),
        "made unreadable": b"".join([*lines[:2], b"nothing\n", *lines[3:]]),
        "all removed": b"",
    }.items():
        file.write_bytes(changed)
        found = check(tmp_path)
        assert not found.whole, name
    file.write_bytes(written)
    assert check(tmp_path).whole


def test_what_was_removed_stays_found_after_others_have_written(tmp_path: Path) -> None:
    log = AuditLog(tmp_path)
    for number in range(5):
        log.append(Entry("judge", "anna", object_id=f"claim-{number}"))
    (file,) = (tmp_path / "audit").glob("*.jsonl")
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:3]))
    log.append(Entry("judge", "anna", object_id="claim-9"))
    log.append(Entry("judge", "anna", object_id="claim-10"))
    (fault,) = check(tmp_path).faults
    assert "line 4" in fault
    assert "2 lines are missing" in fault


def test_a_removed_file_in_the_middle_is_found_and_an_archived_first_one_is_to_be_named(
    tmp_path: Path,
) -> None:
    log = AuditLog(tmp_path)
    for month in (8, 9, 10):
        for day in (1, 2):
            log.append(Entry("judge", "anna", time=datetime(2026, month, day, tzinfo=UTC)))
    folder = tmp_path / "audit"
    kept = (folder / "2026-09.jsonl").read_bytes()
    os.unlink(folder / "2026-09.jsonl")  # noqa: PTH108
    assert not check(tmp_path).whole
    (folder / "2026-09.jsonl").write_bytes(kept)
    (folder / "2026-08.jsonl").unlink()
    (fault,) = check(tmp_path).faults
    assert "--begins-at 3" in fault
    assert check(tmp_path, begins_at=3).whole


def test_a_chain_that_was_written_anew_lacks_the_hash_that_somebody_noted(tmp_path: Path) -> None:
    log = AuditLog(tmp_path / "true")
    log.append(Entry("judge", "anna"))
    noted = check(tmp_path / "true").last
    log.append(Entry("judge", "budi"))
    assert check(tmp_path / "true", noted=noted).whole
    AuditLog(tmp_path / "forged").append(Entry("judge", "somebody else"))
    assert check(tmp_path / "forged").whole
    assert not check(tmp_path / "forged", noted=noted).whole
