from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.datasets.csv_table import table_reader
from ingest.datasets.mapping_files import parsed
from tests.conftest import Run
from tests.ingest.datasets.tables import read

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
