from __future__ import annotations

from pathlib import Path

import pytest

from cypher.errors import InputError
from cypher.model.graph import DatePrecision
from ingest.datasets.coded import CodedEvent, CodedParty
from ingest.datasets.readers.ucdp import COLUMNS, read_ucdp
from tests.ingest.datasets.made_files import read, reasons, table_text, usable

BATTLE = {
    "id": "990011",
    "relid": "QAM-2024-1-77-12",
    "year": "2024",
    "active_year": "1",
    "code_status": "Clear",
    "type_of_violence": "1",
    "conflict_name": "Sudan: Government",
    "dyad_name": "Government of Sudan - Qamar Front",
    "side_a": "Government of Sudan",
    "side_b": "Qamar Front",
    "number_of_sources": "2",
    "source_article": '"Lantern Post,2024-03-06,Five killed, ten hurt; town taken";'
    '"Qamar Radio,2024-03-07,Clashes"',
    "source_office": "Lantern Post;Qamar Radio",
    "source_date": "2024-03-06;2024-03-07",
    "source_headline": "Five killed, ten hurt; town taken;Clashes",
    "where_prec": "1",
    "where_coordinates": "Qamar town",
    "latitude": "13.5",
    "longitude": "25.25",
    "country": "Sudan",
    "country_id": "625",
    "event_clarity": "1",
    "date_prec": "1",
    "date_start": "2024-03-05 00:00:00.000",
    "date_end": "2024-03-05 00:00:00.000",
    "deaths_civilians": "1",
    "best": "5",
    "high": "9",
    "low": "5",
    "gwnoa": "625",
}


def row(**cells: str) -> dict[str, str]:
    return BATTLE | cells


def every(folder: Path, **cells: str) -> list[CodedEvent]:
    return usable(read_ucdp, folder, table_text(COLUMNS, [row(**cells)]))


def first(folder: Path, **cells: str) -> CodedEvent:
    (event,) = every(folder, **cells)
    return event


def test_a_battle_is_done_by_both_sides_together(tmp_path: Path) -> None:
    event = first(tmp_path)
    assert (event.key, event.code, event.label) == ("QAM-2024-1-77-12", "1", "State-based violence")
    assert (event.event_type, event.mode, event.directed, event.recipients) == ("ASSAULT", "clash", False, ())
    assert event.actors == (
        CodedParty("Government of Sudan", country="SDN", sectors=("Government",)),
        CodedParty("Qamar Front", sectors=("Armed group",)),
    )
    assert (event.date, event.precision, event.fatalities) == ("2024-03-05", DatePrecision.DAY, 5)
    place = event.place
    assert place is not None
    assert (place.name, place.country, place.latitude, place.longitude) == ("Qamar town", "SDN", 13.5, 25.25)


def test_one_sided_violence_is_done_to_the_civilians_of_the_place(tmp_path: Path) -> None:
    event = first(tmp_path, type_of_violence="3", side_a="Qamar Front", side_b="Civilians", gwnoa="")
    assert (event.event_type, event.mode, event.directed) == ("ASSAULT", None, True)
    assert event.actors == (CodedParty("Qamar Front", sectors=("Armed group",)),)
    assert event.recipients == (CodedParty("Civilians", country="SDN", sectors=("Civilians",)),)


def test_allies_do_not_fight_each_other(tmp_path: Path) -> None:
    events = every(
        tmp_path, type_of_violence="2", side_a="Red Band, Blue Band ", side_b="Qamar Front", gwnoa=""
    )
    assert [[each.name for each in event.actors] for event in events] == [
        ["Red Band", "Qamar Front"],
        ["Blue Band", "Qamar Front"],
    ]
    assert [event.key for event in events] == ["QAM-2024-1-77-12", "QAM-2024-1-77-12/2"]
    assert [event.fatalities for event in events] == [5, None]


def test_a_coalition_of_governments_has_a_number_for_each(tmp_path: Path) -> None:
    side = "Government of United Kingdom, Government of United States of America"
    events = every(tmp_path, side_a=side, gwnoa="200, 2", side_b="Government of Iraq", gwnob="645.0")
    assert [[each.country for each in event.actors] for event in events] == [["GBR", "IRQ"], ["USA", "IRQ"]]


@pytest.mark.parametrize(
    ("side", "number", "party"),
    [
        ("Government of Russia (Soviet Union)", "365.0", ("Government of Russia", "RUS")),
        ("Government of Yemen (North Yemen)", "678", ("Government of Yemen", "YEM")),
        ("Government of Macedonia, FYR", "343", ("Government of Macedonia, FYR", "MKD")),
        ("Government of DR Congo (Zaire)", "", ("Government of DR Congo", "COD")),
    ],
)
def test_governments_by_their_present_names(
    tmp_path: Path, side: str, number: str, party: tuple[str, str]
) -> None:
    actor = first(tmp_path, side_a=side, gwnoa=number).actors[0]
    assert (actor.name, actor.country, actor.sectors) == (*party, ("Government",))


def test_abbreviations_of_groups_are_written_out(tmp_path: Path) -> None:
    (_, rebels) = first(tmp_path, side_b="RUF").actors
    assert rebels.name == "Revolutionary United Front"


def test_numbers_with_a_decimal_point_are_whole(tmp_path: Path) -> None:
    floats = {
        name: f"{BATTLE[name]}.0" for name in ("type_of_violence", "date_prec", "country_id", "gwnoa", "best")
    }
    assert first(tmp_path, **floats) == first(tmp_path)


def test_a_list_of_countries_counts_as_the_first(tmp_path: Path) -> None:
    event = first(tmp_path, country="Yemen (North Yemen)", country_id="678,679")
    assert event.place is not None
    assert event.place.country == "YEM"


def test_the_middle_of_a_country_is_no_place(tmp_path: Path) -> None:
    event = first(tmp_path, where_prec="6", where_coordinates="Sudan")
    assert event.place is not None
    assert (event.place.latitude, event.place.longitude, event.place.country) == (None, None, "SDN")


@pytest.mark.parametrize(
    ("stated", "start", "end", "date", "precision"),
    [
        ("1", "2024-03-05", "2024-03-05", "2024-03-05", DatePrecision.DAY),
        ("1", "2024-03-05", "2024-03-08", "2024-03-05", DatePrecision.WEEK),
        ("2", "2024-03-05", "2024-03-08", "2024-03-05", DatePrecision.WEEK),
        ("3", "2024-03-04", "2024-03-10", "2024-03-04", DatePrecision.WEEK),
        ("4", "2024-03-05", "2024-03-30", "2024-03-01", DatePrecision.MONTH),
        ("4", "2024-03-05", "2024-03-07", "2024-03-01", DatePrecision.MONTH),
        ("4", "2024-03-20", "2024-04-10", "2024-01-01", DatePrecision.YEAR),
        ("5", "2024-02-01", "2024-10-31", "2024-01-01", DatePrecision.YEAR),
        ("", "2024-03-05", "2024-03-05", "2024-03-05", DatePrecision.DAY),
    ],
)
def test_a_date_is_as_precise_as_both_ucdp_and_its_days_say(
    tmp_path: Path, stated: str, start: str, end: str, date: str, precision: DatePrecision
) -> None:
    event = first(tmp_path, date_prec=stated, date_start=start, date_end=f"{end} 00:00:00.000")
    assert (event.date, event.precision) == (date, precision)


def test_each_source_is_a_report(tmp_path: Path) -> None:
    reports = first(tmp_path).reports
    assert [(each.publisher, each.published_on, each.title) for each in reports] == [
        ("Lantern Post", "2024-03-06", "Five killed, ten hurt; town taken"),
        ("Qamar Radio", "2024-03-07", "Clashes"),
    ]
    assert len({each.key for each in reports}) == len({each.document for each in reports}) == 2
    assert {each.text for each in reports} == {""}


def test_an_article_on_two_events_is_one_document(tmp_path: Path) -> None:
    events, _ = read(read_ucdp, tmp_path, table_text(COLUMNS, [row(), row(relid="QAM-2024-1-77-13")]))
    assert events[0].reports[0].document == events[1].reports[0].document


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ('Lantern Post 2008-09-10 "Town taken', ("Lantern Post", "2008-09-10", "Town taken")),
        ('Lantern Post, 6 May 2012, "Town taken"', ("Lantern Post", "2012-05-06", "Town taken")),
        ("Lantern Post 23/10-09: town taken", (None, None, "Lantern Post 23/10-09: town taken")),
        ("(1) Town taken\n2 March 2011\n\n(2) More", (None, None, "(1) Town taken 2 March 2011 (2) More")),
        (
            '"Lantern Post,2014-03-13,"Town taken";"VDC,2014-03-13,""A "b"""',
            ("Lantern Post", "2014-03-13", "Town taken"),
        ),
        ('"Lantern Post,2014-02-31,Town taken"', ("Lantern Post", None, "Town taken")),
        ("", (None, None, None)),
    ],
)
def test_older_sources_are_free_text(
    tmp_path: Path, text: str, report: tuple[str | None, str | None, str | None]
) -> None:
    found = first(tmp_path, source_article=text).reports[0]
    assert (found.publisher, found.published_on, found.title) == report
    assert found.document


@pytest.mark.parametrize("text", ['"a,', '"a,2024-01-01,x', '"a,2024-01-01,x";', "a 2024-01-01 "])
def test_a_hostile_source_is_bounded(tmp_path: Path, text: str) -> None:
    report, *_ = first(tmp_path, source_article=text * 20_000).reports
    assert report.title is not None
    assert len(report.title) <= 300


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_candidate_file_without_a_header_is_read(tmp_path: Path, mark: str) -> None:
    text = table_text(COLUMNS, [row(source_article="two\nlines"), row(relid="QAM-2024-1-77-13")])
    body = text.partition("\n")[2]
    events = usable(read_ucdp, tmp_path, mark + body)
    assert [event.key for event in events] == ["QAM-2024-1-77-12", "QAM-2024-1-77-13"]


def test_a_candidate_and_its_yearly_release_have_one_key(tmp_path: Path) -> None:
    candidate = table_text(COLUMNS, [row(id="5", best="4")])
    events, _ = read(read_ucdp, tmp_path, candidate, table_text(COLUMNS[::-1], [row(id="990011")]))
    assert [(event.key, event.fatalities) for event in events] == [
        ("QAM-2024-1-77-12", 4),
        ("QAM-2024-1-77-12", 5),
    ]


def test_rows_that_cannot_be_used_say_why_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = [
        row(type_of_violence="4"),
        row(type_of_violence="x"),
        row(date_start="once"),
        row(date_end="2024-03-01"),
        row(side_a=""),
        row(relid="", id=""),
        row(gwnoa="Sudan"),
        row(latitude="inf"),
        row(best="-1"),
    ]
    events, rejected = read(read_ucdp, tmp_path, table_text(COLUMNS, [*bad, row()]))
    assert [event.key for event in events] == ["QAM-2024-1-77-12"]
    assert [reason for _, reason in reasons(rejected)] == [
        "is of no type of violence from 1 to 3, but “4”",
        "has no number in “type_of_violence”, but “x”",
        "has no date in “date_start”, but “once”",
        "ends on 2024-03-01, before it begins on 2024-03-05",
        "names nobody in “side_a”",
        "has no id in “relid”",
        "has no numbers of countries, but “Sudan”",
        "has no number in “latitude”, but “inf”",
        "has a number below zero in “best”: -1",
    ]


def test_malformed_lines_are_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    head, good = table_text(COLUMNS, [row()]).encode().splitlines(keepends=True)
    lines = [
        head,
        good,
        good[:60] + b"\n",
        good.rstrip() + b",,\n",
        good.replace(b"Qamar town", b"Qamar\0town"),
        good.replace(b"Qamar town", b"Qamar caf\xc3\xa9 \xe9"),
        b'7,QAM-1,"open' + b"x" * 99 + b"\n",
        b"z" * 2_500_000 + b"\n",
        good.replace(b"77-12", b"77-13"),
    ]
    events, rejected = read(read_ucdp, tmp_path, b"".join(lines))
    assert [event.key for event in events] == ["QAM-2024-1-77-12", "QAM-2024-1-77-13"]
    assert [each.line for each in rejected] == [3, 4, 5, 6, 7, 8]


def test_another_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no file of UCDP GED: its first line has no column “relid”"):
        read(read_ucdp, tmp_path, "name,date\na,b\n")
