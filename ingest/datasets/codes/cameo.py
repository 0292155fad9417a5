"""CAMEO event codes: the PLOVER type and mode that each stands for, and its words.

``cameo.csv`` follows the table of the PLOVER manual, with the modes of our ontology: a mode that it lacks is
left out. 01 (statements) and 02 (appeals), which PLOVER has no type for, are STATEMENT and APPEAL. Meetings
at a third place (044) have no mode, because *third-party* is ours for mediation. Air strikes (195, with the
refinements 1951 and 1952 of ICEWS) are *aerial* and *drone*. A code that the table lacks is read as the code
without its last digit, so ``1951x`` is an air strike, and ``0211`` an appeal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.datasets.files.cells import RowError
from ingest.datasets.tables import rows
from ingest.documents.characters import shown

_SHORTEST = 3
"""The digits of the shortest event code: ``10`` may be a root, or ``010`` that lost its leading zero."""


@dataclass(frozen=True, slots=True)
class Coding:
    """The PLOVER type and mode for a code."""

    event_type: str
    mode: str | None = None


@lru_cache(4096)
def coding(code: str) -> Coding | None:
    """Return the type and mode for an event code such as ``0211``; None if it is none."""
    known = _codings()
    for length in range(len(code), 1, -1) if len(code) >= _SHORTEST else ():
        if found := known.get(code[:length]):
            return found
    return None


def needed_coding(code: str) -> Coding:
    """Return what `coding` gives for the cell of a row; raises `RowError` if that is no event code."""
    meaning = coding(code)
    if meaning is None:
        raise RowError(f"has the unknown event code “{shown(code)}”" if code else "has no event code")
    return meaning


def code_of(text: str) -> str | None:
    """Return the code for the words of an event, such as "Make an appeal or request"; None if unknown."""
    return _codes().get(text.casefold())


def label(code: str) -> str:
    """Return the words for a code, or for the code without its last digits; empty if it has none."""
    known = _labels()
    return next((known[code[:length]] for length in range(len(code), 2, -1) if code[:length] in known), "")


@cache
def _codings() -> Mapping[str, Coding]:
    return {row["code"]: Coding(row["type"], row["mode"] or None) for row in rows("cameo.csv")}


@cache
def _codes() -> Mapping[str, str]:
    return {row["text"].casefold(): row["code"] for row in rows("cameo_texts.csv")}


@cache
def _labels() -> Mapping[str, str]:
    labels: dict[str, str] = {}
    for row in rows("cameo_texts.csv"):
        labels.setdefault(row["code"], row["text"])
    return labels
