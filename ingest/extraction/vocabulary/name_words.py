"""Words that indicate the kind of a name, from the optional ``names.yaml`` in a language's folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class NameWords:
    """Sets of lower-case words; comments in the data files explain each set.

    `organ_starts` are the first words of `organs`.
    """

    organisation_endings: Words = frozenset()
    no_names: Words = frozenset()
    also_words: Words = frozenset()
    place_prepositions: Words = frozenset()
    place_nouns: Words = frozenset()
    streets: Words = frozenset()
    state_bodies: Words = frozenset()
    armed_nouns: Words = frozenset()
    organisation_nouns: Words = frozenset()
    locatives: Words = frozenset()
    thing_nouns: Words = frozenset()
    event_nouns: Words = frozenset()
    place_endings: Words = frozenset()
    federal_states: Words = frozenset()
    federal_cues: Words = frozenset()
    not_federal: Words = frozenset()
    given_names: Words = frozenset()
    organs: Words = frozenset()
    organ_starts: Words = frozenset()
    no_bodies: Words = frozenset()
    named_after: Words = frozenset()
    buildings: Words = frozenset()
    speaking: Words = frozenset()


@cache
def name_words(code: str) -> NameWords:
    """Return the words of a language, read once per process; empty if its folder has no such file."""
    path = files("ingest").joinpath("languages", code, "names.yaml")
    if not path.is_file():
        return NameWords()
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    groups = {group: frozenset(words) for group, words in table.items()}
    starts = frozenset(organ.split()[0] for organ in groups.get("organs", ()))
    return NameWords(**groups, organ_starts=starts)
