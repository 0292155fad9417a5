"""``konstelasi import`` loads the files of a data set, and says what it could not use."""

from __future__ import annotations

import csv
import gzip
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from cypher.audit.entry import Outcome
from cypher.audit.reading import entries
from cypher.database import Role, Settings, connect
from cypher.engine.client import stop
from cypher.judging.opening import opened
from cypher.model.release import GRAPH_RELEASE
from cypher.sources import rejected
from cypher.sources.store import Store
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


def keys(settings: Settings) -> list[str]:
    """The keys of the events in the graph, the earliest event first."""
    found = "MATCH (claim:Claim) RETURN claim.source_event ORDER BY claim.date"
    with connect(settings, Role.READER) as database:
        return [row[0] for row in database.read_text(found).rows]


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


def test_what_was_rejected_is_kept_until_the_file_is_read_without_that(
    command: Run, home: Path, tmp_path: Path
) -> None:
    Store(home).path.unlink(missing_ok=True)
    path = icews(tmp_path, talks(), ["a", "b"])
    assert command("import", "icews", path).code == 1
    (kept,) = rejected.kept(Store(home))
    assert (kept.dataset, kept.number) == ("Integrated Crisis Early Warning System", 1)
    assert (kept.inputs, kept.file) == ((path,), str(tmp_path / "rejected-icews.csv"))
    assert kept.first[0].startswith(f"{path}, line 3: ")
    (*_, ended) = entries(home)
    assert (ended.outcome, ended.details) == (Outcome.DONE, {"did": "1", "left out": "1"})
    command("import", "icews", path, "--dry-run")
    command("import", "icews", path, "--neo4j-files", str(tmp_path / "files"))
    assert rejected.kept(Store(home)) == [kept]
    icews(tmp_path, talks())
    assert command("import", "icews", path).code == 0
    assert rejected.kept(Store(home)) == []


def test_files_of_a_reader_are_kept_by_their_names(command: Run, home: Path, tmp_path: Path) -> None:
    Store(home).path.unlink(missing_ok=True)
    nobody = talks(event_id="700003", source_name="Unspecified", source_country="NA", source_sectors="NA")
    path = icews(tmp_path, ["a", "b"], nobody)
    command("import", "icews", path, "--uploaded", "--rejects", str(tmp_path / ".rejected.csv"))
    (kept,) = rejected.kept(Store(home))
    assert (kept.inputs, kept.file, kept.uploaded) == (("events.2018.tab.gz",), "", True)
    assert kept.first[0].startswith("events.2018.tab.gz, line 2: ")
    (*_, ended) = entries(home)
    assert (ended.outcome, ended.details) == (Outcome.FAILED, {"did": "0", "left out": "2"})


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
    Path("gone.txt").write_text(f"{keys(embedded)[0]}\nnever there\n", encoding="utf-8")
    done = command("import", "icews", "--withdrawn", "gone.txt")
    assert done.code == 0
    assert "1 claims of withdrawn events removed" in done.err
    assert claims(embedded) == 1


def test_events_in_the_list_stay_out_though_the_files_still_have_them(
    command: Run, embedded: Settings, tmp_path: Path
) -> None:
    path = icews(tmp_path, talks(), talks(event_id="700002", event_date="2018-03-06"))
    command("import", "icews", path)
    Path("gone.txt").write_text(f"{keys(embedded)[0]}\n", encoding="utf-8")
    for _ in range(2):
        done = command("import", "icews", path, "--withdrawn", "gone.txt")
        assert done.code == 0
        assert "1 claims of withdrawn events removed" in done.err
        assert claims(embedded) == 1


def test_documents_of_data_sets_are_not_said_to_need_reading_again(
    command: Run, embedded: Settings, tmp_path: Path
) -> None:
    command("import", "icews", icews(tmp_path, talks()))
    with connect(embedded, Role.ANALYST) as database:
        database.write("check/leave_release", release=GRAPH_RELEASE - 1, version="0.0")
    told: list[str] = []
    with opened(embedded, Role.ANALYST, told.append):
        assert told
    assert not [line for line in told if "reread" in line]


def test_a_table_of_ones_own_is_read_by_a_mapping(command: Run, embedded: Settings, tmp_path: Path) -> None:
    Path("raids.csv").write_text("when,who,whom,what\n2024-05-01,Iran,Qatar,AID\n", encoding="utf-8")
    columns = {"date": "when", "actor": "who", "recipient": "whom", "event": "what"}
    Path("raids.toml").write_text(as_toml(TableMapping(columns)), encoding="utf-8")
    done = command("import", "csv", "raids.csv", "--mapping", "raids.toml")
    assert done.code == 0, done.err
    with connect(embedded, Role.READER) as database:
        (row,) = database.read_text("MATCH (c:Claim) RETURN c.extractor").rows
    assert tuple(row) == ("data+csv:raids",)


def test_a_list_of_rejected_rows_is_replaced_and_nothing_else_is(command: Run, tmp_path: Path) -> None:
    path = icews(tmp_path, talks(), ["a", "b"])
    for _ in range(2):
        assert command("import", "icews", path, "--rejects", "bad.csv").code == 1
        assert len(Path("bad.csv").read_text(encoding="utf-8").splitlines()) == 2
    Path("mine.csv").write_text("my,table\n", encoding="utf-8")
    done = command("import", "icews", path, "--rejects", "mine.csv")
    assert (done.code, "mine.csv exists and is no list of rejected rows" in done.err) == (2, True)
    assert Path("mine.csv").read_text(encoding="utf-8") == "my,table\n"


@pytest.mark.parametrize("place", ["missing/bad.csv", ".", "file/bad.csv", "x" * 300])
def test_a_place_where_no_list_can_be_written_is_refused_before_anything_is_loaded(
    command: Run, embedded: Settings, tmp_path: Path, place: str
) -> None:
    Path("file").touch()
    before = claims(embedded)
    done = command("import", "icews", icews(tmp_path, talks(), ["a", "b"]), "--rejects", place)
    assert done.code == 2
    assert "Rejected rows cannot be written to" in done.err
    assert "with --rejects" in done.err
    assert claims(embedded) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_full_disk_is_said_and_the_import_can_be_completed(command: Run, tmp_path: Path) -> None:
    path = icews(tmp_path, talks(), *[["a", "b"]] * 300)
    done = command("import", "icews", path, "--rejects", "/dev/full")
    assert done.code == 1
    assert "Rejected rows could not be written to /dev/full (No space left on device)" in done.err
    assert "Traceback" not in done.err
    again = command("import", "icews", path, "--json").answer()
    assert (again["read"], again["rejected"]) == (1, 300)


def test_a_list_of_events_that_the_graph_does_not_have_is_said(command: Run) -> None:
    Path("gone.txt").write_text("never there\n", encoding="utf-8")
    done = command("import", "acled", "--withdrawn", "gone.txt")
    assert done.code == 0
    assert "0 claims of withdrawn events removed; the graph has none of the events in the list" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("acled", "a.csv", "--withdrawn", "b.csv", "--dry-run"), "leave out --withdrawn"),
        (("acled", "--dry-run"), "Name the files of Armed Conflict"),
        (("acled", "--withdrawn", "b.csv", "--offline"), "Name the files of Armed Conflict"),
        (("iceews", "a.tab"), "There is no data set 'iceews'. Name one of icews"),
        (("icews",), "Name the files of Integrated Crisis"),
        (("csv", "a.csv"), "--mapping FILE what the columns of the table are. konstelasi mapping a.csv"),
        (("icews", "a.tab", "--mapping", "a.toml"), "--mapping is for tables of your own"),
    ],
)
def test_wrong_use_says_what_to_do(command: Run, words: tuple[str, ...], said: str) -> None:
    done = command("import", *words)
    assert done.code == 2
    assert said in done.err


def test_a_file_of_another_data_set_is_not_loaded_and_the_one_that_fits_is_named(
    command: Run, tmp_path: Path
) -> None:
    path = icews(tmp_path, talks())
    for more in ((), ("--dry-run",)):
        done = command("import", "gdelt", path, *more)
        assert done.code == 1
        assert f"{path} is no file of GDELT" in done.err
        assert "It looks like Integrated Crisis Early Warning System: konstelasi import icews." in done.err


def test_nothing_is_loaded_if_a_later_file_is_of_another_data_set(
    command: Run, embedded: Settings, tmp_path: Path
) -> None:
    before, first = claims(embedded), icews(tmp_path, talks())
    other = tmp_path / "other.csv"
    other.write_text("when,who\n2024-05-01,Iran\n", encoding="utf-8")
    with zipfile.ZipFile("two.zip", "w") as archive:
        archive.writestr("1.tab", gzip.decompress(Path(first).read_bytes()))
        archive.write(other, "2.csv")
    for paths in ((first, str(other)), ("two.zip",)):
        done = command("import", "icews", *paths)
        assert done.code == 1
        assert "is no file of ICEWS" in done.err
        assert claims(embedded) == before


def test_nothing_is_loaded_if_the_list_of_deleted_events_is_none(
    command: Run, embedded: Settings, tmp_path: Path
) -> None:
    before = claims(embedded)
    Path("no list.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    done = command("import", "icews", icews(tmp_path, talks()), "--withdrawn", "no list.csv")
    assert (done.code, "is no list of deleted events" in done.err) == (1, True)
    assert claims(embedded) == before


def test_nothing_is_loaded_if_a_later_table_lacks_a_column_of_the_mapping(
    command: Run, embedded: Settings
) -> None:
    before = claims(embedded)
    Path("raids.csv").write_text("when,who,whom,what\n2024-05-01,Iran,Qatar,AID\n", encoding="utf-8")
    Path("later.csv").write_text("day,who,whom,what\n2024-05-02,Iran,Qatar,AID\n", encoding="utf-8")
    columns = {"date": "when", "actor": "who", "recipient": "whom", "event": "what"}
    Path("raids.toml").write_text(as_toml(TableMapping(columns)), encoding="utf-8")
    done = command("import", "csv", "raids.csv", "later.csv", "--mapping", "raids.toml")
    assert (done.code, "later.csv has no column" in done.err) == (1, True)
    assert claims(embedded) == before


def test_a_second_data_set_is_told_to_have_a_command_of_its_own(command: Run, tmp_path: Path) -> None:
    path = icews(tmp_path, talks())
    done = command("import", "icews", path, "gdelt", "b.zip")
    assert done.code == 2
    assert "One command imports one data set, here Integrated Crisis" in done.err
    assert "by a command of their own." in done.err
    done = command("import", "icews", path, "GDELT", "b.zip", "--offline")
    assert (
        "Import the files of GDELT by a command of their own, without --offline, when the graph" in done.err
    )


def test_names_of_data_sets_may_be_in_capitals(command: Run, tmp_path: Path) -> None:
    assert command("import", "ICEWS", icews(tmp_path, talks()), "--dry-run").code == 0


def test_a_file_in_place_of_a_name_is_told_with_its_data_set(command: Run, tmp_path: Path) -> None:
    path = icews(tmp_path, talks())
    for words in ((path,), ("csv", path)):
        done = command("import", *words)
        assert done.code == 2
        assert (
            f"it looks like Integrated Crisis Early Warning System: konstelasi import icews {path}"
            in done.err
        )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("https://acleddata.com/x.csv", "is an address. Download the file"),
        ("book.xlsx", "is a file of an office program. Save its table as CSV first."),
        ("*.tab", "does not exist"),
    ],
)
def test_what_is_no_file_of_a_table_is_said_to_be(command: Run, name: str, said: str) -> None:
    with zipfile.ZipFile("book.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    done = command("import", "acled", name, "--dry-run")
    assert (done.code, said in done.err) == (1, True)


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
        (more := tmp_path / "more").mkdir()
        later = icews(more, talks(event_id="700003", event_date="2018-03-07"))
        done = command("import", "icews", path, later, "--offline", "--json")
        assert done.code == 1
        assert (done.answer()["new"], done.answer()["rejected"]) == (3, 1)
        assert claims(Settings(new)) == 3
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
