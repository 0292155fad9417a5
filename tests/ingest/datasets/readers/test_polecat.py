from __future__ import annotations

from pathlib import Path

import pytest

from cypher.errors import InputError
from ingest.datasets.coded import CodedEvent, CodedParty
from ingest.datasets.readers.polecat import read_polecat
from tests.ingest.datasets.made_files import read, reasons, usable


def _of(side: str) -> list[str]:
    return [
        *(f"{side} Name", f"{side} Country", f"{side} COW", f"Primary {side} Sector", f"{side} Sectors"),
        *(f"{side} Title", f"{side} Name Raw", f"Wikipedia {side} ID"),
    ]


COLUMNS = [
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *_of("Actor"),
    *_of("Recipient"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date", "Story People"),
    *("Story Organizations", "Story Locations", "Language", "Version"),
]

TALKS = {
    "Event ID": "20230602-0815-1a2b3c4d5e6f_CONSULT_R",
    "Event Date": "2023-06-01",
    "Event Type": "CONSULT",
    "Event Mode": "visit",
    "Intensity": "4.0",
    "Quad Code": "VERBAL COOPERATION",
    "Contexts": "diplomatic;military",
    "Actor Name": "Qamar Envoy",
    "Actor Country": "SDN",
    "Actor COW": "625",
    "Primary Actor Sector": "GOV",
    "Actor Sectors": "GOV;MIL",
    "Actor Title": "None",
    "Actor Name Raw": "the envoy",
    "Wikipedia Actor ID": "None",
    "Recipient Name": "Ruritanian Council",
    "Recipient Country": "None",
    "Recipient COW": "None",
    "Primary Recipient Sector": "None",
    "Recipient Sectors": "None",
    "Recipient Title": "None",
    "Recipient Name Raw": "the council",
    "Wikipedia Recipient ID": "None",
    "Placename": "Qamar",
    "City": "Qamar",
    "District": "None",
    "Province": "North",
    "Country": "Sudan",
    "Latitude": "13.5",
    "Longitude": "25.25",
    "GeoNames ID": "123456",
    "Raw Placename": "Qamar",
    "Feature Type": "PPL",
    "Source": "Lantern Post",
    "Publication Date": "2023-06-02",
    "Story People": "None",
    "Story Organizations": "None",
    "Story Locations": "Qamar",
    "Language": "es",
    "Version": "1",
}


def row(**cells: str) -> dict[str, str]:
    """A row; underscores in the names of cells stand for spaces."""
    return TALKS | {name.replace("_", " "): text for name, text in cells.items()}


def text(*rows: dict[str, str], columns: list[str] = COLUMNS) -> str:
    lines = [columns, *([each.get(name, "") for name in columns] for each in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def first(folder: Path, **cells: str) -> CodedEvent:
    (event,) = usable(read_polecat, folder, text(row(**cells)))
    return event


def test_types_and_modes_are_those_of_plover(tmp_path: Path) -> None:
    event = first(tmp_path)
    assert (event.event_type, event.mode, event.directed) == ("CONSULT", "visit", True)
    assert (event.key, event.code, event.label) == (TALKS["Event ID"], "CONSULT", "CONSULT visit")
    assert (event.date, event.intensity) == ("2023-06-01", 4.0)
    assert event.actors == (CodedParty("Qamar Envoy", country="SDN", sectors=("GOV", "MIL")),)
    assert event.recipients == (CodedParty("Ruritanian Council"),)
    place = event.place
    assert place is not None
    assert (place.name, place.country, place.latitude, place.longitude) == ("Qamar", "SDN", 13.5, 25.25)


@pytest.mark.parametrize(
    ("kind", "mode", "read_as"),
    [
        ("ASSAULT", "heavy_weapons", "heavy-weapons"),
        ("ASSAULT", "Heavy weapons", "heavy-weapons"),
        ("CONSULT", "None", None),
        ("CONSULT", "riot", None),
        ("PROTEST", "riot", "riot"),
    ],
)
def test_modes(tmp_path: Path, kind: str, mode: str, read_as: str | None) -> None:
    assert first(tmp_path, Event_Type=kind, Event_Mode=mode).mode == read_as


def test_the_word_none_says_that_nothing_is_known(tmp_path: Path) -> None:
    event = first(
        tmp_path, Recipient_Name="None", Recipient_Name_Raw="None", Latitude="None", Intensity="None"
    )
    assert event.recipients == ()
    assert event.intensity is None
    assert event.place is not None
    assert event.place.latitude is None


def test_several_actors_have_their_countries_and_sectors(tmp_path: Path) -> None:
    event = first(
        tmp_path,
        Actor_Name="Qamar Envoy;Ruritanian Guard; None",
        Actor_Country="SDN;USA|GBR;None",
        Actor_Sectors="GOV|MIL;None;None",
        Actor_Name_Raw="the envoy;the guard;they",
    )
    assert event.actors == (
        CodedParty("Qamar Envoy", country="SDN", sectors=("GOV", "MIL")),
        CodedParty("Ruritanian Guard", country="USA"),
        CodedParty("they"),
    )


def test_lists_of_other_lengths_are_left_out(tmp_path: Path) -> None:
    event = first(
        tmp_path, Actor_Name="One Guard;Other Guard", Actor_Country="KEN", Actor_Sectors="GOV;MIL;LEG"
    )
    assert event.actors == (CodedParty("One Guard", country="KEN"), CodedParty("Other Guard", country="KEN"))


def test_the_title_of_the_article_in_wikipedia_names_whom_we_know(tmp_path: Path) -> None:
    known = first(tmp_path, Actor_Name="the alliance", Wikipedia_Actor_ID="NATO").actors
    assert [each.name for each in known] == ["NATO"]
    assert first(tmp_path, Wikipedia_Actor_ID="Hamas_(organization)").actors[0].name == "Hamas"
    assert first(tmp_path, Wikipedia_Actor_ID="Qamar Lighthouse").actors[0].name == "Qamar Envoy"
    unnamed = first(tmp_path, Actor_Name="None", Wikipedia_Actor_ID="Qamar Lighthouse").actors
    assert [each.name for each in unnamed] == ["Qamar Lighthouse"]


def test_the_events_of_a_story_share_its_document(tmp_path: Path) -> None:
    other = row(Event_ID="20230602-0815-1a2b3c4d5e6f_SUPPORT", Event_Type="SUPPORT", Event_Mode="None")
    events, _ = read(read_polecat, tmp_path, text(row(), other))
    (one, *_), (two, *_) = (event.reports for event in events)
    assert one.document == two.document == "20230602-0815-1a2b3c4d5e6f"
    assert (one.publisher, one.published_on, one.language) == ("Lantern Post", "2023-06-02", "es")
    assert events[0].key != events[1].key


@pytest.mark.parametrize(
    ("given", "code"), [("Spanish", "es"), ("PT", "pt"), ("None", "en"), ("Qamari", "en")]
)
def test_languages(tmp_path: Path, given: str, code: str) -> None:
    assert first(tmp_path, Language=given).reports[0].language == code


def test_a_header_may_name_columns_that_the_rows_lack(tmp_path: Path) -> None:
    header = [*COLUMNS[:3], "Headline", *COLUMNS[3:]]
    body = text(row()).partition("\n")[2]
    events = usable(read_polecat, tmp_path, "\t".join(header) + "\n" + body)
    assert events == [first(tmp_path)]


def test_more_columns_are_read_if_the_rows_have_them(tmp_path: Path) -> None:
    columns = [*COLUMNS[:3], "Headline", "Event Text", "Feed", "Story ID", *COLUMNS[3:]]
    full = row(Headline="Envoy comes", Event_Text="The envoy came.", Feed="x", Story_ID="7")
    events = usable(read_polecat, tmp_path, text(full, columns=columns))
    (report,) = events[0].reports
    assert (report.title, report.text) == ("Envoy comes", "The envoy came.")
    assert events[0].actors == first(tmp_path).actors


@pytest.mark.parametrize("tabs", ["\t", "\t\t\t"])
def test_empty_cells_at_the_end_do_not_count(tmp_path: Path, tabs: str) -> None:
    lines = text(row()).splitlines()
    assert usable(read_polecat, tmp_path, "".join(f"{line}{tabs}\n" for line in lines)) == [first(tmp_path)]


@pytest.mark.parametrize("place", [3, 12, 40])
def test_a_named_column_without_cells_is_told_from_empty_cells_at_the_end(tmp_path: Path, place: int) -> None:
    header = [*COLUMNS[:place], "Headline", *COLUMNS[place:]]
    body = text(row()).partition("\n")[2].replace("\n", "\t\n")
    assert usable(read_polecat, tmp_path, "\t".join(header) + "\n" + body) == [first(tmp_path)]


def test_columns_in_any_order_and_without_the_intensity(tmp_path: Path) -> None:
    shuffled = sorted(set(COLUMNS) - {"Intensity"}, key=lambda name: name[::-1])
    assert len(shuffled) == 39
    events = usable(read_polecat, tmp_path, text(row(), columns=shuffled))
    assert events[0].intensity is None
    assert events[0].actors == first(tmp_path).actors


def test_the_intensity_has_two_names(tmp_path: Path) -> None:
    columns = ["Event Intensity" if name == "Intensity" else name for name in COLUMNS]
    events, _ = read(read_polecat, tmp_path, text(row(Event_Intensity="-2.5"), columns=columns))
    assert events[0].intensity == -2.5


def test_each_line_may_have_another_encoding(tmp_path: Path) -> None:
    head, body = text(row(Actor_Name="José Muñoz")).splitlines(keepends=True)
    data = head.encode() + body.encode() + body.encode("cp1252")
    events = usable(read_polecat, tmp_path, data)
    assert [event.actors[0].name for event in events] == ["José Muñoz", "José Muñoz"]


def test_quotation_marks_are_text(tmp_path: Path) -> None:
    assert (
        first(tmp_path, Actor_Name='Qamar "Red" Envoy', Placename='"').actors[0].name == 'Qamar "Red" Envoy'
    )


def test_rows_that_cannot_be_used_say_why_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = [
        row(Event_ID=""),
        row(Event_Date="soon"),
        row(Event_Type="DANCE"),
        row(Event_Type="STATEMENT"),
        row(Actor_Name="None", Actor_Name_Raw="None"),
        row(Latitude="north"),
    ]
    events, rejected = read(read_polecat, tmp_path, text(*bad, row()))
    assert len(events) == 1
    assert reasons(rejected) == [
        (2, "has no id in “Event ID”"),
        (3, "has no date in “Event Date”, but “soon”"),
        (4, "is of no event type of PLOVER, but “DANCE”"),
        (5, "is of no event type of PLOVER, but “STATEMENT”"),
        (6, "names no actor"),
        (7, "has no number in “latitude”, but “north”"),
    ]


def test_malformed_lines_are_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    head, good = text(row()).encode().splitlines(keepends=True)
    lines = [
        head,
        good,
        good[:90] + b"\n",
        good.rstrip() + b"\textra\n",
        good.replace(b"\t", b"\t\t", 1),
        good.replace(b"Qamar", b"Qa\0mar"),
        good.replace(b"Qamar", "Qamar é".encode() + b" \xe9"),
        b"w" * 2_000_000 + b"\n",
        good,
    ]
    events, rejected = read(read_polecat, tmp_path, b"".join(lines))
    assert len(events) == 2
    assert [each.line for each in rejected] == [3, 4, 5, 6, 7, 8]
    assert rejected[0].reason.endswith("cells instead of 40")


def test_another_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no file of POLECAT: its first line has no column “event id”"):
        read(read_polecat, tmp_path, "name\tdate\na\tb\n")
