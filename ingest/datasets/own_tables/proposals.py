"""Proposes a mapping for a table, from the names of its columns and the values in its first rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from ingest.datasets.codes.cameo import coding
from ingest.datasets.codes.plover_words import plover_named
from ingest.datasets.files.values import number
from ingest.datasets.own_tables.mapping import Codes, TableMapping
from ingest.datasets.own_tables.own_words import guessed_meaning
from ingest.datasets.own_tables.table_events import moment_of
from ingest.datasets.tables import rows

_FORMATS = (
    "%d.%m.%Y",
    "%m/%d/%Y",
    "%Y/%m/%d",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%d.%m.%y",
    "%m/%Y",
)
"""The formats of dates that are tried after what is read without a format."""

_MOST = 0.8
"""The share of values that must be of a kind; tables have some bad cells."""

_MOST_WORDS = 200
_PARTIES = ";|"

Values = Sequence[str]


def proposed(columns: Sequence[str], first_rows: Sequence[Sequence[str]]) -> TableMapping:
    """Return a mapping for a table with these columns and rows, which a person should look at.

    It may be incomplete: `TableMapping.missing` are fields for which no column is found, and
    `TableMapping.undecided` the words of the table that nothing is known of.
    """
    values = [
        [row[place] for row in first_rows if place < len(row) and row[place]] for place in range(len(columns))
    ]
    places = _by_name(columns, values)
    _add_by_values(places, values)
    events = values[places["event"]] if "event" in places else []
    codes, words = told_codes(events)
    return TableMapping(
        columns={
            field: columns[place]
            for field, place in sorted(places.items(), key=lambda pair: _order()[pair[0]])
        },
        codes=codes,
        words=words,
        dates=_format(values[places["date"]]) if "date" in places else None,
        parties=_separator(values[places["actor"]]) if "actor" in places else _PARTIES[0],
    )


def _by_name(columns: Sequence[str], values: Sequence[Values]) -> dict[str, int]:
    """Return the column of each field by the first of its names that fits, each column once."""
    keys, places = [_key(name) for name in columns], dict[str, int]()
    for field, names in _names().items():
        fitting = (
            place
            for name in names
            for place, key in enumerate(keys)
            if key == name and place not in places.values() and _fits(field, values[place])
        )
        place = next(fitting, None)
        if place is not None:
            places[field] = place
    return places


def _fits(field: str, values: Values) -> bool:
    kind = _KINDS.get(field)
    return kind is None or not values or _mostly(kind, values)


def _add_by_values(places: dict[str, int], values: Sequence[Values]) -> None:
    """Find what no name tells: the first column of dates, of addresses, and of what PLOVER or CAMEO names."""
    kinds = {
        "date": _is_date,
        "url": _is_address,
        "event": _is_code,
    }
    for field, kind in kinds.items():
        if field in places:
            continue
        free = (place for place, own in enumerate(values) if place not in places.values() and own)
        found = next((place for place in free if _mostly(kind, values[place])), None)
        if found is not None:
            places[field] = found


def told_codes(events: Values) -> tuple[Codes, dict[str, str]]:
    """Return how these cells say what happened, and a meaning for each word if they are no codes."""
    if events and _mostly(lambda text: plover_named(text) is not None, events):
        return Codes.PLOVER, {}
    if events and _mostly(lambda text: coding(text) is not None, events):
        return Codes.CAMEO, {}
    distinct = list(dict.fromkeys(events))[:_MOST_WORDS]
    return (Codes.OWN, {word: meaning_of(word) for word in distinct}) if distinct else (Codes.PLOVER, {})


def meaning_of(word: str) -> str:
    """Return what a word of the table means, ``PROTEST/demo``; empty if nothing is known of it."""
    guess = guessed_meaning(word)
    return "" if guess is None else "/".join(filter(None, (guess.event_type, guess.mode)))


def _format(dates: Values) -> str | None:
    """Return the format that reads the most dates, None if they are read without one."""

    def read(form: str | None) -> int:
        return sum(moment_of(text, form) is not None for text in dates)

    return max((None, *_FORMATS), key=read)


def _separator(names: Values) -> str:
    return max(_PARTIES, key=lambda mark: sum(mark in name for name in names))


def _mostly(kind: Callable[[str], bool], values: Values) -> bool:
    return sum(map(kind, values)) >= _MOST * len(values)


def _is_number(text: str, least: float = float("-inf"), most: float = float("inf")) -> bool:
    value = number(text)
    return value is not None and least <= value <= most


def _is_date(text: str) -> bool:
    return len(text) > 4 and any(moment_of(text, form) is not None for form in (None, *_FORMATS))


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://", "www."))


def _is_code(text: str) -> bool:
    """Whether a text is a type of PLOVER, or a code of CAMEO that is no year."""
    return plover_named(text) is not None or (len(text) == 3 and coding(text) is not None)


def _is_name(text: str) -> bool:
    return number(text) is None


_KINDS: Mapping[str, Callable[[str], bool]] = {
    "actor": _is_name,
    "recipient": _is_name,
    "publisher": _is_name,
    "fatalities": partial(_is_number, least=0),
    "intensity": _is_number,
    "latitude": partial(_is_number, least=-90, most=90),
    "longitude": partial(_is_number, least=-180, most=180),
    "confidence": partial(_is_number, least=0, most=1),
    "url": _is_address,
}


@cache
def _names() -> Mapping[str, Sequence[str]]:
    """Return the usual names of columns by field, in English, Indonesian and some in Spanish."""
    return {
        row["field"]: [_key(name) for name in row["names"].split(";")] for row in rows("column_names.csv")
    }


@cache
def _order() -> Mapping[str, int]:
    return {field: place for place, field in enumerate(_names())}


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())
