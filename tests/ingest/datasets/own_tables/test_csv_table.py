from __future__ import annotations

from pathlib import Path

import pytest

from cypher.errors import InputError
from cypher.model.graph import DatePrecision
from ingest.datasets.coded import CodedEvent, CodedParty
from ingest.datasets.own_tables.csv_table import first_rows, table_reader
from ingest.datasets.own_tables.mapping import Codes, TableMapping
from ingest.datasets.sources import data_sets, own_table
from tests.ingest.datasets.made_files import read, reasons, table_text, usable

COLUMNS = [
    "No",
    "Tanggal",
    "Pelaku",
    "Sasaran",
    "Kejadian",
    "Cara",
    "Lokasi",
    "Negara",
    "Lintang",
    "Bujur",
    "Tewas",
]
FIELDS = {
    "key": "No",
    "date": "Tanggal",
    "actor": "Pelaku",
    "recipient": "Sasaran",
    "event": "Kejadian",
    "mode": "Cara",
    "place": "Lokasi",
    "country": "Negara",
    "latitude": "Lintang",
    "longitude": "Bujur",
    "fatalities": "Tewas",
}
RAID = {
    "No": "17",
    "Tanggal": "2024-05-16",
    "Pelaku": "Garda Kamar",
    "Sasaran": "Dewan Ruritania; Polisi",
    "Kejadian": "ASSAULT",
    "Cara": "firearms",
    "Lokasi": "Kamar",
    "Negara": "Sudan",
    "Lintang": "13.5",
    "Bujur": "25.25",
    "Tewas": "2",
}
PLAIN = TableMapping(FIELDS)


def row(**cells: str) -> dict[str, str]:
    return RAID | cells


def first(folder: Path, mapping: TableMapping = PLAIN, **cells: str) -> CodedEvent:
    (event,) = usable(table_reader(mapping), folder, table_text(COLUMNS, [row(**cells)]))
    return event


def test_columns_become_fields_of_an_event(tmp_path: Path) -> None:
    event = first(tmp_path)
    assert (event.key, event.date, event.event_type, event.mode) == (
        "17",
        "2024-05-16",
        "ASSAULT",
        "firearms",
    )
    assert (event.code, event.label, event.fatalities, event.directed) == ("ASSAULT", "ASSAULT", 2, True)
    assert event.actors == (CodedParty("Garda Kamar"),)
    assert event.recipients == (CodedParty("Dewan Ruritania"), CodedParty("Polisi"))
    place = event.place
    assert place is not None
    assert (place.name, place.country, place.latitude, place.longitude) == ("Kamar", "SDN", 13.5, 25.25)
    (report,) = event.reports
    assert (report.document, report.url, report.language) == ("17", None, "en")


def test_column_names_in_other_letters_and_order_are_the_same(tmp_path: Path) -> None:
    mapping = TableMapping({field: name.upper() for field, name in FIELDS.items()})
    events, _ = read(table_reader(mapping), tmp_path, table_text(COLUMNS[::-1], [row()]))
    assert events == [first(tmp_path)]


def test_constants_fill_fields_without_column_and_empty_cells(tmp_path: Path) -> None:
    constants = {"publisher": "Pos Lentera", "language": "ID", "actor": "Tak dikenal", "confidence": "0.25"}
    mapping = TableMapping(FIELDS, constants)
    (report,) = first(tmp_path, mapping).reports
    assert (report.publisher, report.language, report.confidence) == ("Pos Lentera", "id", 0.25)
    assert first(tmp_path, mapping).actors == (CodedParty("Garda Kamar"),)
    assert first(tmp_path, mapping, Pelaku="").actors == (CodedParty("Tak dikenal"),)


def test_a_row_without_key_is_known_by_its_content(tmp_path: Path) -> None:
    mapping = TableMapping({field: name for field, name in FIELDS.items() if field != "key"})
    rows = [row(), row(Tewas="3"), row()]
    events, _ = read(table_reader(mapping), tmp_path, table_text(COLUMNS, rows))
    assert [event.key == events[0].key for event in events] == [True, False, True]


@pytest.mark.parametrize(
    ("form", "text", "date", "precision"),
    [
        (None, "2024-05-16", "2024-05-16", DatePrecision.DAY),
        (None, "16 Mei 2024", "2024-05-16", DatePrecision.DAY),
        (None, "16 May 2024", "2024-05-16", DatePrecision.DAY),
        (None, "3/4/2024", "2024-04-03", DatePrecision.DAY),
        (None, "2024-05", "2024-05-01", DatePrecision.MONTH),
        (None, "2024", "2024-01-01", DatePrecision.YEAR),
        ("%d.%m.%Y", "16.05.2024", "2024-05-16", DatePrecision.DAY),
        ("%m/%d/%Y", "3/4/2024", "2024-03-04", DatePrecision.DAY),
        ("%m/%Y", "5/2024", "2024-05-01", DatePrecision.MONTH),
        ("%y", "24", "2024-01-01", DatePrecision.YEAR),
    ],
)
def test_dates(tmp_path: Path, form: str | None, text: str, date: str, precision: DatePrecision) -> None:
    event = first(tmp_path, TableMapping(FIELDS, dates=form), Tanggal=text)
    assert (event.date, event.precision) == (date, precision)


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("ASSAULT", "ASSAULT", None),
        ("assault/aerial", "ASSAULT", "aerial"),
        ("Memprotes / Unjuk rasa", "PROTEST", "demo"),
        ("Consult", "CONSULT", None),
    ],
)
def test_types_of_plover_by_code_or_name(tmp_path: Path, text: str, kind: str, mode: str | None) -> None:
    event = first(tmp_path, Kejadian=text, Cara="")
    assert (event.event_type, event.mode) == (kind, mode)


def test_codes_of_cameo_keep_their_zeros(tmp_path: Path) -> None:
    event = first(tmp_path, TableMapping(FIELDS, codes=Codes.CAMEO), Kejadian="042", Cara="")
    assert (event.event_type, event.mode, event.code) == ("CONSULT", "visit", "042")
    assert event.label not in ("", "042")


def test_words_of_the_table_mean_what_the_mapping_says(tmp_path: Path) -> None:
    mapping = TableMapping(FIELDS, codes=Codes.OWN, words={"Serbuan": "ASSAULT/firearms", "cuaca": ""})
    event = first(tmp_path, mapping, Kejadian="serbuan", Cara="")
    assert (event.event_type, event.mode, event.code) == ("ASSAULT", "firearms", "serbuan")
    rows = [row(Kejadian="cuaca"), row(Kejadian="ASSAULT"), row(Kejadian="")]
    events, rejected = read(table_reader(mapping), tmp_path, table_text(COLUMNS, rows))
    assert events == []
    assert reasons(rejected) == [
        (2, "says that “cuaca” happened, which is given no event type by the mapping"),
        (3, "says that “ASSAULT” happened, which is given no event type by the mapping"),
        (4, "does not say what happened"),
    ]


def test_words_stand_beside_codes(tmp_path: Path) -> None:
    mapping = TableMapping(FIELDS, codes=Codes.CAMEO, words={"serbuan": "ASSAULT"})
    events, _ = read(
        table_reader(mapping), tmp_path, table_text(COLUMNS, [row(Kejadian="serbuan"), row(Kejadian="190")])
    )
    assert [event.event_type for event in events] == ["ASSAULT", "ASSAULT"]


def test_without_direction_all_are_actors(tmp_path: Path) -> None:
    event = first(tmp_path, TableMapping(FIELDS, directed=False))
    assert [each.name for each in event.actors] == ["Garda Kamar", "Dewan Ruritania", "Polisi"]
    assert (event.recipients, event.directed) == ((), False)


def test_parties_have_codes_countries_and_sectors(tmp_path: Path) -> None:
    columns = ["tgl", "a", "kode", "negara", "jenis", "apa"]
    mapping = TableMapping(
        {
            "date": "tgl",
            "actor": "a",
            "actor_code": "kode",
            "actor_country": "negara",
            "actor_sector": "jenis",
        }
        | {"event": "apa"}
    )
    one = {
        "tgl": "2024-05-16",
        "a": "Garda",
        "kode": "SDNMIL",
        "negara": "Sudan",
        "jenis": "Army;Navy",
        "apa": "AID",
    }
    two = one | {"a": "", "kode": "USAGOV;GBRGOV", "negara": "USA;GBR", "jenis": "Army"}
    three = one | {"a": "A;B", "kode": "", "negara": "KEN", "jenis": ""}
    events, _ = read(table_reader(mapping), tmp_path, table_text(columns, [one, two, three]))
    assert [event.actors for event in events] == [
        (CodedParty("Garda", "SDNMIL", "SDN", ("Army", "Navy")),),
        (CodedParty("", "USAGOV", "USA"), CodedParty("", "GBRGOV", "GBR")),
        (CodedParty("A", "", "KEN"), CodedParty("B", "", "KEN")),
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "cp1250", "gb18030"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    name = "Škoda 卫" if encoding == "gb18030" else "Škoda é"
    stated = None if encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16") else encoding
    text = table_text(COLUMNS, [row(Pelaku=name), row(Pelaku="B")]).encode(encoding)
    events = usable(table_reader(TableMapping(FIELDS, encoding=stated)), tmp_path, text)
    assert [event.actors[0].name for event in events] == [name, "B"]


def test_a_row_in_another_encoding_than_stated_is_rejected(tmp_path: Path) -> None:
    head, body = table_text(COLUMNS, [row()]).encode().splitlines(keepends=True)
    data = head + body.replace(b"Kamar", b"K\xff\xffmar") + body
    events, rejected = read(table_reader(TableMapping(FIELDS, encoding="utf-8")), tmp_path, data)
    assert len(events) == 1
    assert reasons(rejected) == [(2, "is not in the encoding utf-8")]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "^"])
def test_separators_are_found_or_stated(tmp_path: Path, separator: str) -> None:
    mapping = TableMapping(FIELDS, separator="^" if separator == "^" else None)
    events, _ = read(table_reader(mapping), tmp_path, table_text(COLUMNS, [row()], separator))
    assert len(events) == 1


def test_rows_that_cannot_be_used_say_why_and_the_rest_is_read(tmp_path: Path) -> None:
    mapping = TableMapping(FIELDS | {"confidence": "Cara"}, dates="%Y-%m-%d")
    bad = [
        row(Cara="", Tanggal="16.05.2024"),
        row(Cara="", Tanggal=""),
        row(Cara="", Pelaku=" ; "),
        row(Cara="", Kejadian="DANCE"),
        row(Cara="", Bujur="utara"),
        row(Cara="", Tewas="-1"),
        row(Cara="1.5"),
    ]
    events, rejected = read(table_reader(mapping), tmp_path, table_text(COLUMNS, [*bad, row(Cara="0.5")]))
    assert [event.reports[0].confidence for event in events] == [0.5]
    assert reasons(rejected) == [
        (2, "has no date as %Y-%m-%d, but “16.05.2024”"),
        (3, "has no date as %Y-%m-%d"),
        (4, "names no actor"),
        (5, "says that “DANCE” happened, which is no event type of PLOVER"),
        (6, "has no number in “longitude”, but “utara”"),
        (7, "has a number below zero in “fatalities”: -1"),
        (8, "has a confidence that is not between 0 and 1: 1.5"),
    ]


def test_malformed_lines_are_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    head, good = table_text(COLUMNS, [row()]).encode().splitlines(keepends=True)
    lines = [
        head,
        good,
        good[:20] + b"\n",
        good.rstrip() + b",more\n",
        good.replace(b"Garda", b"Ga\0da"),
        good.replace(b"Garda", "é".encode() + b"\xe9"),
        b'18,"open' + b"x" * 99 + b"\n",
        b"v" * 2_000_000 + b"\n",
        good,
    ]
    events, rejected = read(table_reader(PLAIN), tmp_path, b"".join(lines))
    assert len(events) == 2
    assert [each.line for each in rejected] == [3, 4, 5, 6, 7, 8]


def test_a_table_without_a_column_of_the_mapping_is_an_error(tmp_path: Path) -> None:
    mapping = TableMapping(FIELDS | {"date": "Tangal"})
    with pytest.raises(InputError) as raised:
        read(table_reader(mapping), tmp_path, table_text(COLUMNS, [row()]))
    said = str(raised.value)
    assert "has no column “Tangal”, which the mapping names for date; did you mean “Tanggal”?" in said
    assert "Its columns are “No”, “Tanggal”," in said


def test_a_table_is_a_data_set_that_nothing_is_known_of(tmp_path: Path) -> None:
    own = own_table("Raids of Kamar", PLAIN)
    assert (own.name, own.title, own.grade) == ("csv:Raids of Kamar", "Raids of Kamar", "F")
    assert own.name not in data_sets()
    events, _ = read(own.reader, tmp_path, table_text(COLUMNS, [row()]))
    assert events == [first(tmp_path)]


def test_the_first_rows_of_a_table_for_a_proposal(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(table_text(COLUMNS, [row(), row(No="18")], ";") + "too;short\n", encoding="utf-16")
    found = first_rows(path, 5)
    assert (list(found.columns), found.separator) == (COLUMNS, ";")
    assert [cells[0] for cells in found.rows] == ["17", "18"]
    assert len(first_rows(path, 1).rows) == 1
    path.write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="is empty"):
        first_rows(path)
