from __future__ import annotations

from pathlib import Path

import pytest

from cypher.errors import InputError
from cypher.model.graph import DatePrecision
from cypher.model.ontology import event_types, is_mutual
from ingest.datasets.coded import CodedEvent, CodedParty
from ingest.datasets.readers.acled import read_acled, withdrawn
from ingest.datasets.readers.acled_names import party_of
from ingest.datasets.tables import rows
from tests.ingest.datasets.made_files import read, reasons, table_text, usable

COLUMNS = [
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type"),
    *("sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"),
    *("interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3"),
    *("location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes"),
    *("fatalities", "tags", "timestamp"),
]
POPULATION = [*COLUMNS, "population_1km", "population_2km", "population_5km", "population_best"]
OLD = ["data_id", "iso", "event_id_cnty", "event_id_no_cnty", *COLUMNS[1:15], *COLUMNS[16:], "iso3"]

CLASH = {
    "event_id_cnty": "RUR907",
    "event_date": "2025-05-16",
    "year": "2025",
    "time_precision": "1",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Syria (2024-)",
    "inter1": "State forces",
    "actor2": "HTS: Hayat Tahrir al Sham",
    "inter2": "Rebel group",
    "interaction": "State forces-Rebel group",
    "iso": "760",
    "region": "Middle East",
    "country": "Syria",
    "location": "Qamar",
    "latitude": "35.5",
    "longitude": "36.25",
    "source": "Lantern Post; Qamar Radio",
    "notes": "On 16 May 2025, soldiers and fighters clashed at Qamar.",
    "fatalities": "3",
    "timestamp": "1747699200",
}


def row(**cells: str) -> dict[str, str]:
    return CLASH | cells


def first(folder: Path, **cells: str) -> CodedEvent:
    (event,) = usable(read_acled, folder, table_text(COLUMNS, [row(**cells)]))
    return event


def names(parties: tuple[CodedParty, ...]) -> list[str]:
    return [each.name for each in parties]


def test_a_battle_is_done_by_both_sides_together(tmp_path: Path) -> None:
    event = first(tmp_path)
    assert (event.event_type, event.mode, event.directed) == ("ASSAULT", "clash", False)
    assert names(event.actors) == ["Military Forces of Syria", "Hayat Tahrir al Sham"]
    assert event.recipients == ()
    assert (event.key, event.code, event.label) == ("RUR907", "Battles", "Armed clash")
    assert (event.date, event.precision, event.fatalities) == ("2025-05-16", DatePrecision.DAY, 3)
    place = event.place
    assert place is not None
    assert (place.name, place.country, place.latitude, place.longitude) == ("Qamar", "SYR", 35.5, 36.25)


def test_associates_are_no_adversaries_of_their_own_side(tmp_path: Path) -> None:
    associates = {"assoc_actor_1": "Military Forces of Iran (1989-); Al Shabaab"}
    assert len(first(tmp_path, **associates).actors) == 2
    strike = first(tmp_path, sub_event_type="Air/drone strike", **associates)
    assert names(strike.actors) == ["Military Forces of Syria", "Military Forces of Iran", "Al Shabaab"]
    assert names(strike.recipients) == ["Hayat Tahrir al Sham"]
    assert strike.directed


def test_each_source_is_a_report_with_the_notes(tmp_path: Path) -> None:
    reports = first(tmp_path).reports
    assert [(each.key, each.publisher) for each in reports] == [
        ("Lantern Post", "Lantern Post"),
        ("Qamar Radio", "Qamar Radio"),
    ]
    assert {each.text for each in reports} == {"On 16 May 2025, soldiers and fighters clashed at Qamar."}
    assert len({each.document for each in reports}) == 2
    assert {each.published_on for each in reports} == {"2025-05-20"}


def test_a_row_without_source_or_timestamp_still_has_a_report(tmp_path: Path) -> None:
    (report,) = first(tmp_path, source="", timestamp="").reports
    assert (report.publisher, report.published_on) == ("ACLED", None)


@pytest.mark.parametrize("columns", [COLUMNS, POPULATION, OLD, list(reversed(COLUMNS))])
def test_columns_are_found_by_name_in_every_layout(tmp_path: Path, columns: list[str]) -> None:
    old = row(data_id="77", iso3="SYR", event_id_no_cnty="907", inter1="1", inter2="2", interaction="12")
    events = usable(read_acled, tmp_path, table_text(columns, [old if "iso3" in columns else row()]))
    assert events == [first(tmp_path)]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_byte_order_mark_and_delimiter(tmp_path: Path, mark: bytes, delimiter: str) -> None:
    events, _ = read(read_acled, tmp_path, mark + table_text(COLUMNS, [row()], delimiter).encode())
    assert [event.key for event in events] == ["RUR907"]


@pytest.mark.parametrize(
    "text", ["2025-05-16", "16 May 2025", "16-May-2025", "16/05/2025", "2025-05-16 00:00:00"]
)
def test_dates_of_the_interface_and_of_the_export_tool(tmp_path: Path, text: str) -> None:
    assert first(tmp_path, event_date=text).date == "2025-05-16"


def test_time_precision(tmp_path: Path) -> None:
    assert first(tmp_path, time_precision="2").precision is DatePrecision.WEEK
    month = first(tmp_path, time_precision="3")
    assert (month.date, month.precision) == ("2025-05-01", DatePrecision.MONTH)


def test_kinds_of_actors_as_words_and_as_numbers(tmp_path: Path) -> None:
    in_words = first(tmp_path)
    assert first(tmp_path, inter1="1", inter2="2", interaction="12") == in_words
    assert in_words.actors[0].sectors == ("Military Forces", "State forces")
    assert in_words.actors[1].sectors == ("Rebel group",)


def test_a_protest_has_no_second_actor(tmp_path: Path) -> None:
    event = first(
        tmp_path,
        event_type="Protests",
        sub_event_type="Peaceful protest",
        actor1="Protesters (India)",
        assoc_actor_1="Labor Group (India); Women (India)",
        inter1="Protesters",
        actor2="",
        inter2="",
    )
    assert (event.event_type, event.mode, event.recipients) == ("PROTEST", "demo", ())
    assert event.actors[0] == CodedParty("Protesters", country="IND", sectors=("Protesters",))
    assert names(event.actors[1:]) == ["Labor Group", "Women"]


def test_force_against_protesters_comes_from_the_second_actor(tmp_path: Path) -> None:
    cells = {
        "event_type": "Protests",
        "sub_event_type": "Excessive force against protesters",
        "actor1": "Protesters (Kenya)",
        "actor2": "Police Forces of Kenya (2022-)",
    }
    event = first(tmp_path, **cells)
    assert (event.event_type, event.mode) == ("ASSAULT", "crowd-control")
    assert (names(event.actors), names(event.recipients)) == (["Police Forces of Kenya"], ["Protesters"])
    alone = first(tmp_path, **cells | {"actor2": ""})
    assert (alone.event_type, names(alone.actors), alone.recipients) == ("PROTEST", ["Protesters"], ())


def test_territory_is_left_by_the_second_actor(tmp_path: Path) -> None:
    cells = {"event_type": "Strategic developments", "sub_event_type": "Non-violent transfer of territory"}
    event = first(tmp_path, **cells)
    assert (event.event_type, event.mode) == ("RETREAT", "withdraw")
    assert names(event.actors) == ["Hayat Tahrir al Sham"]
    alone = first(tmp_path, **cells, actor2="")
    assert (alone.event_type, alone.mode) == ("COERCE", "seize")


def test_an_agreement_has_no_direction(tmp_path: Path) -> None:
    event = first(tmp_path, event_type="Strategic developments", sub_event_type="Agreement")
    assert (event.event_type, event.directed, len(event.actors)) == ("AGREE", False, 2)


def test_old_types_without_sub_event_types_are_read(tmp_path: Path) -> None:
    old = first(tmp_path, event_type="Battle-No change of territory", sub_event_type="")
    assert (old.event_type, old.mode, old.label) == ("ASSAULT", "clash", "Battle-No change of territory")


@pytest.mark.parametrize("entry", list(rows("acled_types.csv")), ids=lambda entry: entry["acled"])
def test_every_type_of_the_table_is_one_of_the_ontology(entry: dict[str, str]) -> None:
    for kind, mode in ((entry["event_type"], entry["mode"]), (entry["alone_type"], entry["alone_mode"])):
        if kind:
            assert not mode or mode in event_types()[kind].modes
    assert entry["reason"]
    assert entry["by"] in ("first", "second", "both", "only")
    assert (entry["by"] == "both") <= is_mutual(entry["event_type"], entry["mode"] or None)
    assert bool(entry["alone_type"]) == (entry["by"] == "second")


@pytest.mark.parametrize(
    ("name", "party"),
    [
        (
            "Military Forces of Iran (1989-) Islamic Revolutionary Guard Corps",
            CodedParty("Islamic Revolutionary Guard Corps", "", "IRN", ("Military Forces",)),
        ),
        ("Government of Sudan (2019-)", CodedParty("Government of Sudan", "", "SDN", ("Government",))),
        (
            "Police Forces of the Democratic Republic of Congo (2019-)",
            CodedParty("Police Forces of Democratic Republic of Congo", "", "COD", ("Police Forces",)),
        ),
        (
            "Military Forces of Libya (2014-) - Coast Guard",
            CodedParty("Coast Guard", "", "LBY", ("Military Forces",)),
        ),
        ("Civilians (Ivory Coast)", CodedParty("Civilians", "", "CIV")),
        ("Unidentified Armed Group (Mali)", CodedParty("Unidentified Armed Group", "", "MLI")),
        ("JNIM: Group for Support of Islam and Muslims", CodedParty("JNIM")),
        ("RSF: Rapid Support Forces", CodedParty("Rapid Support Forces")),
        ("QLF: Qamar Lighthouse Front (Mali)", CodedParty("Qamar Lighthouse Front", "", "MLI")),
        ("Qamar Group (Northern Faction)", CodedParty("Qamar Group (Northern Faction)")),
        ("Men of the Hill", CodedParty("Men of the Hill")),
        (
            "Mutiny of Military Forces of Mali (2020-2021)",
            CodedParty("Mutiny of Military Forces of Mali", "", "MLI", ("Mutiny of Military Forces",)),
        ),
        (
            "QMM: Qamar Mission in the Democratic Republic of Congo (2010-)",
            CodedParty("Qamar Mission in the Democratic Republic of Congo"),
        ),
        ("Al Shabaab", CodedParty("Al Shabaab")),
    ],
)
def test_names_lose_regimes_years_and_countries(name: str, party: CodedParty) -> None:
    assert party_of(name) == party


@pytest.mark.parametrize("kind", ["2", "Rebel group", "Rebel groups", "REBEL GROUP"])
def test_the_kind_of_an_actor_is_one_whatever_its_words(kind: str) -> None:
    assert party_of("Qamar Front", kind).sectors == ("Rebel group",)


def test_a_monadic_export_gives_each_event_once(tmp_path: Path) -> None:
    twin = row(actor1=CLASH["actor2"], actor2=CLASH["actor1"])
    events, rejected = read(read_acled, tmp_path, table_text(COLUMNS, [row(), twin]))
    assert len(events) == 1
    assert reasons(rejected) == [(3, "repeats an event; export dyads, with both actors in one row")]


def test_rows_that_cannot_be_used_say_why_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = [
        row(event_id_cnty="A1", event_date="soon"),
        row(event_id_cnty="A2", event_date=""),
        row(event_id_cnty="", event_date="2025-05-16"),
        row(event_id_cnty="A3", sub_event_type="Other"),
        row(event_id_cnty="A4", actor1=""),
        row(event_id_cnty="A5", latitude="Qamar"),
        row(event_id_cnty="A6", latitude="135.5"),
        row(event_id_cnty="A7", fatalities="-3"),
        row(event_id_cnty="A8", fatalities="2.5"),
        row(event_id_cnty="A9", event_date="2025-02-30"),
    ]
    events, rejected = read(read_acled, tmp_path, table_text(COLUMNS, [*bad, row()]))
    assert [event.key for event in events] == ["RUR907"]
    assert reasons(rejected) == [
        (2, "has no date in “event_date”, but “soon”"),
        (3, "has no date in “event_date”"),
        (4, "has no id in “event_id_cnty”"),
        (5, "is of the type “Other”, which says too little about what happened"),
        (6, "names nobody in “actor1”"),
        (7, "has no number in “latitude”, but “Qamar”"),
        (8, "has a place that is not on Earth: 135.5, 36.25"),
        (9, "has a number below zero in “fatalities”: -3"),
        (10, "has no whole number in “fatalities”, but “2.5”"),
        (11, "has no date in “event_date”, but “2025-02-30”"),
    ]


def test_malformed_lines_are_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    head, good = table_text(COLUMNS, [row()]).encode().splitlines(keepends=True)
    another = good.replace(b"RUR907", b"RUR908")
    lines = [
        head,
        good,
        good[:40] + b"\n",
        good.rstrip() + b",,extra,cells\n",
        good.replace(b"Qamar", b"Qa\0mar"),
        good.replace(b"soldiers", b"soldiers of Tromsoe caf\xc3\xa9 caf\xe9"),
        b'RUR9,"never closed,' + b"x" * 50 + b"\n",
        b"y" * 3_000_000 + b"\n",
        another,
    ]
    events, rejected = read(read_acled, tmp_path, b"".join(lines))
    assert [event.key for event in events] == ["RUR907", "RUR908"]
    assert [each.line for each in rejected] == [3, 4, 5, 6, 7, 8]
    assert all(each.reason and each.file.endswith("1.txt") and len(each.text) <= 200 for each in rejected)


def test_another_file_is_an_error_that_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column “event_id_cnty”"):
        read(read_acled, tmp_path, "name,date\na,b\n")
    with pytest.raises(InputError, match="is empty"):
        read(read_acled, tmp_path, "")
    with pytest.raises(InputError, match="does not exist"):
        list(read_acled([tmp_path / "missing.csv"]))


def test_deleted_events_are_listed_by_their_keys(tmp_path: Path) -> None:
    paths = [tmp_path / "deleted.csv", tmp_path / "plain.txt"]
    paths[0].write_text("event_id_cnty,deleted_timestamp\nRUR907,1747699200\n,1\nRUR909,1747699201\n")
    paths[1].write_text("\ufeffRUR1\nRUR2\n", encoding="utf-8")
    assert list(withdrawn(paths)) == ["RUR907", "RUR909", "RUR1", "RUR2"]
    paths[0].write_text("name,deleted\na,b\n")
    with pytest.raises(InputError, match="no list of deleted events"):
        list(withdrawn(paths))
