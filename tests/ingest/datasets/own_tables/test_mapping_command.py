from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.datasets.own_tables.csv_table import table_reader
from ingest.datasets.own_tables.mapping import FIELDS, NEEDED
from ingest.datasets.own_tables.mapping_files import parsed
from ingest.datasets.sources import data_sets
from tests.conftest import Run
from tests.ingest.datasets.made_files import read

TABLE = """tanggal;pelaku;sasaran;kejadian
2024-05-16;Garda Kamar;Polisi;bentrokan
2024-05-17;Mahasiswa;Dewan;unjuk rasa
2024-05-18;Garda Kamar;Desa;hujan deras
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder of its own: the command opens no graph."""
    return tmp_path / "home"


def table(folder: Path, text: str = TABLE, encoding: str = "utf-8") -> str:
    path = folder / "incidents.csv"
    path.write_text(text, encoding=encoding)
    return str(path)


def test_a_proposed_mapping_reads_the_table(command: Run, tmp_path: Path) -> None:
    ran = command("mapping", table(tmp_path))
    assert ran.code == 0
    assert "No event type is found for “hujan deras”." in ran.err
    events, rejected = read(table_reader(parsed(ran.out, "m.toml")), tmp_path, TABLE)
    assert [event.event_type for event in events] == ["ASSAULT", "PROTEST"]
    assert [each.line for each in rejected] == [4]


def test_what_a_mapping_lacks_is_said(command: Run, tmp_path: Path) -> None:
    ran = command("mapping", table(tmp_path, "a,b\n2024-05-16,x\n"))
    assert ran.code == 0
    assert "No column is found for the actor of events. Add it below [columns];" in ran.err
    assert '# actor = "…"' in ran.out


def test_a_proposal_as_json_has_the_first_rows(command: Run, tmp_path: Path) -> None:
    told = json.loads(command("mapping", table(tmp_path), "--json").out)
    assert told["columns"] == ["tanggal", "pelaku", "sasaran", "kejadian"]
    assert told["rows"][1] == ["2024-05-17", "Mahasiswa", "Dewan", "unjuk rasa"]
    assert (told["missing"], told["undecided"]) == ([], ["hujan deras"])
    assert parsed(told["mapping"], "m.toml").columns["actor"] == "pelaku"


def test_the_encoding_of_a_table_is_kept_in_its_mapping(command: Run, tmp_path: Path) -> None:
    text = TABLE.replace("Garda", "Škoda")
    ran = command("mapping", table(tmp_path, text, "cp1250"), "--encoding", "cp1250")
    assert parsed(ran.out, "m.toml").encoding == "cp1250"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("missing.csv",), "does not exist"),
        (("incidents.csv", "--encoding", "cp125O"), "--encoding: there is no encoding “cp125O”"),
    ],
)
def test_wrong_use_is_an_error(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], error: str
) -> None:
    table(tmp_path)
    monkeypatch.chdir(tmp_path)
    ran = command("mapping", *arguments)
    assert ran.code != 0
    assert error in ran.err


@pytest.fixture
def incidents(tmp_path: Path) -> Path:
    """A table with a word that only its last row has, and a row without a date."""
    path = tmp_path / "incidents.csv"
    first = "Tanggal;Pelaku;Sasaran;Jenis;Tewas\n16/05/2024;Indonesia;Malaysia;unjuk rasa;0\n"
    rows = [*["17/05/2024;USA;Iran;cuaca;"] * 300, "x;Iran;Irak;serangan udara;2"]
    path.write_text(first + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_page_is_told_all_about_a_table(command: Run, incidents: Path) -> None:
    told = json.loads(command("mapping", str(incidents), "--json").out)
    assert told["rows"][0] == ["16/05/2024", "Indonesia", "Malaysia", "unjuk rasa", "0"]
    assert told["words"] == {"cuaca": 300, "unjuk rasa": 1, "serangan udara": 1}
    assert (told["fields"], told["needed"], told["missing"]) == (dict(FIELDS), list(NEEDED), [])
    first, second, *_ = told["preview"]
    assert (first["actors"], first["recipients"], first["date"]) == (
        ["Indonesia"],
        ["Malaysia"],
        "2024-05-16",
    )
    assert (first["event_type"], first["mode"]) == ("PROTEST", "demo")
    assert (second["line"], "cuaca" in second["rejected"]) == (3, True)


@pytest.mark.parametrize(("encoding", "stated"), [("utf-16", ()), ("utf-16-le", ("--encoding", "utf-16-le"))])
def test_a_page_is_told_about_a_table_that_no_reader_of_a_data_set_can_read(
    command: Run, tmp_path: Path, encoding: str, stated: tuple[str, ...]
) -> None:
    ran = command("mapping", table(tmp_path, encoding=encoding), *stated, "--json")
    told = json.loads(ran.out)
    assert (told["columns"][0], told["data_set"]) == ("tanggal", "")


def test_a_draft_is_completed_and_may_be_incomplete(command: Run, incidents: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.json"
    given = {"columns": {"date": "Tanggal", "event": "Jenis"}, "codes": "own", "words": {"cuaca": "RETREAT"}}
    draft.write_text(json.dumps(given), encoding="utf-8")
    told = json.loads(command("mapping", str(incidents), "--mapping", str(draft), "--json").out)
    assert (told["missing"], told["preview"]) == (["actor"], [])
    assert told["draft"]["words"] == {
        "cuaca": "RETREAT",
        "unjuk rasa": "PROTEST/demo",
        "serangan udara": "ASSAULT",
    }
    draft.write_text(json.dumps(told["draft"] | {"constants": {"actor": "Iran"}}), encoding="utf-8")
    told = json.loads(command("mapping", str(incidents), "--mapping", str(draft), "--json").out)
    assert [row["actors"] for row in told["preview"][1:3]] == [["Iran"], ["Iran"]]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"columns": {"date": "Hari", "actor": "Pelaku", "event": "Jenis"}}, "has no column “Hari”"),
        ({"columns": {"when": "Tanggal"}}, "is no field of an event"),
        ({"dates": "DD.MM.YYYY"}, "is no format with a year"),
        ({"encoding": "latin-99"}, "there is no encoding"),
        ({"separator": ";;"}, "must be one character"),
    ],
)
def test_what_is_wrong_with_a_draft_is_said(
    command: Run, incidents: Path, tmp_path: Path, given: dict[str, object], said: str
) -> None:
    draft = tmp_path / "draft.json"
    draft.write_text(json.dumps(given), encoding="utf-8")
    done = command("mapping", str(incidents), "--mapping", str(draft), "--json")
    assert (done.code, done.out) == (1, "")
    assert said in done.err


def test_codes_of_ones_own_can_be_asked_for_before_there_are_words(
    command: Run, incidents: Path, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.json"
    columns = {"date": "Tanggal", "actor": "Pelaku", "event": "Jenis"}
    draft.write_text(json.dumps({"columns": columns, "codes": "own", "words": {}}), encoding="utf-8")
    told = json.loads(command("mapping", str(incidents), "--mapping", str(draft), "--json").out)
    assert told["draft"]["words"]["unjuk rasa"] == "PROTEST/demo"


def test_lists_the_data_sets(command: Run) -> None:
    told = json.loads(command("datasets", "--json").out)
    assert [each["name"] for each in told] == list(data_sets())
    assert all(each["grade"] in "ABCDEF" and each["licence"] and each["home"] for each in told)
    printed = command("datasets").out
    assert all(each["home"] in printed and each["title"] in printed for each in told)


def test_tells_of_which_data_set_a_file_is(command: Run, tmp_path: Path) -> None:
    graph, own = tmp_path / "a.gkg.csv", table(tmp_path)
    graph.write_text("DATE\tNUMARTS\tCOUNTS\n20130401\t2\t\n", encoding="utf-8")
    told = json.loads(command("datasets", own, str(graph), "--json").out)
    assert [(each["file"], each["name"]) for each in told] == [(own, None), (str(graph), "gdelt")]
    assert "gives no events" in told[1]["problem"]
    first, second = command("datasets", own, str(graph)).out.splitlines()
    assert first == f"{own}: none of the data sets. For a table of your own: konstelasi mapping {own}"
    assert second.startswith(f"{graph}: gdelt. ")
    missing = command("datasets", str(tmp_path / "none.csv"))
    assert (missing.code, "does not exist" in missing.err) == (1, True)
