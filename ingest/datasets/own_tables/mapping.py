"""Says which column of somebody's own table is what of an event, and what its words for events mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum

FIELDS: Mapping[str, str] = {
    "key": "number or name of the event, unique in the table; without it a row is known by its content",
    "date": "day, month or year of the event",
    "actor": "who does it; several with the separator of parties",
    "actor_code": "a code for the actor, such as USAGOV of CAMEO",
    "actor_country": "the actor's country, as a code or a name",
    "actor_sector": "what the actor is, such as Foreign Ministry",
    "recipient": "to whom it is done",
    "recipient_code": "a code for the recipient",
    "recipient_country": "the recipient's country",
    "recipient_sector": "what the recipient is",
    "event": "what happens: a type of PLOVER, a code of CAMEO, or words of the table's own",
    "mode": "the mode of PLOVER, such as aerial",
    "intensity": "the table's own score of the event",
    "fatalities": "how many died",
    "place": "where it happened",
    "country": "the country where it happened, as a code or a name",
    "latitude": "degrees north",
    "longitude": "degrees east",
    "title": "title of the report",
    "url": "address of the report",
    "publisher": "who published the report",
    "published": "day on which it was published",
    "language": "language of the report, such as en or id",
    "text": "the words of the report on the event",
    "confidence": "how sure the report is, from 0 to 1",
}
"""The fields of an event that a table can have, with an explanation."""

NEEDED = ("date", "actor", "event")
"""The fields without which there is no event."""


class Codes(StrEnum):
    """How a table says what happens: in types of PLOVER, codes of CAMEO, or words of its own."""

    PLOVER = "plover"
    CAMEO = "cameo"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How the rows of a table become events; see `FIELDS` for the fields.

    `columns` are the columns of the table by field, `constants` are texts for fields that are the same in all
    rows, or for rows in which the cell is empty. `words` gives the table's own words for events a type and
    mode, ``PROTEST/demo``; rows with a word that has none are rejected. `separator` parts cells, `parties`
    parts several parties in a cell. `dates` is a format as ``%d.%m.%Y``. What is None is found out.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    codes: Codes = Codes.PLOVER
    words: Mapping[str, str] = field(default_factory=dict)
    directed: bool = True
    parties: str = ";"
    dates: str | None = None
    separator: str | None = None
    encoding: str | None = None

    def missing(self) -> tuple[str, ...]:
        """Return the needed fields for which there is neither a column nor a constant."""
        return tuple(name for name in NEEDED if name not in self.columns and name not in self.constants)

    def undecided(self) -> Iterator[str]:
        """Yield the table's own words for events that have no type yet."""
        return (word for word, meaning in self.words.items() if not meaning)


def nearest(name: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """Return a question with the known name that may be meant, ``; did you mean “date”?``, else nothing."""
    keys = {each.casefold(): each for each in known}
    close = get_close_matches(name.casefold(), keys, 1, 0.6)
    return f"; did you mean “{keys[close[0]]}”?" if close else "."
