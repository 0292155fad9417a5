"""What the interface says, as values without a language. They are translated where they are shown.

Panels build elements with phrases. The component that sends the elements to the browser translates them
with the reader's `Words`. A plain string is shown as it is: text from the news is never translated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NoReturn, TypeAlias

from cypher.model.ids import analyst_of, model_of
from explorer.error_texts import error_in
from explorer.reasons import reason_in
from explorer.words import Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something that the interface says, in any language."""

    def said(self, words: Words) -> str:
        """Return it in a language. Empty if there is nothing to say."""
        raise NotImplementedError

    def __str__(self) -> NoReturn:
        """Refuse to become a string before the language is known; use `joined`, `say` or `said`."""
        raise TypeError(f"{self!r} has no language yet")


Said: TypeAlias = str | Phrase


def said(what: Said, words: Words) -> str:
    """Return what is said in a language; a string is returned as it is."""
    return what.said(words) if isinstance(what, Phrase) else what


@dataclass(frozen=True, slots=True)
class Text(Phrase):
    """An English text of the interface with the values to insert, which may be phrases too."""

    english: str
    values: Mapping[str, object] = field(default_factory=dict)

    def said(self, words: Words) -> str:
        """Return the translation with its values."""
        values = {
            name: value.said(words) if isinstance(value, Phrase) else value
            for name, value in self.values.items()
        }
        return words(self.english, **values)


def say(english: str, **values: object) -> Text:
    """Return a text of the interface; each ``{name}`` in it stands for the value of that name."""
    return Text(english, values)


@dataclass(frozen=True, slots=True)
class Plural(Phrase):
    """A text with a number, such as ``3 claims``; `one` and `other` are English texts with ``{number}``."""

    number: int
    one: str
    other: str

    def said(self, words: Words) -> str:
        """Return the form for the number."""
        return words.plural(self.number, self.one, self.other)


@dataclass(frozen=True, slots=True)
class Number(Phrase):
    """A whole number, with the separators of the language."""

    number: int

    def said(self, words: Words) -> str:
        """Return the number: 1,234 or 1.234."""
        return words.number(self.number)


@dataclass(frozen=True, slots=True)
class ByHand(Phrase):
    """How many of some claims analysts made by hand; empty if all were extracted."""

    number: int
    claims: int

    def said(self, words: Words) -> str:
        """Return the number, or that there are no others."""
        if not self.number:
            return ""
        if self.number == self.claims:
            return words("only by hand")
        return words.plural(self.number, "{number} of them by hand", "{number} of them by hand")


def maker_of(extractor: str) -> Text | None:
    """Say which analyst or language model made a claim; None if rules extracted it."""
    if analyst := analyst_of(extractor):
        return say("by hand, {name}", name=analyst)
    model = model_of(extractor)
    return say("read by {name}", name=model) if model else None


@dataclass(frozen=True, slots=True)
class Joined(Phrase):
    """Several parts with a separator between them. Parts that say nothing are left out."""

    separator: str
    parts: tuple[Said, ...]

    def said(self, words: Words) -> str:
        """Return the parts in one string."""
        return self.separator.join(filter(None, (said(part, words) for part in self.parts)))


def joined(separator: str, parts: Iterable[Said | None]) -> Joined:
    """Join parts by a separator, without those that are None."""
    return Joined(separator, tuple(part for part in parts if part is not None))


def in_brackets(number: int) -> Joined:
    """Return a number in brackets, as it stands behind a heading."""
    return Joined("", ("(", Number(number), ")"))


@dataclass(frozen=True, slots=True)
class Translated(Phrase):
    """A text that comes with its translations by language, such as the title of a query."""

    translations: Mapping[str, str]
    english: str

    def said(self, words: Words) -> str:
        """Return the translation, or else the English text."""
        return self.translations.get(words.language, self.english)


@dataclass(frozen=True, slots=True)
class EventType(Phrase):
    """The name of an event type, or of a relation type."""

    code: str | None

    def said(self, words: Words) -> str:
        """Return the name from the ontology."""
        return words.event_type(self.code)


@dataclass(frozen=True, slots=True)
class Explanation(Phrase):
    """One sentence on what an event type covers; empty if it has no explanation."""

    code: str | None

    def said(self, words: Words) -> str:
        """Return the sentence from the ontology."""
        return words.explanation(self.code) or ""


@dataclass(frozen=True, slots=True)
class Mode(Phrase):
    """The name of a mode of an event type; empty if it is unknown."""

    event_type: str | None
    code: str | None

    def said(self, words: Words) -> str:
        """Return the name from the ontology."""
        return words.mode(self.event_type, self.code) or ""


@dataclass(frozen=True, slots=True)
class Reason(Phrase):
    """The extractor's reason for a claim."""

    reason: str

    def said(self, words: Words) -> str:
        """Return it in a language."""
        return reason_in(self.reason, words)


@dataclass(frozen=True, slots=True)
class Problem(Phrase):
    """The text of an error of the program."""

    error: str

    def said(self, words: Words) -> str:
        """Return it in a language."""
        return error_in(self.error, words)


@dataclass(frozen=True, slots=True)
class Term(Phrase):
    """A code of a closed list (kind, sign, status, verdict, lens)."""

    code: str | None

    def said(self, words: Words) -> str:
        """Return the code in words."""
        return words.term(self.code)


@dataclass(frozen=True, slots=True)
class Day(Phrase):
    """An ISO date, shown no more precisely than `precision`.

    Without a date, it is the latest day that is possible: "by 11 Mar 2023".
    """

    date: str | None
    precision: str | None = None
    not_after: str | None = None

    def said(self, words: Words) -> str:
        """Return the date as the language writes it."""
        if self.not_after and not self.date:
            return words("by {day}", day=words.day(self.not_after))
        return words.day(self.date, self.precision)


@dataclass(frozen=True, slots=True)
class Published(Phrase):
    """The day of publication as far as it is known: "11 Mar 2023", "published about March 2023 (guessed)"."""

    date: str | None
    precision: str | None = None
    guessed: bool = False

    def said(self, words: Words) -> str:
        """Return the day, month or year, and whether it is a guess."""
        day = words.day(self.date, self.precision)
        return words("published about {day} (guessed)", day=day) if self.date and self.guessed else day


def published_on(date: str | None, precision: str | None, guessed: bool) -> Phrase:
    """Say when something was published: "published: 11 Mar 2023", "published about March 2023 (guessed)"."""
    day = Published(date, precision, guessed)
    return day if date and guessed else say("published: {day}", day=day)


@dataclass(frozen=True, slots=True)
class Days(Phrase):
    """The first and the last date of several events; without any, the latest day by which they took place."""

    first: str | None
    last: str | None
    not_after: str | None = None

    def said(self, words: Words) -> str:
        """Return both dates, or one if they are equal. Empty if nothing is known."""
        dates = dict.fromkeys(date for date in (self.first, self.last) if date)
        if not dates and self.not_after:
            return Day(None, not_after=self.not_after).said(words)
        return " – ".join(words.day(date) for date in dates)


@dataclass(frozen=True, slots=True)
class Certainty(Phrase):
    """A confidence between 0 and 1, as a word and a number."""

    confidence: float

    def said(self, words: Words) -> str:
        """Return the word and the number."""
        return words.certainty(self.confidence)
