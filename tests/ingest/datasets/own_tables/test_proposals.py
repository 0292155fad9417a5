from __future__ import annotations

from pathlib import Path

import pytest

from ingest.datasets.own_tables.csv_table import first_rows, table_reader
from ingest.datasets.own_tables.mapping import FIELDS, Codes
from ingest.datasets.own_tables.mapping_files import as_toml, parsed
from ingest.datasets.own_tables.own_words import guessed_meaning
from ingest.datasets.own_tables.proposals import proposed
from ingest.datasets.tables import rows
from tests.ingest.datasets.made_files import table_text, usable


def test_an_indonesian_table_is_understood_by_its_column_names(tmp_path: Path) -> None:
    text = (
        "No;Tanggal;Pelaku;Sasaran;Jenis Kejadian;Lokasi;Korban;Sumber;Tautan;Lintang;Bujur;Keterangan\n"
        "1;16.05.2024;Polisi;Mahasiswa | Buruh;penangkapan;Kamar;0;Pos;https://a.test/1;-1.2;36.8;Ditangkap.\n"
        "2;17.05.2024;Mahasiswa;Dewan;Unjuk rasa;Kamar;3;Pos;https://a.test/2;-1.2;36.8;Berunjuk rasa.\n"
        "3;18.05.2024;Garda | Milisi;Desa;serangan udara;Kamar;7;Pos;https://a.test/3;-1.2;36.8;Menyerang.\n"
    )
    path = tmp_path / "1.txt"
    path.write_text(text)
    found = first_rows(path)
    mapping = proposed(found.columns, found.rows)
    assert mapping.columns == {
        "key": "No",
        "date": "Tanggal",
        "actor": "Pelaku",
        "recipient": "Sasaran",
        "event": "Jenis Kejadian",
        "fatalities": "Korban",
        "place": "Lokasi",
        "latitude": "Lintang",
        "longitude": "Bujur",
        "url": "Tautan",
        "publisher": "Sumber",
        "text": "Keterangan",
    }
    assert (mapping.codes, mapping.dates, mapping.parties) == (Codes.OWN, "%d.%m.%Y", "|")
    assert mapping.words["penangkapan"] == "COERCE/arrest"
    assert mapping.words["Unjuk rasa"] == "PROTEST/demo"
    assert mapping.words["serangan udara"].startswith("ASSAULT")
    events = usable(table_reader(parsed(as_toml(mapping), "m.toml")), tmp_path, text)
    assert [event.event_type for event in events] == ["COERCE", "PROTEST", "ASSAULT"]
    assert [each.name for each in events[2].actors] == ["Garda", "Milisi"]


def test_an_english_table_is_understood_by_its_column_names() -> None:
    columns = [
        "Event ID",
        "event_date",
        "Source Name",
        "Target Name",
        "CAMEO Code",
        "Goldstein",
        "Headline",
        "Source",
    ]
    mapping = proposed(columns, [["7", "5/16/2024", "Iran", "Iraq", "040", "1.0", "Talks", "Lantern Post"]])
    assert mapping.columns == {
        "key": "Event ID",
        "date": "event_date",
        "actor": "Source Name",
        "recipient": "Target Name",
        "event": "CAMEO Code",
        "intensity": "Goldstein",
        "title": "Headline",
        "publisher": "Source",
    }
    assert (mapping.codes, mapping.words, mapping.dates) == (Codes.CAMEO, {}, "%m/%d/%Y")


def test_values_tell_what_names_do_not() -> None:
    rows = [["2024", "2024-05-16", "x", "CONSULT/visit", "https://a.test/1"]] * 3
    mapping = proposed(["a", "b", "c", "d", "e"], rows)
    assert mapping.columns == {"date": "b", "event": "d", "url": "e"}
    assert mapping.codes is Codes.PLOVER
    assert mapping.missing() == ("actor",)


def test_values_speak_against_names() -> None:
    numbers = [["2024-05-16", "Garda", "Milisi", "AID", "4", "somewhere"]] * 3
    mapping = proposed(["date", "actor", "korban", "event", "target", "latitude"], numbers)
    assert mapping.columns["recipient"] == "korban"
    assert "latitude" not in mapping.columns
    assert "fatalities" not in mapping.columns


def test_words_that_say_nothing_are_left_to_decide() -> None:
    rows = [["2024-05-16", "Garda", "hujan deras"], ["2024-05-16", "Garda", "bentrokan"]]
    mapping = proposed(["tanggal", "pelaku", "kejadian"], rows)
    assert list(mapping.undecided()) == ["hujan deras"]
    assert mapping.words["bentrokan"] == "ASSAULT/clash"


@pytest.mark.parametrize(
    ("dates", "form"),
    [
        (["2024-05-16", "2024-05-17"], None),
        (["16/05/2024", "03/04/2024"], None),
        (["05/16/2024", "03/04/2024"], "%m/%d/%Y"),
        (["16.5.2024", "x"], "%d.%m.%Y"),
        (["16/05/24"], "%d/%m/%y"),
        (["05/2024"], "%m/%Y"),
        (["soon"], None),
        ([], None),
    ],
)
def test_the_format_of_dates_is_the_one_that_reads_the_most(dates: list[str], form: str | None) -> None:
    assert proposed(["date", "actor"], [[date, "x"] for date in dates]).dates == form


@pytest.mark.parametrize("columns", [[], [""], ["", ""], ["date", "date"], ["x" * 5000]])
def test_odd_headers_and_no_rows_give_a_mapping_all_the_same(columns: list[str]) -> None:
    tables: list[list[list[str]]] = [[], [[]], [["a"]], [["", "", "", ""]]]
    for first in tables:
        assert set(proposed(columns, first).columns.values()) <= set(columns)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("unjuk rasa damai", "PROTEST"),
        ("Penangkapan", "COERCE"),
        ("Kunjungan kenegaraan", "CONSULT"),
        ("gencatan senjata", "RETREAT"),
        ("Riots", "PROTEST"),
        ("bombings", "ASSAULT"),
        ("Armed clash", "ASSAULT"),
        ("Sanctions", "SANCTION"),
        ("visited", "CONSULT"),
        ("Menyerang", "ASSAULT"),
        ("Engage in negotiation", "CONSULT"),
        ("hujan", None),
        ("", None),
    ],
)
def test_own_words_mean_types_of_plover(text: str, meaning: str | None) -> None:
    guess = guessed_meaning(text)
    assert (guess and guess.event_type) == meaning


def test_the_names_of_columns_are_for_fields_and_for_one_field_each() -> None:
    table = list(rows("column_names.csv"))
    assert {row["field"] for row in table} == FIELDS.keys()
    names = [name for row in table for name in row["names"].split(";")]
    twice = {name for name in names if names.count(name) > 1}
    assert twice == {"korban"}  # victims by name, or their number


def test_a_proposal_for_the_layout_of_another_data_set_reads_it(tmp_path: Path) -> None:
    columns = [
        "data_id",
        "event_date",
        "event_type",
        "sub_event_type",
        "actor1",
        "actor2",
        "country",
        "source",
        "notes",
    ]
    row = dict(
        zip(
            columns,
            ["7", "2024-05-16", "Battles", "Armed clash", "A", "B", "Sudan", "Post", "N"],
            strict=True,
        )
    )
    text = table_text(columns, [row, row | {"data_id": "8", "event_type": "Riots"}])
    path = tmp_path / "x.csv"
    path.write_text(text)
    found = first_rows(path)
    events = usable(table_reader(proposed(found.columns, found.rows)), tmp_path, text)
    assert [event.event_type for event in events] == ["ASSAULT", "PROTEST"]
