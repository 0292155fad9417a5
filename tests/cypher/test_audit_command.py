"""``konstelasi audit``: check, export by day, person and act, and errors that say what to do."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cypher.audit.entry import Entry, Outcome
from cypher.audit.writing import AuditLog
from tests.conftest import Run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    log = AuditLog(tmp_path)
    for month, day, who, act, object_id in (
        (10, 30, "anna", "open page", "network"),
        (11, 1, "anna", "judge", "claim-1"),
        (11, 2, "budi", "judge", "=HYPERLINK(1)"),
        (11, 3, "budi", "merge actors", "actor-1"),
    ):
        when = datetime(2026, month, day, 23, 59, tzinfo=UTC)
        log.append(Entry(act, who, "analyst", object_id, time=when, details={"judgement": "confirmed"}))
    return tmp_path


def test_the_check_says_that_all_is_whole_and_how_to_prove_it_later(command: Run, home: Path) -> None:
    outcome = command("audit", "check")
    assert outcome.code == 0
    assert "4 lines" in outcome.out
    last = outcome.out.split()[-1].rstrip(".")
    assert command("audit", "check", "--noted", last).code == 0
    assert command("audit", "check", "--noted", "0" * 64).code == 1


def test_an_altered_line_makes_the_check_fail_and_name_it(command: Run, home: Path) -> None:
    file = home / "audit" / "2026-11.jsonl"
    file.write_text(file.read_text().replace("claim-1", "claim-2"))
    outcome = command("audit", "check")
    assert outcome.code == 1
    assert "2026-11.jsonl, line 1" in outcome.out + outcome.err


def test_the_export_holds_the_days_the_person_and_the_act_that_were_asked_for(
    command: Run, home: Path
) -> None:
    def objects(*options: str) -> list[str]:
        outcome = command("audit", "export", *options)
        assert outcome.code == 0
        found = [json.loads(line) for line in outcome.out.splitlines()]
        return [line["object"] for line in found if line["act"] != "audit export"]

    assert objects() == ["network", "claim-1", "=HYPERLINK(1)", "actor-1"]
    assert objects("--since", "2026-11-02") == ["=HYPERLINK(1)", "actor-1"]
    assert objects("--until", "2026-11-01") == ["network", "claim-1"]
    assert objects("--since", "2026-11-01", "--until", "2026-11-01") == ["claim-1"]
    assert objects("--who", "budi", "--what", "judge") == ["=HYPERLINK(1)"]
    assert objects("--what", "actor-1") == ["actor-1"]
    assert objects("--who", "nobody") == []


def test_the_export_as_csv_is_inert_in_a_spreadsheet(command: Run, home: Path) -> None:
    outcome = command("audit", "export", "--csv", "--who", "budi")
    rows = [*csv.DictReader(io.StringIO(outcome.out))]
    assert [row["object"] for row in rows] == ["'=HYPERLINK(1)", "actor-1"]
    assert rows[0]["outcome"] == Outcome.DONE
    assert json.loads(rows[0]["details"]) == {"judgement": "confirmed"}


def test_a_day_that_is_none_and_days_in_the_wrong_order_are_refused(command: Run, home: Path) -> None:
    assert command("audit", "export", "--since", "yesterday").code == 2
    outcome = command("audit", "export", "--since", "2026-11-03", "--until", "2026-11-01")
    assert outcome.code == 2
    assert "--until" in outcome.err


def test_without_a_record_the_commands_say_so(
    command: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_HOME", str(tmp_path / "empty"))
    outcome = command("audit", "check")
    assert outcome.code == 0
    assert "no audit record" in outcome.out
    assert not (tmp_path / "empty").exists()
    assert command("audit", "export").out == ""
