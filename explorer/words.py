"""Texts of the interface in the reader's language.

The English text is the key, and ``languages/<code>.toml`` has the translations. A text without a translation
is shown in English. Texts with a number have one form for each plural category of the language. Names of
event types and modes come from the ontology.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from cypher.errors import UsageError
from cypher.model.dates import period_of
from cypher.model.formats import FORMATS
from cypher.model.graph import DatePrecision
from cypher.model.ontology import event_types, quads

LANGUAGES: Mapping[str, str] = {"en": "English", "id": "Bahasa Indonesia"}

LANGUAGE_NAMES: Mapping[str, str] = {"id": "Indonesian", "en": "English", "es": "Spanish"}
"""The English names of the languages of articles."""

_CERTAINTY = (
    (0.85, "almost certain"),
    (0.7, "likely"),
    (0.5, "plausible"),
    (0.3, "doubtful"),
    (0.0, "unlikely"),
)
_FORMATS = {DatePrecision.MONTH: "MMMM yyyy", DatePrecision.YEAR: "yyyy"}
_PATTERNS = {7: "MMMM yyyy", 4: "yyyy"}

_REMEMBERED = 10_000
"""How many numbers and dates are kept as text: a picture says some hundreds, each again after each click."""


@dataclass(frozen=True, slots=True)
class Words:
    """Translates texts into one language. Call it with the English text and the values to insert."""

    language: str = "en"

    def __call__(self, text: str, **values: object) -> str:
        """Return `text` in the reader's language, with each ``{name}`` replaced by the value of that name.

        Whole numbers get the separators of the language. Without values the text is returned unchanged: an
        analyst may have written braces.
        """
        said = _catalogue(self.language)[0].get(text, text)
        return said.format(**{name: self._value(value) for name, value in values.items()}) if values else said

    def _value(self, value: object) -> object:
        return self.number(value) if type(value) is int else value

    def plural(self, number: int, one: str, other: str) -> str:
        """Return the text for a number, such as ``3 claims``; `one` and `other` are English texts."""
        translated = _catalogue(self.language)[1].get(other)
        forms = translated or {"one": one, "other": other}
        return form_of(number, forms, self.language if translated else "en").format(
            number=self.number(number)
        )

    def number(self, number: int) -> str:
        """Return a whole number with the separators of the language: 1,234 or 1.234."""
        return _number(number, self.language)

    def formats(self) -> str:
        """Return the formats of articles, as one list."""
        return ", ".join(self(each.name) for each in FORMATS)

    def event_type(self, code: str | None) -> str:
        """Return the name of an event type, or the code of a relation type in words."""
        known = event_types().get(code or "")
        return known.labels.get(self.language, known.code) if known else self(_plain(code))

    def explanation(self, code: str | None) -> str | None:
        """Return one sentence on what an event type covers, or None if it has no explanation."""
        known = event_types().get(code or "")
        return known.explanations.get(self.language) if known else None

    def mode(self, event_type: str | None, code: str | None) -> str | None:
        """Return the name of a mode of an event type, or None if it is unknown."""
        known = event_types().get(event_type or "")
        mode = known.modes.get(code or "") if known else None
        return mode.labels.get(self.language, mode.code) if mode else None

    def quad(self, number: int) -> str:
        """Return the name of a quad, numbered from 1 to 4."""
        return quads()[number].labels.get(self.language, str(number))

    def term(self, code: str | None) -> str:
        """Return a code of a closed list (kind, sign, status, verdict, lens) in words."""
        return self(_plain(code))

    def language_name(self, code: str) -> str:
        """Name the language of an article; an unknown code is returned as it is."""
        return self(LANGUAGE_NAMES.get(code, code))

    def day(self, text: str | None, precision: str | None = None) -> str:
        """Format an ISO date in the reader's language, no more precisely than `precision` or than it is.

        ``2011-03`` is a month and ``2011`` a year. Text that is not such a date is returned as it is.
        """
        return (_date(text, precision, self.language) or text) if text else self("no date")

    def certainty(self, confidence: float) -> str:
        """Return a confidence between 0 and 1 as a word and a number."""
        word = next(word for least, word in _CERTAINTY if confidence >= least or least == 0.0)
        return f"{self(word)} · {confidence:.2f}"


def refuse_unknown_language(language: str) -> None:
    """Raise `UsageError` unless the interface has this language."""
    if language not in LANGUAGES:
        raise UsageError(f"There is no language {language[:20]!r}. Choose one of {', '.join(LANGUAGES)}.")


@lru_cache(maxsize=_REMEMBERED)
def _number(number: int, language: str) -> str:
    return str(format_decimal(number, locale=language))


@lru_cache(maxsize=_REMEMBERED)
def _date(text: str, precision: str | None, language: str) -> str | None:
    """Format a date, or return None if the text is none."""
    try:
        first, _ = period_of(text)
    except ValueError:
        return None
    known = DatePrecision(precision) if precision in set(DatePrecision) else DatePrecision.UNKNOWN
    pattern = _FORMATS.get(known) or _PATTERNS.get(len(text), "d MMM yyyy")
    return str(format_date(date.fromisoformat(first), pattern, locale=language))


def _plain(code: str | None) -> str:
    return (code or "unknown").replace("_", " ").replace("-", " ").lower()


def form_of(number: int, forms: Mapping[str, str], language: str) -> str:
    """Return the form for a number among `forms`, which are keyed by plural category.

    The categories are those of Unicode CLDR: English has ``one`` and ``other``, Indonesian only ``other``,
    Arabic all six. A form that is missing is replaced by that for ``other``.
    """
    return forms.get(_category(number, language), forms["other"])


@lru_cache(maxsize=_REMEMBERED)
def _category(number: int, language: str) -> str:
    """The plural category of a number."""
    return str(Locale.parse(language).plural_form(number))


@cache
def _catalogue(language: str) -> tuple[Mapping[str, str], Mapping[str, Mapping[str, str]]]:
    """The translations of texts, and of texts with a number: the forms of each by plural category."""
    if language not in LANGUAGES or language == "en":
        return {}, {}
    text = files("explorer").joinpath("languages", f"{language}.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    return found["words"], found["plurals"]
