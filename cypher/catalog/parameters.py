"""The types of a statement's parameters: which values they accept, and how to read these from text.

Each type has a reader. It takes the value that a person or a program passes and returns the value for the
database, or raises `ValueError` with words that complete the sentence "… must be …".
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cypher.errors import UsageError
from cypher.model.graph import USUAL_LEVEL, EventStatus, Lens, Level, Sign
from cypher.model.ids import alias_key
from cypher.model.ontology import event_types, quads
from cypher.model.search_words import forms_of


class ParameterType(StrEnum):
    """The type of a parameter; forms choose their widget by it."""

    STRING = "string"
    NAME = "name"  # sent as its alias key, so that any spelling matches
    STRINGS = "strings"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    ENTITY = "entity"
    ENTITIES = "entities"
    COUNTRY = "country"
    EVENT_TYPE = "event_type"
    EVENT_TYPES = "event_types"
    QUAD = "quad"
    SIGN = "sign"
    LENS = "lens"
    LEVEL = "level"
    STATUSES = "statuses"
    LANGUAGES = "languages"
    ID = "id"
    IDS = "ids"
    ROWS = "rows"
    WORDS = "words"  # sent as lists of the forms that each word may have

    @property
    def is_list(self) -> bool:
        """Whether a value has several members."""
        return self in _MEMBER_READERS


_COUNTS = frozenset({"limit", "skip"})
"""Parameters that say how many rows to return or skip."""

_MOST_ROWS = 2**31 - 1
"""The embedded engine counts rows in 32 bits: a larger limit would become negative."""

MOST_WORDS = 12
"""The maximum number of words of a search."""

_SHOWN = 200
_LARGEST = 2**63 - 1
"""Databases store integers in 64 bits."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One declared parameter of a statement; `default` counts only when it is not `required`."""

    name: str
    type: ParameterType
    help: str
    required: bool = True
    default: object = None

    @property
    def optional(self) -> bool:
        """Whether null is allowed: the statement then runs without this restriction."""
        return not self.required and self.default is None

    def check(self, value: object) -> object:
        """Convert `value` to what the database gets; raises `UsageError` if it does not fit the type.

        For an optional parameter, an empty list or text means that nothing was chosen and becomes null.
        """
        if self.optional and value in (None, "", [], ()):
            return None
        broken = _broken_text(value)
        if broken is not None:
            raise UsageError(f"{_shown(broken)} for {self.name!r} is not valid Unicode. Write it in UTF-8.")
        try:
            read = read_value(self.type, value)
            if self.name in _COUNTS and isinstance(read, int) and not 0 <= read <= _MOST_ROWS:
                raise ValueError(f"between 0 and {_MOST_ROWS:,}")
        except ValueError as problem:
            raise UsageError(f"Parameter {self.name!r} must be {problem}, not {_shown(value)}.") from None
        return read


def read_value(kind: ParameterType, value: object) -> object:
    """Convert `value`, typed or as text, to its type; raises `ValueError` that says what it must be."""
    if kind.is_list:
        read = _MEMBER_READERS[kind]
        return [read(member) for member in _members(value)]
    return _READERS[kind](value)


def sample_value(kind: ParameterType) -> object:
    """Return some value of this type, to try a statement with."""
    if kind.is_list:
        return []
    samples = {
        ParameterType.INTEGER: 1,
        ParameterType.NUMBER: 1.0,
        ParameterType.BOOLEAN: True,
        ParameterType.DATE: "2000-01-01",
        ParameterType.QUAD: 1,
        ParameterType.SIGN: Sign.CONFLICT.value,
        ParameterType.LENS: Lens.ALL.value,
        ParameterType.LEVEL: USUAL_LEVEL.value,
        ParameterType.WORDS: [["sample"]],
    }
    return samples.get(kind, "sample")


def _shown(value: object) -> str:
    """Format a value for a message: shorten a long one, and escape unprintable characters."""
    said = repr(value)
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"


_TEXTLESS = frozenset({type(None), bool, int, float})


def _broken_text(value: object) -> str | None:
    """Return a text in `value`, at any depth, that cannot be sent because it has lone surrogates.

    Python reads bytes of a command line that are not UTF-8 as lone surrogates.
    """
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if type(each) in _TEXTLESS:
            continue
        if isinstance(each, str):
            if not (each.isascii() or _is_unicode(each)):
                return each
        elif isinstance(each, Mapping):
            waiting.extend(each.values())
        elif isinstance(each, list | tuple | set | frozenset) and not _TEXTLESS.issuperset(map(type, each)):
            waiting.extend(each)
    return None


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _members(value: object) -> Sequence[object]:
    if isinstance(value, str):
        return [part.strip() for part in value.strip("[]").split(",") if part.strip()]
    if isinstance(value, Collection) and not isinstance(value, Mapping | bytes):
        return list(value)
    raise ValueError("a list")


def _row(value: object) -> dict[str, object]:
    if isinstance(value, dict):
        return value
    raise ValueError("a list of rows")


def _string(value: object) -> str:
    if isinstance(value, str):
        return str(value)
    raise ValueError("text")


def _name(value: object) -> str:
    return alias_key(_string(value))


def _words(value: object) -> list[list[str]]:
    """Return the forms of each word; forms are taken as they are, so that bound values can be bound again."""
    if isinstance(value, list) and value and all(isinstance(forms, list) for forms in value):
        return [[_string(form) for form in forms] for forms in value]
    found = forms_of(_string(value))
    if not 0 < len(found) <= MOST_WORDS:
        raise ValueError(f"1 to {MOST_WORDS} words, not counting those that are in every text, such as 'the'")
    return found


def _identifier(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise ValueError("an id that is not empty")


def _integer(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST:
        return value
    if isinstance(value, str) and re.fullmatch(r"[+-]?\d{1,18}", value.strip()):
        return int(value)
    raise ValueError("a whole number")


def _number(value: object) -> float:
    if isinstance(value, int | float | str) and not isinstance(value, bool):
        try:
            number = float(value)
        except (ValueError, OverflowError):
            number = math.nan
        if math.isfinite(number):
            return number
    raise ValueError("a number")


def _boolean(value: object) -> bool:
    known = {"true": True, "yes": True, "false": False, "no": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in known:
        return known[value.lower()]
    raise ValueError("true or false")


def _date(value: object) -> str:
    try:
        return date.fromisoformat(str(value).strip()).isoformat()
    except ValueError:
        raise ValueError("a date such as 2023-10-08") from None


def _country(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z]{3}", value.strip()):
        return value.strip().upper()
    raise ValueError("a country's three-letter code such as IDN")


def _event_type(value: object) -> str:
    return _one_of(str(value).strip().upper(), event_types())


def _quad(value: object) -> int:
    return int(_one_of(str(value), [str(quad) for quad in quads()]))


def _sign(value: object) -> str:
    return _one_of(str(value), [sign.value for sign in Sign])


def _status(value: object) -> str:
    return _one_of(str(value), [status.value for status in EventStatus])


def _lens(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(rf"{Lens.MINE.value}:.+", value):
        return value
    shared = [lens.value for lens in Lens if lens is not Lens.MINE]
    return _one_of(str(value), shared, f"; or {Lens.MINE.value}:AUTHOR")


def _level(value: object) -> str:
    return _one_of(str(value), [level.value for level in Level])


def _language(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}", value):
        return value
    raise ValueError("a language code such as id or en")


def _one_of(value: str, known: Collection[str], more: str = "") -> str:
    if value in known:
        return value
    raise ValueError(f"one of {', '.join(known)}{more}")


_READERS: dict[ParameterType, Callable[[object], object]] = {
    ParameterType.STRING: _string,
    ParameterType.NAME: _name,
    ParameterType.INTEGER: _integer,
    ParameterType.NUMBER: _number,
    ParameterType.BOOLEAN: _boolean,
    ParameterType.DATE: _date,
    ParameterType.ENTITY: _identifier,
    ParameterType.COUNTRY: _country,
    ParameterType.EVENT_TYPE: _event_type,
    ParameterType.QUAD: _quad,
    ParameterType.SIGN: _sign,
    ParameterType.LENS: _lens,
    ParameterType.LEVEL: _level,
    ParameterType.ID: _identifier,
    ParameterType.WORDS: _words,
}

_MEMBER_READERS: dict[ParameterType, Callable[[object], object]] = {
    ParameterType.STRINGS: _string,
    ParameterType.ENTITIES: _identifier,
    ParameterType.EVENT_TYPES: _event_type,
    ParameterType.STATUSES: _status,
    ParameterType.LANGUAGES: _language,
    ParameterType.IDS: _identifier,
    ParameterType.ROWS: _row,
}
