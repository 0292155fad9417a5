"""Finds the type and mode of PLOVER for its codes, such as ``ASSAULT/aerial``, and for the names of both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cypher.model.ontology import EventType, event_types
from ingest.datasets.codes.cameo import Coding


def plover_named(text: str) -> Coding | None:
    """Return what ``ASSAULT``, ``assault/aerial`` or "Menyerang" stands for; None if PLOVER has no such."""
    name, _, mode = (part.strip() for part in text.partition("/"))
    kind = _types().get(name.casefold())
    if kind is None:
        return None
    if not mode:
        return Coding(kind.code)
    code = mode_named(kind, mode)
    return Coding(kind.code, code) if code else None


def mode_named(kind: EventType, text: str) -> str | None:
    """Return the mode of a type by its code or name; None if the type has no such mode."""
    wanted = plain(text)
    if not wanted:
        return None
    return next(
        (
            mode.code
            for mode in kind.modes.values()
            if wanted in (plain(mode.code), *map(plain, mode.labels.values()))
        ),
        None,
    )


def plain(text: str) -> str:
    """Return a mode as our codes are written: ``third_party`` and "Third party" are ``third-party``."""
    return text.strip().casefold().replace("_", "-").replace(" ", "-")


@cache
def _types() -> Mapping[str, EventType]:
    names = {label.casefold(): kind for kind in event_types().values() for label in kind.labels.values()}
    return names | {code.casefold(): kind for code, kind in event_types().items()}
