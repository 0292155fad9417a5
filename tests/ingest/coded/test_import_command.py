"""``konstelasi import`` loads the files of a data set, and says what it could not use."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from cypher.database import Role, Settings, connect
from cypher.engine.client import stop
from ingest.datasets.own_tables.mapping import TableMapping
from ingest.datasets.own_tables.mapping_files import as_toml
from tests.conftest import Run, empty
from tests.ingest.datasets.made_files import tab_file
from tests.ingest.datasets.readers.icews_rows import HEADER, row


@pytest.fixture
def home(embedded: Settings) -> Path:
    """The folder of the shared engine, empty."""
    empty(embedded)
    return embedded.home


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def talks(**changed: str) -> list[str]:
    return row(target_name="Indonesia", target_country="Indonesia", **changed)


def icews(folder: Path, *rows: Sequence[str]) -> str:
    path = tab_file(folder, "events.2018.tab", [HEADER, *rows])
    packed = path.with_suffix(".tab.gz")
    packed.write_bytes(gzip.compress(path.read_bytes()))
    return str(packed)


def claims(settings: Settings) -> int:
    with connect(settings, Role.READER) as database:
        return int(database.read("explore/counts").records()[0]["claims"])


def test_loads_the_rows_and_writes_those_it_cannot_use(
    command: Run, embedded: Settings, tmp_path: Path
) -> None:
    path = icews(tmp_path, talks(), ["=a", "b"], talks(event_id="700002", event_date="2018-03-06"))
    done = command("import", "icews", path)
    assert done.code == 1
    assert (
        "2 events of Integrated Crisis Early Warning System: 2 new claims, 0 known; 1 rows rejected"
        in done.err
    )
    assert "rejected-icews.csv" in done.err
    (row,) = csv.DictReader(Path("rejected-icews.csv").read_text(encoding="utf-8").splitlines())
    assert (row["line"], "cells" in row["reason"], row["text"][:2]) == ("3", True, "'=")
    assert claims(embedded) == 2


def test_a_row_that_the_graph_cannot_hold_is_named_by_its_file_and_line(command: Run, tmp_path: Path) -> None:
    nobody = talks(event_id="700003", source_name="Unspecified", source_country="NA", source_sectors="NA")
    path = icews(tmp_path, talks(), nobody)
    said = f"{path}, line 3: It cannot be told who acts: Unspecified."
    shown = json.loads(command("import", "icews", path, "--dry-run", "--json").out)
    assert {"file": path, "line": 3, "said": said}.items() <= shown[1].items()
    assert f"rejected: {said}" in command("import", "icews", path, "--dry-run").out
    done = command("import", "icews", path, "--json")
    assert done.answer()["first_rejected"] == [said]
    assert f"rejected: {said}" in done.err
    (row,) = csv.DictReader(Path("rejected-icews.csv").read_text(encoding="utf-8").splitlines())
    assert (row["file"], row["line"], row["event"]) == (path, "3", "700003-2018-03-05")
    assert row["text"].startswith("700003")


def test_loading_again_changes_nothing(command: Run, embedded: Settings, tmp_path: Path) -> None:
    path = icews(tmp_path, talks(), talks(event_id="700002", event_date="2018-03-06"))
    assert command("import", "icews", path).code == 0
    done = command("import", "icews", path, "--json")
    told = done.answer()
    assert done.code == 0
    assert (told["new"], told["known"], told["rejects"]) == (0, 2, None)
    assert not Path("rejected-icews.csv").exists()
    assert claims(embedded) == 2


def test_a_dry_run_shows_what_rows_become_and_opens_no_graph(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_HOME", str(tmp_path / "none"))
    path = icews(tmp_path, talks(), ["a", "b"])
    done = command("import", "icews", path, "--dry-run")
    second, first = sorted(done.out.splitlines(), reverse=True)
    for told in ("2018-03-05", "→ Indonesia", "CONSULT", "040 Consult", "Hue"):
        assert told in first
    assert second.startswith("rejected: ")
    assert not (tmp_path / "none").exists()
    rows = json.loads(command("import", "icews", path, "--dry-run", "--json").out)
    assert ["Indonesia"] in [each.get("recipients") for each in rows]


def test_withdrawn_events_are_removed(command: Run, embedded: Settings, tmp_path: Path) -> None:
    path = icews(tmp_path, talks(), talks(event_id="700002", event_date="2018-03-06"))
    command("import", "icews", path)
    with connect(embedded, Role.READER) as database:
        keys = [
            row[0] for row in database.read_text("MATCH (c:Claim) RETURN c.source_event ORDER BY c.date").rows
        ]
    Path("gone.txt").write_text(f"{keys[0]}\nnever there\n", encoding="utf-8")
    done = command("import", "icews", "--withdrawn", "gone.txt")
    assert done.code == 0
    assert "1 claims of withdrawn events removed" in done.err
    assert claims(embedded) == 1


def test_a_table_of_ones_own_is_read_by_a_mapping(command: Run, embedded: Settings, tmp_path: Path) -> None:
    Path("raids.csv").write_text("when,who,whom,what\n2024-05-01,Iran,Qatar,AID\n", encoding="utf-8")
    columns = {"date": "when", "actor": "who", "recipient": "whom", "event": "what"}
    Path("raids.toml").write_text(as_toml(TableMapping(columns)), encoding="utf-8")
    done = command("import", "csv", "raids.csv", "--mapping", "raids.toml")
    assert done.code == 0, done.err
    with connect(embedded, Role.READER) as database:
        (row,) = database.read_text("MATCH (c:Claim) RETURN c.extractor").rows
    assert tuple(row) == ("data+csv:raids",)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("iceews", "a.tab"), "There is no data set 'iceews'. Name one of icews"),
        (("icews",), "Name the files of Integrated Crisis"),
        (("csv", "a.csv"), "--mapping FILE"),
        (("icews", "a.tab", "--mapping", "a.toml"), "--mapping is for tables of your own"),
    ],
)
def test_wrong_use_says_what_to_do(command: Run, words: tuple[str, ...], said: str) -> None:
    done = command("import", *words)
    assert done.code == 2
    assert said in done.err


def test_a_missing_file_is_named(command: Run) -> None:
    done = command("import", "icews", "nowhere.tab")
    assert done.code == 1
    assert "nowhere.tab" in done.err


def test_a_graph_that_becomes_too_large_for_the_embedded_engine_is_said(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cypher.engine.size.MOST_EVENTS", 1)
    path = icews(tmp_path, talks(), talks(event_id="700002", event_date="2018-03-06"))
    done = command("import", "icews", path)
    assert done.code == 0
    assert done.err.count("KONSTELASI_URI") == 1


def test_an_offline_import_makes_a_graph_that_goes_on_online(
    command: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new"
    monkeypatch.setenv("KONSTELASI_HOME", str(new))
    path = icews(tmp_path, talks(), ["a", "b"], talks(event_id="700002", event_date="2018-03-06"))
    try:
        done = command("import", "icews", path, "--offline", "--json")
        assert done.code == 1
        assert (done.answer()["new"], done.answer()["rejected"]) == (2, 1)
        assert claims(Settings(new)) == 2
        again = command("import", "icews", path, "--offline")
        assert again.code == 2
        assert "The graph is not empty" in again.err
        assert command("import", "icews", path, "--json").answer()["known"] == 2
    finally:
        stop(new)


def test_files_for_neo4j_are_written_with_the_command_line_that_imports_them(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_HOME", str(tmp_path / "none"))
    path = icews(tmp_path, talks(), ["a", "b"])
    done = command("import", "icews", path, "--neo4j-files", "out")
    assert done.code == 1
    assert "neo4j-admin database import full neo4j --nodes=Document=Document.csv" in done.err
    assert "cypher-shell -f finish.cypher" in done.err
    assert len(Path("out/Claim.csv").read_text(encoding="utf-8").splitlines()) == 2
    assert not (tmp_path / "none").exists()
    again = command("import", "icews", path, "--neo4j-files", "out")
    assert (again.code, "is not empty" in again.err) == (2, True)


def test_an_offline_import_is_for_the_empty_embedded_engine(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = icews(tmp_path, talks())
    refused = command("import", "icews", path, "--offline", "--withdrawn", path)
    assert (refused.code, "leave out --withdrawn" in refused.err) == (2, True)
    monkeypatch.setenv("KONSTELASI_URI", "bolt://localhost:1")
    refused = command("import", "icews", path, "--offline")
    assert (refused.code, "--neo4j-files" in refused.err) == (2, True)
