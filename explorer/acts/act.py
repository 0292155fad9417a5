"""The base of all acts, their JSON, and the registry of their handlers.

An act is sent to the browser with the element that offers it, and comes back when the reader clicks. The
browser is not trusted: `act_of` refuses what it does not know. To add an act, write a frozen dataclass that
derives from `Act`, and register its handler with ``@perform.register``. Its keyword `needs` is the right that
the reader's role must have, if reading is not enough.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import singledispatch
from typing import ClassVar, get_type_hints

from cypher.errors import UsageError
from explorer.identity.roles import Right


class MalformedActError(UsageError):
    """The browser sent an act that does not exist, or whose fields do not fit."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The click was not understood: {reason}. Reload the page and click again.")


@dataclass(frozen=True, slots=True)
class Act:
    """What a click asks for. Fields may be texts, integers, members of a `StrEnum`, and tuples of texts."""

    known: ClassVar[dict[str, type[Act]]] = {}
    """All acts by their names, which are the names of their classes."""

    needs: ClassVar[Right] = Right.READ
    """What the reader's role must allow."""

    def __init_subclass__(cls, needs: Right | None = None) -> None:
        if needs is not None:
            cls.needs = needs
        if Act.known.setdefault(cls.__name__, cls).__module__ != cls.__module__:
            raise TypeError(f"two acts are called {cls.__name__}")
        Act.known[cls.__name__] = cls  # the decorator makes the class a second time

    def as_json(self) -> dict[str, object]:
        """Return the act as plain values."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return {
            "act": type(self).__name__,
            **{name: list(value) if isinstance(value, tuple) else value for name, value in values.items()},
        }


def act_of(value: object) -> Act:
    """Return the act in a value from the browser. Raises `MalformedActError` if it is not exactly one."""
    name = value.get("act") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(name, str) or name not in Act.known:
        raise MalformedActError(f"there is no act {str(value)[:80]!r}")
    kind, given = Act.known[name], {field: each for field, each in value.items() if field != "act"}
    types = _types(kind)
    if given.keys() != types.keys():
        raise MalformedActError(f"{name} has the fields {sorted(types)}, and not {sorted(map(str, given))}")
    return kind(**{field: _read(types[field], given[field], f"{name}.{field}") for field in types})


@singledispatch
def perform(act: Act) -> None:
    """Do what a click asks for. Call it in a callback; handlers are registered by the class of the act."""
    raise NotImplementedError(f"{type(act).__name__} has no handler")


def _types(kind: type[Act]) -> dict[str, type]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}


def _read(wanted: type, value: object, place: str) -> object:
    """Return `value` as the type that the field at `place` has."""
    if wanted == tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
    elif issubclass(wanted, StrEnum):
        if isinstance(value, str) and value in set(wanted):
            return wanted(value)
    elif type(value) is wanted:
        return value
    raise MalformedActError(f"{place} cannot be {str(value)[:80]!r}")
