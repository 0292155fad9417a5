"""Reads UCDP GED, the Georeferenced Event Dataset: yearly releases, and candidate files without a header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path

from cypher.model.graph import DatePrecision
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, Read
from ingest.datasets.codes.country_codes import country_numbered
from ingest.datasets.codes.territories import country_named
from ingest.datasets.files.cells import Cells, RowError, attempts, named_rows
from ingest.datasets.files.days import first_day, needed_day, period
from ingest.datasets.files.opening import all_opened
from ingest.datasets.files.values import listed
from ingest.datasets.parties.armed_sides import ARMED_GROUP
from ingest.datasets.readers.ucdp_sources import reports_of
from ingest.datasets.tables import rows
from ingest.documents.characters import shown

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id"),
    *("conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id"),
    *("side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources"),
    *("source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec"),
    *("where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt"),
    *("priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start"),
    *("date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
    *("gwnoa", "gwnob"),
)
"""The columns in their order, for files without a header."""

_NEEDED = ("relid", "type_of_violence", "side_a", "side_b", "date_start", "date_end")

_ONE_SIDED = 3
_VIOLENCE = {1: "State-based violence", 2: "Non-state violence", _ONE_SIDED: "One-sided violence"}

_COARSEST_FIRST = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.WEEK, DatePrecision.DAY)
_PRECISIONS: Mapping[int | None, DatePrecision] = {
    2: DatePrecision.WEEK,  # two to six days
    3: DatePrecision.WEEK,
    4: DatePrecision.MONTH,
    5: DatePrecision.YEAR,  # more than a month
}
_KNOWN_TO_THE_COUNTRY = 6
"""The precision from which the coordinates are only those of the middle of a country, or of a sea."""

_GOVERNMENT = "Government of "


def read_ucdp(paths: Sequence[Path]) -> Iterator[Read]:
    """Yield the events of files of UCDP GED and the rows that were rejected (see `Reader`).

    UCDP does not say who began: two sides that fight are actors together. If a side is a coalition, the row
    becomes an event for each pair of adversaries, because allies would else appear as each other's; only the
    first of them has the fatalities. One-sided violence is done to civilians, taken for those of the country
    where it happened. The key is ``relid``, which candidate files and yearly releases share.
    """
    for source in all_opened(paths):
        yield from attempts(named_rows(source, "file of UCDP GED", _NEEDED, COLUMNS), _events)


def _events(cells: Cells) -> list[CodedEvent]:
    key, violence = cells["relid"] or cells["id"], cells.whole("type_of_violence") or 0
    if not key:
        raise RowError("has no id in “relid”")
    if violence not in _VIOLENCE:
        raise RowError(f"is of no type of violence from 1 to 3, but “{shown(cells['type_of_violence'], 30)}”")
    date, precision = _moment(cells)
    place, reports = _place(cells), reports_of(cells, key)
    one_sided = violence == _ONE_SIDED
    attackers, others = _side(cells, "a"), _side(cells, "b", place.country if one_sided else "")
    fights = [((one, other), ()) for one, other in product(attackers, others)]
    return [
        CodedEvent(
            key=key if number == 1 else f"{key}/{number}",
            code=str(violence),
            label=_VIOLENCE[violence],
            event_type="ASSAULT",
            mode=None if one_sided else "clash",
            date=date,
            precision=precision,
            actors=actors,
            recipients=recipients,
            directed=one_sided,
            reports=reports,
            place=place,
            fatalities=cells.count("best") if number == 1 else None,
            origin=cells.row.line.origin(),
        )
        for number, (actors, recipients) in enumerate([(attackers, others)] if one_sided else fights, 1)
    ]


def _moment(cells: Cells) -> tuple[str, DatePrecision]:
    """Return the first day and the precision, which is not finer than UCDP's or than start and end."""
    start, end = needed_day(cells["date_start"], "date_start"), needed_day(cells["date_end"], "date_end")
    if end < start:
        raise RowError(f"ends on {end}, before it begins on {start}")
    first, spanned = period(start, end)
    stated = _PRECISIONS.get(cells.whole("date_prec"), DatePrecision.DAY)
    precision = min(spanned, stated, key=_COARSEST_FIRST.index)
    return first_day(first if precision is spanned else start, precision), precision


def _side(cells: Cells, side: str, civilians_of: str = "") -> tuple[CodedParty, ...]:
    """Return the parties of a side, which may be a coalition: ``IS, Southern Front``."""
    name = cells[f"side_{side}"]
    if not name:
        raise RowError(f"names nobody in “side_{side}”")
    countries = _countries(cells[f"gwno{side}"])
    names = listed(name, ",")
    if name.startswith(_GOVERNMENT) and len(names) != max(len(countries), 1):
        names = [name]  # "Government of Macedonia, FYR"
    if len(countries) != len(names):
        countries = [""] * len(names)
    return tuple(
        _party(each, country or civilians_of) for each, country in zip(names, countries, strict=True)
    )


def _party(name: str, country: str) -> CodedParty:
    if name == "Civilians":
        return CodedParty(name, country=country, sectors=("Civilians",))
    if not name.startswith(_GOVERNMENT):
        return CodedParty(_groups().get(name, name), country=country, sectors=(ARMED_GROUP,))
    state = name.removeprefix(_GOVERNMENT)
    current = state.partition(" (")[0]  # "Russia (Soviet Union)"
    return CodedParty(
        _GOVERNMENT + current, country=country or country_named(state) or "", sectors=("Government",)
    )


@cache
def _groups() -> Mapping[str, str]:
    """Return the names of groups for those of UCDP that say too little, such as abbreviations."""
    return {row["ucdp"]: row["name"] for row in rows("ucdp_groups.csv")}


def _countries(cell: str) -> list[str]:
    """Return the codes for a list of numbers of Gleditsch and Ward, such as ``365.0`` or ``2, 200``."""
    try:
        return [country_numbered(int(float(number))) or "" for number in cell.split(",") if number.strip()]
    except (ValueError, OverflowError):
        raise RowError(f"has no numbers of countries, but “{shown(cell, 30)}”") from None


def _place(cells: Cells) -> CodedPlace:
    latitude, longitude = cells.coordinates()
    if (cells.whole("where_prec") or 0) >= _KNOWN_TO_THE_COUNTRY:
        latitude = longitude = None
    country = next(filter(None, _countries(cells["country_id"])), "") or country_named(cells["country"]) or ""
    return CodedPlace(cells["where_coordinates"] or cells["country"], country, latitude, longitude)
