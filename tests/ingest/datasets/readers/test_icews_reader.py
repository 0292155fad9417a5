from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from cypher.errors import InputError
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, CodedReport, Rejected
from ingest.datasets.readers.icews import COLUMNS, read_icews
from ingest.datasets.readers.twins import WINDOW
from tests.ingest.datasets.made_files import DAMAGE, events, rejected, tab_file
from tests.ingest.datasets.readers.icews_rows import HEADER, TALKS, row


def icews(folder: Path, *rows: Sequence[str] | bytes, header: Sequence[str] = HEADER) -> Path:
    return tab_file(folder, "events.2018.20180401120000.tab", [header, *rows])


def swapped(**changed: str) -> list[str]:
    sides = {
        f"{here} {what}": TALKS[f"{there} {what}"]
        for here, there in (("source", "target"), ("target", "source"))
        for what in ("name", "sectors", "country")
    }
    told = {**TALKS, **sides} | {name.replace("_", " "): value for name, value in changed.items()}
    return [told[name] for name in COLUMNS]


def test_reads_a_row(tmp_path: Path) -> None:
    [event] = events(read_icews, icews(tmp_path, row()))
    assert event == CodedEvent(
        key="700001-2018-03-05",
        code="040",
        label="Consult",
        event_type="CONSULT",
        date="2018-03-05",
        actors=(
            CodedParty(
                "Foreign Affairs (Vietnam)",
                country="VNM",
                sectors=("Executive", "Foreign Ministry", "Government"),
            ),
        ),
        recipients=(CodedParty("Jane Harbour", country="NAM"),),
        intensity=1.0,
        place=CodedPlace("Hue, Thua Thien-Hue, Vietnam", "VNM", 16.4637, 107.591),
        reports=(
            CodedReport(
                key="900-3",
                document="900",
                title="Story ID 900",
                publisher="The Invented Post",
                published_on="2018-03-05",
                sentence=3,
            ),
        ),
    )


def test_an_event_id_that_comes_back_on_another_day_is_another_event(tmp_path: Path) -> None:
    found = events(read_icews, icews(tmp_path, row(), row(event_date="2018-03-09", story_id="901")))
    assert [event.key for event in found] == ["700001-2018-03-05", "700001-2018-03-09"]


@pytest.mark.parametrize("written_date", ["2018-12-01", "12/1/2018", "12/01/2018", "20181201"])
def test_reads_the_dates_of_every_year_with_the_month_first(tmp_path: Path, written_date: str) -> None:
    [event] = events(read_icews, icews(tmp_path, row(event_date=written_date)))
    assert (event.date, event.key) == ("2018-12-01", "700001-2018-12-01")


@pytest.mark.parametrize("missing", ["NA", "NULL", ""])
def test_what_is_missing_is_no_text_although_na_is_namibia(tmp_path: Path, missing: str) -> None:
    unsaid = dict.fromkeys(("city", "province", "country", "latitude", "longitude", "publisher"), missing)
    [event] = events(read_icews, icews(tmp_path, row(**unsaid, source_country=missing, intensity=missing)))
    assert (event.place, event.intensity, event.reports[0].publisher) == (None, None, None)
    assert [party.country for party in (*event.actors, *event.recipients)] == ["", "NAM"]


def test_the_country_of_the_place_is_not_that_of_the_actors(tmp_path: Path) -> None:
    [event] = events(read_icews, icews(tmp_path, row(country="Japan", city="Kobe", province="Hyogo")))
    assert event.place is not None
    assert (event.place.country, event.actors[0].country) == ("JPN", "VNM")


def test_sectors_hold_commas_and_slashes(tmp_path: Path) -> None:
    sectors = "Navy Mechanized (Ships, Tanks, Planes),Arab, Levant,General Population / Civilian / Social"
    [event] = events(read_icews, icews(tmp_path, row(source_sectors=sectors)))
    assert event.actors[0].sectors == (
        "Navy Mechanized (Ships, Tanks, Planes)",
        "Arab, Levant",
        "General Population / Civilian / Social",
    )


def test_bare_quotation_marks_are_text_and_quoted_cells_are_unpacked(tmp_path: Path) -> None:
    bare = row(source_name='Simon "the Fox" Reef')
    quoted = [
        f'"{cell}"' if cell.isascii() and not cell[:1].isdigit() else cell for cell in row(event_id="5")
    ]
    found = events(read_icews, icews(tmp_path, bare, quoted))
    names = [event.actors[0].name for event in found]
    assert names == ['Simon "the Fox" Reef', "Foreign Affairs (Vietnam)"]
    assert found[1].reports[0].publisher == "The Invented Post"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("010", "Make statement", ("010", "STATEMENT", None)),
        ("0211", "Appeal for economic cooperation", ("0211", "APPEAL", None)),
        ("1951", "Employ precision-guided aerial munitions", ("1951", "ASSAULT", "aerial")),
        ("1952", "Employ remotely piloted aerial munitions", ("1952", "ASSAULT", "drone")),
        ("18x", "Use unconventional violence", ("18x", "ASSAULT", None)),
        ("NA", "Praise or endorse", ("051", "SUPPORT", None)),
        ("fight with small arms and light weapons", "NA", ("193", "ASSAULT", "firearms")),
    ],
)
def test_codes_keep_their_zeros_and_words_become_codes(
    tmp_path: Path, code: str, text: str, expected: tuple[str, str, str | None]
) -> None:
    [event] = events(read_icews, icews(tmp_path, row(cameo_code=code, event_text=text)))
    assert (event.code, event.event_type, event.mode) == expected


def test_older_files_have_no_column_for_the_code(tmp_path: Path) -> None:
    header, cells = (
        [each for name, each in zip(COLUMNS, whole, strict=True) if name != "cameo code"]
        for whole in (HEADER, row(event_text="Provide aid"))
    )
    [event] = events(read_icews, icews(tmp_path, cells, header=header))
    assert (event.code, event.event_type) == ("070", "AID")


def test_reads_columns_in_another_order_and_spelling(tmp_path: Path) -> None:
    header, cells = (list(reversed(whole)) for whole in ([name.replace(" ", "_") for name in COLUMNS], row()))
    assert events(read_icews, icews(tmp_path, cells, header=header)) == events(
        read_icews, icews(tmp_path, row())
    )


def test_reads_a_part_of_a_file_without_its_header(tmp_path: Path) -> None:
    path = tab_file(tmp_path, "part.tab", [row(), row(event_id="2")])
    assert [event.key for event in events(read_icews, path)] == ["700001-2018-03-05", "2-2018-03-05"]


def test_the_same_talks_told_from_both_sides_are_one_event_without_a_direction(tmp_path: Path) -> None:
    other = row(event_id="700003", sentence_number="4")
    [event, more] = events(read_icews, icews(tmp_path, swapped(event_id="700002"), other, row()))
    assert event.key == "700001-2018-03-05"
    assert not event.directed
    assert {party.name for party in event.actors} == {"Jane Harbour", "Foreign Affairs (Vietnam)"}
    assert event.recipients == ()
    assert len(event.reports) == 1
    assert more.directed


def test_two_who_accuse_each_other_both_accuse(tmp_path: Path) -> None:
    accuse = {"cameo_code": "112", "event_text": "Accuse"}
    [event] = events(read_icews, icews(tmp_path, row(**accuse), swapped(**accuse, event_id="700002")))
    assert event.directed
    assert event.actors == event.recipients
    assert len(event.actors) == 2


def test_a_visit_and_its_hosting_are_the_visit(tmp_path: Path) -> None:
    host = row(cameo_code="043", event_text="Host a visit")
    visit = swapped(cameo_code="042", event_text="Make a visit", event_id="700002")
    [event] = events(read_icews, icews(tmp_path, host, visit))
    assert (event.code, event.mode, event.actors[0].name) == ("042", "visit", "Jane Harbour")
    assert event.key == "700001-2018-03-05"


@pytest.mark.parametrize(
    "changed",
    [{"story_id": "901"}, {"sentence_number": "4"}, {"event_date": "2018-03-06"}, {"cameo_code": "041"}],
)
def test_another_story_sentence_day_or_act_is_no_twin(tmp_path: Path, changed: dict[str, str]) -> None:
    found = events(read_icews, icews(tmp_path, row(), swapped(event_id="700002", **changed)))
    assert [event.directed for event in found] == [True, True]


def test_rows_that_name_no_story_are_twins_only_if_they_are_done_together(tmp_path: Path) -> None:
    def told(**changed: str) -> list[bool]:
        rows = row(story_id="NA", **changed), swapped(story_id="NA", event_id="700002", **changed)
        return [event.directed for event in events(read_icews, icews(tmp_path, *rows))]

    assert told() == [False]
    assert told(cameo_code="112") == [True, True]


def test_twins_are_joined_within_a_window_and_all_events_are_given(tmp_path: Path) -> None:
    between = [row(event_id=str(each), story_id=f"0{each}") for each in range(WINDOW + 1)]
    found = events(read_icews, icews(tmp_path, row(), *between, swapped(event_id="700002")))
    assert len(found) == WINDOW + 3


def test_both_files_of_an_archive_are_read_by_their_own_header(tmp_path: Path) -> None:
    short = ["source", "relation", "target", "date", "cameo", "plover"]
    cells = ["Japan", "Make optimistic comment", "Police (Peru)", "2014-02-03", "013", ""]
    found = events(read_icews, icews(tmp_path, row()), tab_file(tmp_path, "short.tsv", [short, cells]))
    assert [event.event_type for event in found] == ["CONSULT", "STATEMENT"]


SHORT = ["source", "relation", "target", "date", "cameo", "plover"]


def short(source: str, code: str, target: str, day: str = "2014-02-03") -> list[str]:
    return [source, "", target, day, code, ""]


def test_reads_a_short_table_and_joins_what_is_done_together(tmp_path: Path) -> None:
    rows = [
        *(short("Japan", "040", "Peru"), short("Peru", "040", "Japan")),
        *(short("Japan", "010", "Peru"), short("Peru", "010", "Japan")),
        *(short("Japan", "043", "Peru"), short("Peru", "042", "Japan")),
        *(short("Japan", "057", "Peru"), short("Peru", "057", "Japan")),
        *(short("Japan", "190", "Peru"), short("Peru", "190", "Japan")),
    ]
    path = tab_file(tmp_path, "short.tsv", [SHORT, *rows])
    found = sorted(events(read_icews, path), key=lambda event: event.code)
    told = [(event.code, event.directed, len(event.actors)) for event in found]
    assert told == [
        *[("010", True, 1)] * 2,
        *(("040", False, 2), ("042", True, 1), ("057", True, 2)),
        *[("190", True, 1)] * 2,
    ]
    assert len({event.key for event in found}) == len(found)
    assert found == sorted(events(read_icews, path), key=lambda event: event.code)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"event_date": "2018-02-30"}, "has no date but “2018-02-30”"),
        ({"event_date": "25/12/2017"}, "has no date but “25/12/2017”"),
        ({"event_date": "NA"}, "has no date"),
        ({"intensity": "high"}, "has no number in “intensity”, but “high”"),
        ({"latitude": "116.4"}, "has a place that is not on Earth: 116.4, 107.591"),
        ({"source_name": "NULL"}, "names no source"),
        ({"cameo_code": "99"}, "has the unknown event code “99”"),
        ({"cameo_code": "40"}, "has the unknown event code “40”"),
        ({"cameo_code": "NA", "event_text": "Whistle"}, "has the unknown event “Whistle”"),
        ({"cameo_code": "NA", "event_text": "NA"}, "has no event code"),
    ],
)
def test_rejects_a_row_that_says_too_little(tmp_path: Path, changed: dict[str, str], reason: str) -> None:
    path = icews(tmp_path, row(**changed), row())
    assert rejected(read_icews, path) == [(2, reason)]
    assert len(list(read_icews([path]))) == 2


@pytest.mark.parametrize("damage", DAMAGE)
def test_rejects_a_damaged_line_and_reads_the_rest(tmp_path: Path, damage: str) -> None:
    line, reason = DAMAGE[damage]
    path = icews(tmp_path, row(), line, row(event_id="2"))
    [found] = [each for each in read_icews([path]) if isinstance(each, Rejected)]
    assert (found.line, found.file) == (3, str(path))
    assert found.reason.startswith(reason)
    assert sum(isinstance(each, CodedEvent) for each in read_icews([path])) == 2


def test_rejects_a_row_with_more_tabs_than_columns(tmp_path: Path) -> None:
    assert rejected(read_icews, icews(tmp_path, [*row(), "x"])) == [(2, "has 21 cells instead of 20")]


def test_a_file_of_something_else_is_an_error(tmp_path: Path) -> None:
    path = tab_file(tmp_path, "prices.tsv", [["date", "price"], ["2018-01-01", "3"]])
    with pytest.raises(InputError, match="no file of ICEWS"):
        list(read_icews([path]))
