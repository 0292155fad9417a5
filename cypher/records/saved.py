"""Rows of ``saved`` as records, written by `make records`."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.records.row import Row


@dataclass(frozen=True, slots=True)
class SilentSentences(Row):
    """A row of `saved/coverage/silent`."""

    language: str
    publisher: str | None
    sentences: int
    silent: int
    percent_silent: float
