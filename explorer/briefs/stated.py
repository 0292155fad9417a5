"""What a file says to a person about the conditions under which it was made: lens, level, day and filters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from cypher.model.blocs import blocs
from cypher.model.graph import Level
from explorer.charts.heads import head
from explorer.phrases import Phrase
from explorer.view.clock import KNOWN_BY
from explorer.view.lens import LENSES
from explorer.view.level import LEVEL, LEVELS
from explorer.words import Words

LENS, NO_LENS = "lens", "none"
"""The entry of a stamp for the lens, and its value for a query that asks for no lens."""

_SHOWN_ELSEWHERE = frozenset({"made at", "view", "query", "centre", "link", "open", "inside", "hide"})
"""Entries that the title or the address says."""

_DAYS, _ENDS = re.compile(r"\d{4}-\d{2}-\d{2}"), 2
"""The days in the English text of a period, and their number."""


def lens_name(lens: str, words: Words) -> str:
    """Return the name of a lens, such as ``trusted`` or ``mine:Ani``, as the interface says it."""
    kind, _, author = lens.partition(":")
    name = words("no lens") if kind == NO_LENS else words(LENSES.get(kind, kind))
    return f"{name} ({author})" if author.strip() else name


def facts(stamp: Mapping[str, str], words: Words) -> tuple[tuple[str, str], ...]:
    """Return a stamp in the reader's language, as pairs of label and value: lens, level, day and filters."""
    return (
        (words("Lens"), lens_name(stamp[LENS], words)),
        *_level(stamp, words),
        (words("As known on"), words.day(stamp[KNOWN_BY]) if KNOWN_BY in stamp else words("all news")),
        *_filters(stamp, words),
        (words("Made on"), words.day(stamp["made at"][:10])),
    )


def _level(stamp: Mapping[str, str], words: Words) -> Iterator[tuple[str, str]]:
    if stamp.get(LEVEL) in set(Level):
        yield words("Level"), words(LEVELS[Level(stamp[LEVEL])])


def _filters(stamp: Mapping[str, str], words: Words) -> Iterator[tuple[str, str]]:
    return (_fact(name, value, words) for name, value in filters_of(stamp).items())


def filters_of(stamp: Mapping[str, str]) -> dict[str, str]:
    """Return the entries of a stamp that filter: all but lens, level and day, and what is told elsewhere."""
    others = {LENS, LEVEL, KNOWN_BY} | _SHOWN_ELSEWHERE
    return {name: value for name, value in stamp.items() if value and name not in others}


def _fact(name: str, value: str, words: Words) -> tuple[str, str]:
    label, say = _SAID.get(name, (None, None))
    return words(label) if label else head(name, words), say(words, value) if say else value


@dataclass(frozen=True, slots=True)
class Fact(Phrase):
    """An entry of a stamp, or a filter of claims, with its label."""

    name: str
    value: str

    def said(self, words: Words) -> str:
        """Return it in a language."""
        return ": ".join(_fact(self.name, self.value, words))


def _each(one: Callable[[Words, str], str]) -> Callable[[Words, str], str]:
    return lambda words, value: ", ".join(one(words, each.strip()) for each in value.split(","))


def _group(words: Words, code: str) -> str:
    return blocs()[code].label(words.language) if code in blocs() else words(code.capitalize())


def period(words: Words, first: str, last: str) -> str:
    """Say that only a period is shown, by its first and last day."""
    return words(
        "ties with a claim from {first} to {last}; counts and dates are of all their claims",
        first=first,
        last=last,
    )


def left_out(words: Words, number: int) -> str:
    """Say how many entities are not drawn."""
    return words.plural(number, "{number} more entity", "{number} more entities")


def _period(words: Words, value: str) -> str:
    days = _DAYS.findall(value)
    return period(words, *map(words.day, days)) if len(days) == _ENDS else value


def _left_out(words: Words, value: str) -> str:
    number = value.split(" ", 1)[0].replace(",", "")
    return left_out(words, int(number)) if number.isdecimal() else value


def _yes(words: Words, _value: str) -> str:
    return words("yes")


_SAID: Mapping[str, tuple[str, Callable[[Words, str], str]]] = {
    "kind": ("Kinds", _each(Words.term)),
    "sign": ("Signs", _each(Words.term)),
    "event_type": ("Event types", _each(Words.event_type)),
    "event_types": ("Event types", _each(Words.event_type)),
    "status": ("Status", _each(Words.term)),
    "statuses": ("Status", _each(Words.term)),
    "verdict": ("Review", _each(Words.term)),
    "tag": ("Tags of notes", _each(lambda _words, tag: unquote(tag))),
    "noted": ("Only ties with notes", _yes),
    "voices": ("Least number of independent voices", lambda _words, number: number),
    "publisher": ("Publishers", _each(lambda _words, publisher: unquote(publisher))),
    "written_in": ("Languages of articles", _each(Words.language_name)),
    "speaker": ("Said by", _each(lambda _words, speaker: unquote(speaker))),
    "confidence": ("Least confidence", lambda _words, number: number),
    "since": ("From", lambda words, day: words.day(day)),
    "until": ("To", lambda words, day: words.day(day)),
    "relations": ("Draw lasting relations", _yes),
    "group": ("Group nodes by", _each(_group)),
    "bundle": ("Draw the ties of a pair as one", _yes),
    "window": ("Period", _period),
    "not drawn": ("Not drawn", _left_out),
}
"""The label of each entry and how its value is said. Other entries, such as parameters, stand as they are."""
