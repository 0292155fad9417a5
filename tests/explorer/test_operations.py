"""What the page *Operations* says: what is bad with what to do, runs, versions, statements; empty ones."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st

from cypher.audit import record
from cypher.audit.entry import Outcome
from cypher.backups.noted import NotedBackup, backups_noted, note_backup
from cypher.database import Database, Settings
from cypher.sources.rejected import RejectedRows
from cypher.sources.rejected import keep as keep_rejected
from cypher.sources.skipped import SkippedInput, keep
from cypher.sources.store import Store
from cypher.sources.summary import CONDITIONS, Summary, Unread
from explorer.identity import present
from explorer.identity.person import Person
from explorer.identity.roles import TeamRole
from explorer.panels.operations.findings import findings, findings_list, in_bytes
from explorer.panels.operations.sections import (
    machine_section,
    rejected_section,
    runs_section,
    sources_section,
    statements_section,
    unread_section,
    versions_section,
)
from explorer.panels.operations.values import Ended, Machine, Operations, Run, Versions
from explorer.phrases import said
from explorer.reads.operations import operations
from explorer.reads.running_commands import runs
from explorer.serving.statement_times import StatementTimes
from explorer.words import Words
from tests.explorer.opening import opened, papers
from tests.services import variables_of

NOW = 1_800_000_000.0
MACHINE = Machine("/data", 50 * 10**9, 100 * 10**9, 10**6, 5000, 3 * 10**8, None)
VERSIONS = Versions("Konstelasi 0.2.0", "Neo4j 5.26.12", 9, 7, (), "3.11.7", ("id_konstelasi_news 0.2.0",))
WELL = Operations(NOW, MACHINE, VERSIONS, backups=(NotedBackup("graph.zip", 1000, NOW - 3600),))


def wrong(state: Operations) -> str:
    return " | ".join(said(each.wrong, Words()) for each in findings(state))


def test_a_well_kept_app_needs_no_attention() -> None:
    assert findings(WELL) == []
    assert "Nothing needs attention" in findings_list([]).text()


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (replace(WELL, backups=()), "No backup"),
        (replace(WELL, backups=(NotedBackup("g", 1, NOW - 3 * 86_400),)), "3 days ago"),
        (replace(WELL, machine=replace(MACHINE, disk_free=10**8)), "almost full: 100 MB"),
        (replace(WELL, machine=replace(MACHINE, disk_free=9 * 10**9)), "almost full: 9 GB"),
        (replace(WELL, machine=replace(MACHINE, disk_free=None)), "data folder cannot be read: /data"),
        (replace(WELL, engine_error="It is gone. Start it."), "database does not answer"),
        (replace(WELL, audit_error="The disk is full."), "changes are refused"),
        (replace(WELL, sources_error="The file is broken."), "list of sources"),
        (replace(WELL, versions=replace(VERSIONS, changed=("3 (levels)",))), "3 (levels)"),
        (
            replace(WELL, runs=(Run("db restore", "", "", NOW - 9, None, Ended.CUT_OFF),)),
            "db restore was cut",
        ),
        (
            replace(WELL, sources=Summary(dict.fromkeys(CONDITIONS, 1), NOW, 0), is_following=True),
            "2 sources cannot be fetched",
        ),
        (replace(WELL, sources=Summary(dict.fromkeys(CONDITIONS, 1), NOW, 0)), "not followed by a process"),
    ],
)
def test_what_is_bad_is_said_with_what_to_do(state: Operations, expected: str) -> None:
    assert expected in wrong(state)
    assert all(said(each.advice, Words()) for each in findings(state))
    assert expected in findings_list(findings(state)).text()


def test_what_stops_people_comes_first_and_is_marked_in_words() -> None:
    state = replace(WELL, backups=(), audit_error="The disk is full.")
    shown = findings_list(findings(state)).text()
    assert shown.index("bad") < shown.index("changes are refused") < shown.index("No backup")
    assert "attention" in shown


def test_statements_that_failed_an_hour_ago_are_listed_but_need_no_attention() -> None:
    times = StatementTimes()
    times.took("saved/bilateral/ties", 0.5, "ClientError")
    (failed,) = times.failing(5)
    assert "saved/bilateral/ties" in wrong(replace(WELL, now=failed.failed_at + 60, failing=(failed,)))
    assert not wrong(replace(WELL, now=failed.failed_at + 7200, failing=(failed,), backups=())).count(
        "failed"
    )
    shown = "".join(
        each.text()
        for each in statements_section(times.slowest(5), [failed], lambda name: f"what {name} asks", NOW)
    )
    for expected in ("500 ms", "ClientError", "what saved/bilateral/ties asks"):
        assert expected in shown


def test_every_section_says_something_when_there_is_nothing() -> None:
    empty = (
        runs_section([], NOW),
        sources_section(None, NOW),
        unread_section([], 0, NOW),
        rejected_section([], NOW),
        versions_section(replace(VERSIONS, engine="", models=())),
        machine_section(replace(MACHINE, disk_free=None, graph=None), [], NOW),
        statements_section([], [], str, NOW),
    )
    for section in empty:
        assert all(len(each.text()) > 3 for each in section)


HOSTILE = "<script>alert(1)</script>"


def test_imports_that_rejected_rows_say_how_many_why_and_where_the_list_is() -> None:
    first = tuple(f"/data/a.tab, line {number}: {HOSTILE}" for number in range(2, 7))
    inputs = tuple(f"/data/{name}.tab" for name in "abcde")
    rows = RejectedRows("ICEWS", inputs, 1200, first, "/data/rejected-icews.csv", "anna", at=NOW - 60)
    shown = "\n".join(each.text() for each in rejected_section([rows], NOW))
    for expected in ("ICEWS: 1,200 rows rejected", "/data/a.tab, /data/b.tab, /data/c.tab, +2", "anna"):
        assert expected in shown
    assert "listed in /data/rejected-icews.csv" in shown
    assert f"line 2: {HOSTILE}" in shown
    local = "\n".join(each.text(Words("id")) for each in rejected_section([rows], NOW))
    assert "1.200 baris ditolak" in local
    for other, expected in (
        (replace(rows, file=""), "later import has replaced"),
        (replace(rows, file="", uploaded=True), "offered to the reader"),
    ):
        assert expected in "".join(each.text() for each in rejected_section([other], NOW))


def test_many_imports_that_rejected_rows_are_counted() -> None:
    rows = RejectedRows("ICEWS", ("/data/a.tab",), 1, ("bad",), "/data/rejected.csv", "anna", at=NOW)
    shown = "".join(each.text() for each in rejected_section([rows] * 12, NOW))
    assert shown.count("1 row rejected") == 10
    assert "2 more are not listed here" in shown


def test_the_page_shows_what_imports_rejected(graph: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Settings.from_environment().home
    Store(home).path.unlink(missing_ok=True)
    rows = RejectedRows("ICEWS", ("/data/a.tab",), 2, ("line 2: bad",), "/data/rejected.csv", "anna")
    keep_rejected(Store(home), rows, ended=True)
    assert "Rows that imports rejected" in papers(opened(page="operations"))
    assert "/data/rejected.csv" in papers(opened(page="operations"))
    Store(home).path.unlink()


def test_what_could_not_be_read_is_listed_with_source_or_command() -> None:
    unread = [
        Unread("/news/a.csv, line 3", "has no text", "Look.", NOW - 60, "", HOSTILE, "ingest", "anna"),
        Unread("https://paper.example.org/1", "No text", "Open it.", NOW - 120, "paper"),
        Unread("pasted text", "is too long", "", NOW - 180, "", "", "ingest", "dewi@example.org"),
    ]
    section = unread_section(unread, 2003, NOW)
    shown = "\n".join(each.text() for each in section)
    for expected in ("/news/a.csv, line 3", HOSTILE, "has no text. Look.", "ingest · anna · 1 min"):
        assert expected in shown
    assert "paper · 2 min" in shown
    assert "2,000 more are not listed here." in shown
    local = "\n".join(each.text(Words("id")) for each in section)
    assert "teks yang ditempel" in local


def test_the_page_lists_what_a_command_could_not_read(graph: Database, embedded: Settings) -> None:
    store = Store(embedded.home)
    odd = SkippedInput("/news/odd.xyz", HOSTILE, "is odd", "Look.", "ingest", "anna")
    keep(store, [odd], lambda _: False)
    try:
        shown = papers(opened(page="operations"))
    finally:
        keep(store, [], lambda _: True)
    assert "/news/odd.xyz" in shown
    assert "is odd" in shown


def test_a_second_user_of_the_database_is_named() -> None:
    users = "onlooker reads, neo4j writes"
    assert users not in "".join(each.text() for each in versions_section(VERSIONS))
    versions = replace(VERSIONS, reader="onlooker", writer="neo4j")
    assert users in "".join(each.text() for each in versions_section(versions))


def test_sizes_are_given_in_their_largest_fitting_unit() -> None:
    assert [in_bytes(size) for size in (0, 999, 1000, 52 * 10**6, 3 * 10**12)] == [
        *("0 B", "999 B", "1 kB", "52 MB", "3.0 TB"),
    ]


def test_runs_are_found_in_the_record_and_one_whose_process_is_gone_was_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_HOME", str(tmp_path))
    assert runs(tmp_path) == []
    record("ingest", who="anna", outcome=Outcome.BEGUN, details={"process": "1"})
    record("judge", who="anna")
    record("ingest", who="anna", outcome=Outcome.FAILED, why="InputError")
    record("import", who="budi", outcome=Outcome.BEGUN, details={"process": str(os.getpid())})
    record("db backup", who="budi", outcome=Outcome.BEGUN, details={"process": str(2**22 - 7)})
    found = {run.act: run for run in runs(tmp_path)}
    assert {act: run.ended for act, run in found.items()} == {
        "ingest": Ended.FAILED,
        "import": Ended.RUNNING,
        "db backup": Ended.CUT_OFF,
    }
    assert (found["ingest"].who, found["ingest"].why) == ("anna", "InputError")


@pytest.mark.parametrize(
    ("act", "english", "indonesian"),
    [
        ("ingest", "loaded 1,200, skipped 3", "1.200 dimuat, 3 dilewati"),
        ("import", "loaded 1,200, rejected 3", "1.200 dimuat, 3 ditolak"),
        ("follow", "fetched 1,200, not fetched 3", "1.200 diambil, 3 tidak dapat diambil"),
    ],
)
def test_a_run_that_did_a_part_says_how_much(
    act: str, english: str, indonesian: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_HOME", str(tmp_path))
    record(act, who="anna", why="exit code 1", details={"did": "1200", "left out": "3"})
    (run,) = runs(tmp_path)
    assert run.ended is Ended.PARTLY
    shown = "".join(each.text() for each in runs_section([run], run.began_at))
    assert english in shown
    assert "done in part" in shown
    assert "exit code" not in shown
    assert indonesian in "".join(each.text(Words("id")) for each in runs_section([run], run.began_at))


def test_a_run_that_did_nothing_has_failed_and_one_that_left_nothing_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_HOME", str(tmp_path))
    none = {"did": "0", "left out": "3"}
    record("ingest", who="anna", outcome=Outcome.FAILED, why="exit code 1", details=none)
    record("reread", who="anna", details={"did": "12", "left out": "0"})
    record("import", who="anna", details={"did": "many", "left out": "x"})
    found = {run.act: run for run in runs(tmp_path)}
    assert {act: run.ended for act, run in found.items()} == {
        "ingest": Ended.FAILED,
        "reread": Ended.DONE,
        "import": Ended.DONE,
    }
    assert "loaded 0, skipped 3" in runs_section([found["ingest"]], NOW)[1].text()


def test_backups_are_noted_the_latest_first_and_a_broken_note_is_none(tmp_path: Path) -> None:
    assert backups_noted(tmp_path) == []
    for name in ("a.zip", "b.zip"):
        (tmp_path / name).write_bytes(b"12345")
        note_backup(tmp_path, tmp_path / name)
    assert [(Path(each.file).name, each.size) for each in backups_noted(tmp_path)] == [
        ("b.zip", 5),
        ("a.zip", 5),
    ]
    (tmp_path / "backups.json").write_text('{"backups": [{"file": 1}]}')
    assert backups_noted(tmp_path) == []


def test_the_page_shows_versions_and_statements_to_the_one_person(graph: Database) -> None:
    app = opened(page="operations")
    shown = papers(app)
    for expected in ("Versions", "ArcadeDB", "Slowest statements", "Backups", "The audit record"):
        assert expected in shown
    assert len(app.get("download_button")) == 2


def test_the_page_works_without_a_database(graph: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONSTELASI_URI", "bolt://127.0.0.1:1")
    st.cache_data.clear()
    st.cache_resource.clear()
    app = opened(page="operations")
    assert "The database does not answer" in papers(app)
    assert "Disk and memory" in papers(app)


def test_only_admins_see_the_page_and_its_name(graph: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    for role, sees in ((TeamRole.REVIEWER, False), (TeamRole.ADMIN, True)):
        person = Person("rina@example.org", role)
        monkeypatch.setattr(present, "person", lambda person=person: person)
        shown = papers(opened(page="operations"))
        assert ("Only admins see this page" in shown) is not sees
        assert ("Disk and memory" in shown) is sees


def test_both_engines_are_named_with_their_version(
    engine_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables_of(engine_settings).items():
        monkeypatch.setenv(name, value)
    st.cache_data.clear()
    st.cache_resource.clear()
    try:
        state = operations()
    finally:
        st.cache_resource.clear()
    assert state.engine_error == ""
    assert state.versions.engine.startswith("ArcadeDB" if engine_settings.embedded else "Neo4j")
    assert (state.machine.graph is not None) is engine_settings.embedded
    assert state.machine.memory > 10**7
