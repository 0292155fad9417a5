"""Graphs of older versions are brought up to date, those of newer ones are refused."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cypher.backups.restore import restore
from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import stop
from cypher.errors import NewerGraphError, OlderGraphError
from cypher.judging import migration
from cypher.judging.annotations import history
from cypher.judging.migration import MIGRATIONS, bring_up_to_date, changed_steps
from cypher.judging.opening import opened
from cypher.judging.redrawing import redraw
from cypher.judging.tie_counts import recount
from cypher.model.graph import Judgement
from cypher.model.release import GRAPH_RELEASE, PROGRAM, VERSION
from cypher.records.check import TakenStep
from ingest.loading.load import load
from konstelasi import command_line
from tests.graphs import EXTRACTIONS

DATA = Path(__file__).parent / "data"
OLD = DATA / "graph-0.1.0.zip"
"""A backup that version 0.1.0 wrote of a graph that it loaded: four claims of one article."""

OF_VERSIONS = {"0.1.0": 4, "0.2.0": 8}
"""The released versions of whose graphs there are such backups, and the number of claims in each."""


@pytest.mark.slow
@pytest.mark.parametrize("version", OF_VERSIONS)
def test_a_graph_of_each_version_is_opened_and_brought_up_to_date_once(version: str, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    try:
        restore(settings.home, DATA / f"graph-{version}.zip")
        with connect(settings, Role.READER) as database:
            assert database.graph_release() == 1
            before = dict(database.read("check/nodes").rows)
        with connect(settings, Role.ANALYST) as database:
            assert bring_up_to_date(database) == tuple(step.name for step in MIGRATIONS)
            steps = database.rows(TakenStep, "check/steps")
            assert [(step.number, step.title, step.checksum, step.version) for step in steps] == sorted(
                (step.number, step.name, step.checksum, VERSION) for step in MIGRATIONS
            )
            assert changed_steps(database) == ()
            assert bring_up_to_date(database) == ()
            assert database.graph_release() == GRAPH_RELEASE
            assert database.missing_schema() == []
            after = dict(database.read("check/nodes").rows)
            assert {label: after[label] for label in ("Claim", "Event", "Document")} == {
                label: before[label] for label in ("Claim", "Event", "Document")
            }
            counted = recount(database)
            assert (counted.ties, counted.mended) == (after["Tie"], 0)
            assert redraw(database) == 0
            load(database, EXTRACTIONS)
            assert dict(database.read("check/nodes").rows)["Claim"] > before["Claim"] == OF_VERSIONS[version]
    finally:
        stop(settings.home)


@pytest.mark.slow
def test_a_verdict_of_0_2_0_is_kept_and_counts(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    try:
        restore(settings.home, DATA / "graph-0.2.0.zip")
        with connect(settings, Role.ANALYST) as database:
            bring_up_to_date(database)
            judged = "MATCH (:Annotation)-[:JUDGES]->(claim:Claim) RETURN claim.id, claim.verdict"
            ((claim, verdict),) = database.read_text(judged).rows
            (said,) = history(database, str(claim))
    finally:
        stop(settings.home)
    assert (said.author, said.note, said.judgement) == ("Rina", "seen in two papers", Judgement.VERIFIED)
    assert verdict == "verified"


def test_steps_have_numbers_and_checksums_of_their_own() -> None:
    assert [step.number for step in MIGRATIONS] == [*range(1, len(MIGRATIONS) + 1)]
    assert len({step.checksum for step in MIGRATIONS}) == len(MIGRATIONS)
    assert max(step.release for step in MIGRATIONS) == GRAPH_RELEASE
    other = replace(MIGRATIONS[0], statements=("ties",))
    assert other.checksum != MIGRATIONS[0].checksum


def test_a_step_that_has_changed_since_the_graph_took_it_is_told(
    engine_settings: Settings, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.write("check/leave_release", release=GRAPH_RELEASE - 1, version="0.1.0")
    before = replace(MIGRATIONS[-1], statements=("mark",))
    with monkeypatch.context() as patch:
        patch.setattr(migration, "MIGRATIONS", (*MIGRATIONS[:-1], before))
        assert bring_up_to_date(database) == (before.name,)
        assert changed_steps(database) == ()
    (changed,) = changed_steps(database)
    assert (changed.number, changed.version) == (before.number, VERSION)
    for name in ("uri", "user", "password"):
        monkeypatch.setenv(f"KONSTELASI_{name.upper()}", getattr(engine_settings, name) or "")
    monkeypatch.setenv("KONSTELASI_HOME", str(engine_settings.home))
    said = CliRunner().invoke(command_line(["db", "check"]), ["db", "check"])
    assert f"Step 10 ({before.name}) has changed since version {VERSION}" in said.output


@pytest.mark.slow
def test_a_command_updates_an_older_graph_or_says_which_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(home=tmp_path / "home")
    monkeypatch.setenv("KONSTELASI_HOME", str(settings.home))
    run = CliRunner()
    try:
        restore(settings.home, OLD)
        for arguments in (["query", "people/central"], ["verdicts"], ["learn", "--list"], ["learn", "--try"]):
            refused = run.invoke(command_line(arguments), arguments)
            assert isinstance(refused.exception, OlderGraphError), arguments
            assert "has release 1" in str(refused.exception)
            assert "konstelasi db check" in str(refused.exception)
        told: list[str] = []
        with opened(settings, Role.ANALYST, told.append) as database:
            assert database.graph_release() == GRAPH_RELEASE
        assert told[:-1] == [f"Brought up to date: {step.name}" for step in MIGRATIONS]
        assert "Documents that an older version has read: 1. `konstelasi reread`" in told[-1]
        with opened(settings, Role.ANALYST, told.append):
            assert len(told) == len(MIGRATIONS) + 1  # it is said once
        arguments = ["query", "people/central", "--json"]
        assert run.invoke(command_line(arguments), arguments).exit_code == 0
    finally:
        stop(settings.home)


def test_every_command_that_opens_the_graph_handles_an_older_one() -> None:
    """Only what looks at no claims may connect without a look at the graph's release."""
    root = Path(__file__).parents[2]
    folders = (root / "cypher" / "commands", root / "ingest" / "commands")
    opening = {path.name: path.read_text() for folder in folders for path in folder.glob("*.py")}
    assert {name for name, text in opening.items() if re.search(r"\bconnect\(", text)} == {
        "db.py",
        "db_copies.py",
    }
    assert {name for name, text in opening.items() if re.search(r" opened\([sS]ettings", text)} == {
        *(
            "alerts.py",
            "annotate.py",
            "claim.py",
            "db.py",
            "follow.py",
            "import_runs.py",
            "ingest.py",
            "judgements.py",
            "learn.py",
            "notes.py",
            "query.py",
            "reread.py",
            "search.py",
            "sources.py",
        ),
        *("typed.py", "verdicts.py"),
    }


def test_a_graph_without_documents_can_be_read_whatever_its_release(
    engine_settings: Settings, database: Database
) -> None:
    database.write("check/leave_release", release=1, version="0.1.0")
    try:
        with opened(engine_settings, Role.READER, print) as reader:
            assert reader.read("saved/people/central").rows == ()
    finally:
        database.record_release()


def test_a_graph_that_is_loaded_has_the_release_of_this_version(database: Database) -> None:
    load(database, EXTRACTIONS)
    assert database.read("check/graph_release").rows == ((GRAPH_RELEASE, VERSION),)


def test_the_graph_of_a_newer_version_is_refused_with_what_to_do(
    engine_settings: Settings, database: Database
) -> None:
    database.write("check/leave_release", release=GRAPH_RELEASE + 1, version="9.0.0")
    for role in (Role.READER, Role.ANALYST):
        with pytest.raises(NewerGraphError) as refused, connect(engine_settings, role):
            pass
        said = str(refused.value)
        assert PROGRAM in said
        assert "Install Konstelasi 9.0.0 or newer" in said
        assert "KONSTELASI_HOME" in said
