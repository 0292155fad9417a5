"""Blocs of states, such as ASEAN and the EU, as data: ``blocs.toml`` names members, source and date."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Bloc:
    """A bloc: its name by language, and the ISO 3166-1 alpha-3 codes of its members as of a day."""

    code: str
    labels: Mapping[str, str]
    members: frozenset[str]
    source: str
    as_of: date

    def label(self, language: str) -> str:
        """The name in a language, else in English."""
        return self.labels.get(language, self.labels["en"])


@cache
def blocs() -> Mapping[str, Bloc]:
    """All blocs by code, in the order of the file."""
    text = files("explorer.graph.blocs").joinpath("blocs.toml").read_text(encoding="utf-8")
    return {
        code: Bloc(code, row["labels"], frozenset(row["members"]), row["source"], row["as_of"])
        for code, row in tomllib.loads(text).items()
    }
