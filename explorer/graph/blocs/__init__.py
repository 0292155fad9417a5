"""Blocs of states, such as ASEAN and the EU, read from ``blocs.toml`` with members, source and date."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Bloc:
    """A bloc of states.

    `labels` has its name by language, `members` the ISO 3166-1 alpha-3 codes of its members on the day
    `as_of`.
    """

    code: str
    labels: Mapping[str, str]
    members: frozenset[str]
    source: str
    as_of: date

    def label(self, language: str) -> str:
        """Return the name in `language`, or the English name if there is none."""
        return self.labels.get(language, self.labels["en"])


@cache
def blocs() -> Mapping[str, Bloc]:
    """Return all blocs by code, in the order of the file."""
    text = files("explorer.graph.blocs").joinpath("blocs.toml").read_text(encoding="utf-8")
    return {
        code: Bloc(code, row["labels"], frozenset(row["members"]), row["source"], row["as_of"])
        for code, row in tomllib.loads(text).items()
    }
