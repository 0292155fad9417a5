"""Records for tests, made of the values that matter to them."""

from __future__ import annotations

from dataclasses import fields
from typing import TypeVar

from cypher.records.row import Row

R = TypeVar("R", bound=Row)

_PLAIN = {"str": "", "int": 0, "float": 0.0, "bool": False}


def made(record: type[R], **values: object) -> R:
    """A record with these values; other fields are null where they may be, else empty, 0 or false."""
    others = {each.name: _plain(str(each.type)) for each in fields(record)}  # type: ignore[arg-type]
    return record(**{**others, **values})


def _plain(kind: str) -> object:
    if kind.endswith("| None"):
        return None
    return [] if kind.startswith("Sequence") else _PLAIN[kind]
