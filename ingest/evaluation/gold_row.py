"""A row of gold as JSON: parsed, and checked for what each field may hold, before its shape is looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, TypeAlias

from cypher.errors import UsageError

Row: TypeAlias = dict[str, Any]
Kinds: TypeAlias = tuple[type, ...]

_TEXT: Kinds = (str,)
_MAYBE_TEXT: Kinds = (str, NoneType)
_COUNT: Kinds = (int,)
_LIST: Kinds = (list,)
_OBJECT: Kinds = (dict,)

_KINDS: Mapping[str, Kinds] = {
    **dict.fromkeys(("text", "language", "lang", "file", "question", "kind"), _TEXT),
    **dict.fromkeys(("split", "type", "country", "mode", "status", "publisher", "origin"), _MAYBE_TEXT),
    **dict.fromkeys(("start", "end", "line"), _COUNT),
    **dict.fromkeys(("countries", "entities", "events", "relations", "chains", "constructions"), _LIST),
    **dict.fromkeys(("actor", "recipient", "mediator", "source", "target"), _LIST),
    **dict.fromkeys(("subject", "object", "files", "texts"), _OBJECT),
    "id": (str, int, NoneType),
    "trigger": (str, dict),
    "quad": (int, NoneType),
}
"""The types that a field with this name may have, anywhere in a row."""

_TEXTS = frozenset({"files", "texts", "countries", "constructions"})
"""Fields whose members are texts."""

_NAMES: Mapping[type, str] = {
    str: "a text",
    int: "a whole number",
    list: "a list",
    dict: "an object",
    NoneType: "null",
}


def parsed_row(line: str) -> Row:
    """The row of a line; raises `UsageError` that says which field does not hold what it should."""
    try:
        row = json.loads(line)
        problem = next(_problems(row), None) if isinstance(row, dict) else "is no JSON object"
    except json.JSONDecodeError as error:
        raise UsageError(f"is not JSON: {error}") from None
    except ValueError:
        raise UsageError("has a number with too many digits") from None
    except RecursionError:
        raise UsageError("is nested too deeply") from None
    if problem is not None:
        raise UsageError(f"{problem}; docs/extraction.md shows the rows")
    return dict(row)


def _problems(value: object) -> Iterator[str]:
    if isinstance(value, str) and not _is_unicode(value):
        yield "has half of a surrogate pair, which is no character"
    elif isinstance(value, list):
        for member in value:
            yield from _problems(member)
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from _problems(name)
            yield from _problems_of(name, member)
            yield from _problems(member)


def _problems_of(name: str, value: object) -> Iterator[str]:
    kinds = _KINDS.get(name)
    if kinds is None:
        return
    if not isinstance(value, kinds) or isinstance(value, bool):
        yield f'has a "{name}" that is not {" or ".join(_NAMES[kind] for kind in kinds)}'
    elif isinstance(value, int) and name in {"start", "end", "line"} and value < 0:
        yield f'has a "{name}" below 0'
    elif name in _TEXTS:
        members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if not all(isinstance(member, str) for member in members):
            yield f'has a "{name}" with members that are not texts'


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
