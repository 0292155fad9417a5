from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

import pytest

from cypher.errors import InputError
from cypher.model.graph import DatePrecision
from cypher.model.lens import TRUST_THRESHOLD
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, CodedReport, Rejected
from ingest.datasets.parties.resolution import resolve
from ingest.datasets.readers.gdelt import read_gdelt
from ingest.datasets.readers.gdelt_mentions import HIGHEST_ALONE, LOWEST_TOGETHER
from ingest.datasets.sources import data_sets
from ingest.datasets.tables import rows
from ingest.knowledge import load_knowledge
from tests.ingest.datasets.made_files import DAMAGE, events, rejected, tab_file
from tests.ingest.datasets.readers.gdelt_rows import ADDRESS, event, mention, old_event

ARTICLE = "harbour-post.example/world/2019/talks.html"


def gdelt(folder: Path, *lines: list[str] | bytes, name: str = "20190504121500.export.CSV") -> Path:
    return tab_file(folder, name, lines)


def mentioned(folder: Path, *lines: list[str] | bytes) -> Path:
    return tab_file(folder, "20190504121500.mentions.CSV", lines)


def test_reads_a_row_of_tabs_in_a_file_called_csv(tmp_path: Path) -> None:
    [found] = events(read_gdelt, gdelt(tmp_path, event()))
    assert found == CodedEvent(
        key="900100",
        code="010",
        label="Make statement",
        event_type="STATEMENT",
        date="2019-05-04",
        actors=(CodedParty("BAGHDAD", "IRQGOV", "IRQ"),),
        recipients=(CodedParty("DILI", "TMP", "TLS"),),
        intensity=0.0,
        place=CodedPlace("Basra, Iraq", "IRQ", 30.5, 47.8),
        reports=(
            CodedReport(
                key=ARTICLE,
                document=ARTICLE,
                url=ADDRESS,
                publisher="harbour-post.example",
                published_on="2019-05-04",
            ),
        ),
    )


def test_all_layouts_say_the_same_of_an_event(tmp_path: Path) -> None:
    found = events(
        read_gdelt,
        *(gdelt(tmp_path, event(), name="2.0.CSV"), gdelt(tmp_path, old_event(58), name="58.CSV")),
        gdelt(tmp_path, old_event(57), name="57.CSV"),
    )
    assert found[0] == found[1]
    assert found[2].place == found[0].place
    assert found[2].reports == (CodedReport("2019-05-04", "2019-05-04", published_on="2019-05-04"),)


def test_the_countries_of_actors_and_places_are_two_systems_of_codes(tmp_path: Path) -> None:
    chinese = event(("4", "Bern, Switzerland", "SZ", "SZ05"), c5="CHE", c6="SWISS", c7="CHE")
    place = event(("4", "Beijing, China", "CH", "CH22"), c0="2", c5="RUS", c6="RUSSIA", c7="RUS")
    russian = event(("4", "Sochi, Russia", "RS", "RS38"), c0="3", c5="SRB", c6="SERBIA", c7="SRB")
    found = events(read_gdelt, gdelt(tmp_path, chinese, place, russian))
    told = [(each.actors[0].country, each.place and each.place.country) for each in found]
    assert told == [("CHE", "CHE"), ("RUS", "CHN"), ("SRB", "RUS")]


def test_the_middle_of_a_country_is_no_coordinate_of_an_event(tmp_path: Path) -> None:
    [found] = events(read_gdelt, gdelt(tmp_path, event(("1", "Iraq", "IZ", "IZ"))))
    assert found.place == CodedPlace("Iraq", "IRQ")


def test_a_region_is_no_country(tmp_path: Path) -> None:
    [found] = events(read_gdelt, gdelt(tmp_path, event(c5="EUR", c6="EUROPE", c7="EUR")))
    assert found.actors == (CodedParty("EUROPE", "EUR"),)


def test_what_happened_is_known_since_it_was_added(tmp_path: Path) -> None:
    [found] = events(read_gdelt, gdelt(tmp_path, event(c1="20190501")))
    assert (found.date, found.reports[0].published_on) == ("2019-05-01", "2019-05-04")


@pytest.mark.parametrize(
    ("day", "date", "precision"),
    [
        ("20190503", "2019-05-03", DatePrecision.DAY),
        ("20190427", "2019-04-27", DatePrecision.WEEK),
        ("20190404", "2019-04-01", DatePrecision.MONTH),
        ("20180504", "2018-01-01", DatePrecision.YEAR),
        ("20180505", "2018-05-05", DatePrecision.DAY),
    ],
)
def test_a_shifted_date_is_only_known_to_the_week_month_or_year(
    tmp_path: Path, day: str, date: str, precision: DatePrecision
) -> None:
    [found] = events(read_gdelt, gdelt(tmp_path, event(c1=day)))
    assert (found.date, found.precision) == (date, precision)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"c1": "20190230"}, "has no date but “20190230”"),
        ({"c1": "20090506"}, "tells of some day a decade ago"),
        ({"c26": "10"}, "has the unknown event code “10”"),
        ({"c26": "---"}, "has the unknown event code “---”"),
        ({"c26": ""}, "has no event code"),
        ({"c5": "", "c6": ""}, "names no first actor"),
        ({"c0": "x1"}, "has no number of an event, or no time at which it was added"),
        ({"c59": "soon"}, "has no number of an event, or no time at which it was added"),
    ],
)
def test_rejects_a_row_that_says_too_little(tmp_path: Path, changed: dict[str, str], reason: str) -> None:
    path = gdelt(tmp_path, event(), event(("4", "Basra, Iraq", "IZ", "IZ02"), **changed), event(c0="3"))
    assert rejected(read_gdelt, path) == [(2, reason)]
    assert sum(isinstance(each, CodedEvent) for each in read_gdelt([path])) == 2


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("first", [True, False])
def test_rejects_a_damaged_line_and_reads_the_rest(tmp_path: Path, damage: str, first: bool) -> None:
    line, reason = DAMAGE[damage]
    lines: list[list[str] | bytes] = [event(), event(c0="2")]
    lines.insert(0 if first else 1, line)
    path = gdelt(tmp_path, *lines)
    [found] = [each for each in read_gdelt([path]) if isinstance(each, Rejected)]
    assert (found.line, found.file) == (1 if first else 2, str(path))
    assert found.reason.startswith(reason)
    assert sum(isinstance(each, CodedEvent) for each in read_gdelt([path])) == 2


def test_rejects_a_row_with_more_or_fewer_tabs(tmp_path: Path) -> None:
    path = gdelt(tmp_path, event(), [*event(c0="2"), ""], event(c0="3")[:58], event(c0="4"))
    assert rejected(read_gdelt, path) == [
        (2, "has 62 cells instead of 61 or 58 or 57"),
        (3, "has no number of an event, or no time at which it was added"),
    ]


def test_an_empty_file_holds_no_events(tmp_path: Path) -> None:
    assert events(read_gdelt, gdelt(tmp_path)) == []


@pytest.mark.parametrize("width", [27, 17])
def test_a_file_of_something_else_is_an_error(tmp_path: Path, width: int) -> None:
    with pytest.raises(InputError, match="is no file of GDELT with events"):
        list(read_gdelt([gdelt(tmp_path, ["20190504"] * width)]))


def test_mentions_are_the_reports_whatever_the_order_of_the_files(tmp_path: Path) -> None:
    path = gdelt(tmp_path, event(), event(c0="7"))
    told = mentioned(
        tmp_path,
        mention(translated="srclc:ind;eng:GT-IND 1.0", seen="20190505001500", confidence="40"),
        mention(sentence="5", confidence="80"),
        mention("7", "BBC Monitoring", "BBC Monitoring", confidence="30"),
    )
    found = events(read_gdelt, path, told)
    assert found == events(read_gdelt, told, path)
    assert found[0].reports == (
        CodedReport(
            key=f"{ARTICLE} 2",
            document=ARTICLE,
            url=ADDRESS,
            publisher="harbour-post.example",
            published_on="2019-05-05",
            language="id",
            sentence=2,
            confidence=0.4,
        ),
        CodedReport(
            key=f"{ARTICLE} 5",
            document=ARTICLE,
            url=ADDRESS,
            publisher="harbour-post.example",
            published_on="2019-05-04",
            sentence=5,
            confidence=HIGHEST_ALONE,
        ),
    )
    assert [(each.url, each.document) for each in found[1].reports] == [(None, "BBC Monitoring")]


def test_variants_of_an_address_are_one_report(tmp_path: Path) -> None:
    plain = "http://harbour-post.example/world/2019/talks.html"
    variants = [plain, ADDRESS, plain.replace("//", "//m."), f"{plain}?utm_source=x#top", f"{ADDRESS}/amp/"]
    [found] = events(
        read_gdelt,
        gdelt(tmp_path, event()),
        mentioned(tmp_path, *(mention(identifier=each) for each in variants)),
    )
    assert [report.url for report in found.reports] == [plain]


@pytest.mark.parametrize("confidence", ["10", "50", "100"])
def test_one_publisher_is_below_what_is_trusted_and_two_are_above(tmp_path: Path, confidence: str) -> None:
    alone = [mention(sentence=str(number), confidence=confidence) for number in range(3)]
    other = mention("7", "https://tide.example/a", "tide.example", confidence=confidence)
    path = gdelt(tmp_path, event(), event(c0="7"))
    one, two = events(
        read_gdelt, path, mentioned(tmp_path, *alone, other, mention("7", confidence=confidence))
    )
    assert all((report.confidence or 0) < TRUST_THRESHOLD for report in one.reports)
    assert all((report.confidence or 0) >= LOWEST_TOGETHER == TRUST_THRESHOLD for report in two.reports)
    assert data_sets()["gdelt"].confidence < TRUST_THRESHOLD


def test_an_event_without_a_mention_has_its_address_as_report(tmp_path: Path) -> None:
    found = events(
        read_gdelt,
        gdelt(tmp_path, event(), event(c0="7")),
        mentioned(tmp_path, mention("7", confidence="20")),
    )
    assert [(each.reports[0].url, each.reports[0].confidence) for each in found] == [
        (ADDRESS, None),
        (ADDRESS, 0.2),
    ]


def test_mentions_of_other_events_are_rejected_each_at_its_line(tmp_path: Path) -> None:
    told = mentioned(tmp_path, mention(), mention("8"), mention("9"), mention("8", sentence="4"))
    assert rejected(read_gdelt, gdelt(tmp_path, event()), told) == [
        (2, "mentions the event 8, which is not in these files"),
        (3, "mentions the event 9, which is not in these files"),
        (4, "mentions the event 8, which is not in these files"),
    ]


def test_mentions_of_a_rejected_event_are_not_rejected_too(tmp_path: Path) -> None:
    path = gdelt(tmp_path, event(c26="---"))
    assert rejected(read_gdelt, path, mentioned(tmp_path, mention())) == [
        (1, "has the unknown event code “---”")
    ]


@pytest.mark.parametrize("damage", DAMAGE)
def test_rejects_a_damaged_mention_and_reads_the_rest(tmp_path: Path, damage: str) -> None:
    line, reason = DAMAGE[damage]
    told = mentioned(tmp_path, mention(), line, mention(sentence="9"))
    found = list(read_gdelt([gdelt(tmp_path, event()), told]))
    [bad] = [each for each in found if isinstance(each, Rejected)]
    assert (bad.line, bad.file) == (2, str(told))
    assert bad.reason.startswith(reason)
    [good] = [each for each in found if isinstance(each, CodedEvent)]
    assert [report.sentence for report in good.reports] == [2, 9]


def test_mentions_that_say_too_little_are_rejected(tmp_path: Path) -> None:
    told = mentioned(tmp_path, mention(), mention("x"), mention(seen="soon"), mention(identifier=""))
    assert rejected(read_gdelt, gdelt(tmp_path, event()), told) == [
        (2, "has no number of an event, or no time"),
        (3, "has no number of an event, or no time"),
        (4, "names no article"),
    ]


def test_mentions_alone_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="have mentions, but not their events"):
        list(read_gdelt([mentioned(tmp_path, mention())]))


def test_the_temporary_file_is_removed_even_if_reading_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    reading = iter(read_gdelt([gdelt(tmp_path, event(), event(c0="2")), mentioned(tmp_path, mention())]))
    next(reading)
    assert len(list(place.iterdir())) == 1
    reading.close()  # type: ignore[attr-defined]
    assert list(place.iterdir()) == []


def test_archives_of_events_and_mentions_are_read_as_downloaded(tmp_path: Path) -> None:
    paths = []
    for name, row in (("e.export.CSV", event()), ("m.mentions.CSV", mention())):
        path = tmp_path / f"{name}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, "\t".join(row))
        paths.append(path)
    [found] = events(read_gdelt, *paths)
    assert found.reports[0].sentence == 2


def test_parties_of_gdelt_are_resolved_by_their_codes(tmp_path: Path) -> None:
    [found] = events(read_gdelt, gdelt(tmp_path, event()))
    parties = [resolve(party) for party in (*found.actors, *found.recipients)]
    assert [entity and entity.id for entity in parties] == ["IRQ", "TLS"]


def test_the_table_of_fips_has_each_code_once_and_countries_that_exist() -> None:
    table = list(rows("fips.csv"))
    assert len({row["fips"] for row in table}) == len(table) > 250
    assert {row["iso3"] for row in table} <= load_knowledge().entities.keys()
    codes = {row["fips"]: row["iso3"] for row in table}
    assert [codes[code] for code in ("IZ", "CH", "RS", "UK", "WA", "AU", "AS", "GM", "SZ", "KV")] == [
        *("IRQ", "CHN", "RUS", "GBR", "NAM"),
        *("AUT", "AUS", "DEU", "CHE", "XKX"),
    ]
