"""The patterns of expressions of time in one language, made of the words in its ``dates.yaml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ingest.extraction.mentions.times.quantities import amount_pattern, any_of, number_pattern
from ingest.extraction.vocabulary.language import Language

KINDS = (
    "vague", "hijri", "numeric", "absolute", "month_day", "month", "year", "recent",
    "exact", "ago", "ahead", "fixed", "unit", "weekday", "day",
)  # fmt: skip
"""The kinds of expressions, each a group of the pattern; the first that fits at a place is taken."""

_BOUND = r"(?<!\w){}(?!\w)"
_YEAR = r"[12]\d{3}"
_ISO = r"(?:\d{4}(?P<iso>[-/])\d{1,2}(?P=iso)\d{1,2}|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"
_DOTTED = r"\d{1,2}(?P<dot>[.-])\d{1,2}(?P=dot)\d{4}"


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns of one language: `everything` that says when, and `shift` ("a day after …").

    `hint` finds where `everything` may match, in text in lower case and in a third of the time.
    """

    everything: re.Pattern[str]
    hint: re.Pattern[str]
    shift: re.Pattern[str]
    words: Mapping[str, Any]
    interval_words: Mapping[str, Any]


@cache
def patterns_of(language: Language) -> Patterns:
    """Return the patterns of a language, once per process."""
    words = language.dates
    amount = amount_pattern(words)
    kinds = {
        "vague": _vague(words, amount),
        "hijri": _hijri(words),
        **_days(words),
        "month_day": _month_day(words),
        "month": _month(words),
        "year": _year(words),
        "recent": _recent(words, amount),
        "exact": _exact(words, amount),
        "ago": rf"{amount}\s+{any_of(words['ago'])}",
        "ahead": rf"{amount}\s+{any_of(words['ahead'])}|{any_of(words['in'])}\s+{amount}",
        "fixed": any_of(words["fixed"]),
        "unit": _unit(words),
        "weekday": _weekday(words),
        "day": any_of(words["days"]),
    }
    everything = "|".join(f"(?P<{kind}>{kinds[kind]})" for kind in KINDS)
    hint = "|".join((kinds | {"year": _year(words, counted=False)}).values())
    in_decades = _with_decades(words)
    length, units, the = amount_pattern(in_decades), any_of(in_decades["units"]), any_of(words["the"])
    after = any_of(words["after"])
    named = rf"(?!{any_of(words['days'])}){the}\s+{units}(?=\s+{after})"
    shift = rf"(?P<amount>{length}|{named})\s+(?P<side>{any_of(words['after'] + words['before'])})"
    exact = re.compile(_BOUND.format(f"(?:{hint})"))
    return Patterns(bounded(everything), exact, bounded(shift), words, in_decades)


def _with_decades(words: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the words of amounts with those for ten years: a decade is exact only as an interval."""
    years, tens = (dict.fromkeys(words["decades"], value) for value in ("year", 10))
    units, single = ({**words[group], **years} for group in ("units", "single_units"))
    return {**words, "units": units, "single_units": single, "multiples": {**words["multiples"], **tens}}


def bounded(pattern: str) -> re.Pattern[str]:
    """Return the compiled pattern between the bounds of words, whatever the case of letters."""
    return re.compile(_BOUND.format(f"(?:{pattern})"), re.IGNORECASE)


def _vague(words: Mapping[str, Any], amount: str) -> str:
    """Return the pattern of decades, centuries, spans of years, other calendars and "decades ago"."""
    vague, ago, number, units = (
        words["vague"],
        any_of(words["ago"]),
        number_pattern(words),
        any_of(words["units"]),
    )
    joined, listed, ahead = any_of(vague["and"]), any_of(vague["listed"]), any_of(words["year_words"])
    of_year = rf"(?:{any_of(words['of'])}\s+)?"
    alone = "|".join(
        (
            *vague["expressions"],
            rf"{any_of(vague['between'])}\s+{of_year}{_YEAR}\s+{joined}\s+{of_year}{_YEAR}",
            rf"{_YEAR}\s*[–-]\s*(?:{_YEAR}|\d\d)(?!\s*[-/.]\d)",
            rf"{_YEAR}(?:,\s+{_YEAR})*,?\s+{listed}\s+{of_year}{_YEAR}",
            rf"\d{{3,4}}\s*{any_of(words['hijri_eras'])}",
        )
    )
    return "|".join(
        (
            rf"(?:{number}\s+)?{any_of(vague['units'])}\s+{ago}",
            rf"{any_of(vague['numbers'])}\s+(?:of\s+)?{units}\s+(?:{ago}|{any_of(vague['later'])})",
            rf"(?:{any_of(vague['alone'])})\s+{ago}",
            rf"{any_of(vague['before'])}\s+{amount}\s+{ago}",
            rf"{amount}\s+{any_of(vague['after'])}\s+{ago}",
            rf"{amount}\s+{any_of(vague['later'])}",
            rf"{any_of(vague['days'])}(?!\s+{any_of(words['days'])})",
            rf"(?:{ahead}\s+)?(?:{alone})",
        )
    )


def _hijri(words: Mapping[str, Any]) -> str:
    """Return the pattern of days and months of the Islamic calendar: "17 Ramadan 1445 H"."""
    month, era = any_of([*words["hijri"], *words["hijri_feasts"]]), any_of(words["hijri_eras"])
    year = rf"(?P<hijri_year>1[34]\d\d)(?:\s*{era})?"
    return (
        rf"(?:(?P<hijri_day>\d{{1,2}})\s+)(?P<hijri_of>{month})(?:\s+{year})?"
        rf"|(?P<hijri_month>{month})\s+{year.replace('hijri_year', 'hijri_month_year')}"
    )


def _days(words: Mapping[str, Any]) -> dict[str, str]:
    """Return the patterns of full days in digits and with the name of a month."""
    weekday, of, the = (any_of(words[group]) for group in ("weekdays", "of", "the"))
    named = rf"(?:{any_of(words['months'])}|{any_of(words['short_months'])}\.?)"
    ordinal = "(?:st|nd|rd|th)?"
    day_month = (
        rf"(?:\d{{1,2}}{ordinal}\s+(?:{of}\s+)?{named}"
        rf"|{named}\s+(?:{the}\s+)?\d{{1,2}}(?!\d|\s*[.,]\d){ordinal})"
    )
    before = rf"(?:{weekday}[,\s]\s*\(?(?:{any_of(words['date_words'])}\s+)?)?"
    which = rf"(?:\s+(?:{of}\s+)?(?P<day_which>{_unit(words, 'year')})|\s+(?P<day_side>{_sides(words)}))?"
    return {
        "numeric": rf"{before}\(?(?:\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\)?|{_DOTTED})",
        "absolute": rf"{before}(?:{day_month}(?:,?\s+(?:{of}\s+)?(?P<day_year>\d{{4}})|{which})|{_ISO})",
    }


def _month_day(words: Mapping[str, Any]) -> str:
    """Return the pattern of days of a near month: "the 12th of this month", "tanggal 12 bulan ini"."""
    weekday, mark, of, the = (any_of(words[group]) for group in ("weekdays", "date_words", "of", "the"))
    before = rf"(?:{weekday}[,\s]\s*)?"
    if words["unit_first"]:
        return rf"{before}{mark}\s+\d{{1,2}}\s+{_unit(words, 'month')}"
    return rf"{before}(?:{the}\s+)?\d{{1,2}}(?:st|nd|rd|th)\s+(?:{of}\s+)?{_unit(words, 'month')}"


def _month(words: Mapping[str, Any]) -> str:
    """Return the pattern of months: "awal Februari", "Feb. 2022", "last May", "Oktober tahun lalu"."""
    ordinal, portion, of = (any_of(words[group]) for group in ("ordinals", "portions", "of"))
    month, short = any_of(words["months"]), any_of(words["short_months"])
    part = rf"{portion}\s+{ordinal}" if words["unit_first"] else rf"(?:the\s+)?{ordinal}\s+{portion}"
    parts = rf"(?:(?:{any_of(words['parts'])}|{part})\s+(?:{of}\s+)?)?"
    year = rf",?\s+(?:{of}\s+)?(?P<month_year>\d{{4}})(?!\d)"
    which = rf"\s+(?:{of}\s+)?(?P<month_which>{_unit(words, 'year')})"
    side = rf"\s+(?P<month_side>{_sides(words)})" if words["unit_first"] else r"(?P<month_side>(?!))"
    before = "" if words["unit_first"] else rf"(?:(?P<month_before>{_sides(words)})\s+)?"
    named = rf"(?P<month_name>{month})(?:{year}|{which}|{side})?"
    return rf"{before}{parts}(?:{named}|(?P<short_name>{short})\.?\s+(?P<short_year>\d{{4}}))"


def _year(words: Mapping[str, Any], *, counted: bool = True) -> str:
    """Return the pattern of years: "in 1898", "autumn of 1859", "pada akhir 1941", "kuartal II 2023".

    With `counted`, a number before a word in lower case counts things: "in 1500 towns".
    """
    ordinal, portion, of = (any_of(words[group]) for group in ("ordinals", "portions", "of"))
    part = rf"|{portion}\s+{ordinal}(?:\s+{of})?" if words["unit_first"] else ""
    era = rf"(?:\s+{any_of(words['year_eras'])}\b)?"
    after = any_of(words["after_years"])
    alone = rf"(?!\s+(?!{after}\b)(?-i:[a-zà-ÿ]))" if counted and words["after_years"] else ""
    measured = rf"(?!\s+{any_of(words['measures'])}\b)"
    number = rf"(?P<number>(?:19|20)\d\d{measured}|1\d{{3}}{era}{alone}{measured})(?!\s*[-–/]\s*\d|[.,]\d)"
    in_season = (
        rf"{any_of(words['seasons'])}\s+(?:{of}\s+)?(?P<season_year>[12]\d{{3}})(?!\s*[-–/]\s*\d|[.,]\d)"
    )
    return rf"{in_season}|(?:{any_of(words['year_words'])}{part})\s+{number}{era}"


def _exact(words: Mapping[str, Any], amount: str) -> str:
    """Return the pattern of the same day some time ago: "tepat setahun lalu", "a year ago today"."""
    before, after = (any_of(words["exact"][side]) for side in ("before", "after"))
    ago = rf"{amount}\s+{any_of(words['ago'])}"
    return rf"{before}\s+{ago}|{ago}\s+{after}"


def _sides(words: Mapping[str, Any]) -> str:
    return any_of(words["last"] + words["next"])


def _unit(words: Mapping[str, Any], only: str = "") -> str:
    units = [word for word, unit in words["units"].items() if unit == only or not only]
    unit, near = any_of(units), any_of(words["last"] + words["next"] + words["this"])
    return rf"{unit}\s+{near}" if words["unit_first"] else rf"{near}\s+{unit}"


def _recent(words: Mapping[str, Any], amount: str) -> str:
    """Return the pattern of expressions such as "dalam tiga hari terakhir" and "in the last three days"."""
    recent, within = any_of(words["recent"]), rf"(?:{any_of(words['in'])}\s+)?(?:the\s+)?"
    return rf"{within}{amount}\s+{recent}" if words["unit_first"] else rf"{within}{recent}\s+{amount}"


def _weekday(words: Mapping[str, Any]) -> str:
    """Return the pattern of weekdays.

    Examples: "Jumat", "Jumat pekan depan", "Kamis lalu", "last Friday", "Friday next week".
    """
    weekday, side = any_of(words["weekdays"]), _sides(words)
    alone, week = rf"(?P<side>{side}|{_unit(words)})", rf"(?P<side>{_unit(words)})"
    if words["unit_first"]:
        return rf"{weekday}(?:\s+{alone})?"
    return rf"(?:(?P<before>{side})\s+)?{weekday}(?:\s+{week})?"
