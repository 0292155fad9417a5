"""Loads the data files of a language from its folder under ``ingest/languages`` into typed objects.

To add a language, add such a folder; the code does not refer to particular languages.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from cypher.errors import UsageError
from cypher.model.graph import EntityKind
from ingest.extraction.vocabulary.lexicon import Lexicon
from ingest.extraction.vocabulary.morphology import Forms
from ingest.languages import supported_languages

Words = frozenset[str]
Phrases = Mapping[str, str]
Openings = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases as tuples of words by their first word, the longest first."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Dependency labels by the role they play, and the function words that mark roles."""

    labels: Mapping[str, Words]
    words: Mapping[str, Words]
    head_first: bool
    bare_agent: bool
    roles: Mapping[str, Words]

    def plays(self, label: str, *roles: str) -> bool:
        """Return whether a dependency label plays one of these roles (``subject``, ``object``, …)."""
        played = self.roles.get(label)
        return played is not None and not played.isdisjoint(roles)

    def has(self, word: str, group: str) -> bool:
        """Return whether a lower-case word belongs to a group of function words (``prepositions``, …)."""
        return word in self.words[group]


@dataclass(frozen=True, slots=True)
class People:
    """Words for people and organisations, in lower case: maps from word to concept, and sets of words."""

    collectives: Phrases
    relational: Words
    counterparts: Words
    outsiders: Words
    facilities: Words
    person_classifiers: Words
    offices: Phrases
    office_starts: Words
    honorifics: Words
    governments: Words
    territories: Words
    government_bodies: Words
    organisation_words: Words
    home: str | None
    home_bodies: Words
    pronouns: Phrases
    descriptions: Phrases
    determiners: Words
    two: Words
    all_of: Mapping[str, int]
    counted: Mapping[str, int]
    together: Phrases
    forms: Phrases
    quantifiers: Words
    portfolios: Words
    place_markers: Words
    directions: Words
    currencies: Words
    place_words: Words
    placing: Words


@dataclass(frozen=True, slots=True)
class Relations:
    """Words that state lasting relations.

    `verbs` maps a verb to its relation and the slots of the object, `nouns` a noun to its relation.
    """

    verbs: Mapping[str, tuple[str, ...]]
    nouns: Phrases
    noun_starts: Words
    copulas: Words
    determiners: Words
    former: Words
    future: Words


@dataclass(frozen=True, slots=True)
class Language:
    """All data of one language.

    `groups` holds the word lists of ``status.yaml``, ``speech.yaml``, ``requests.yaml``, ``truth.yaml``,
    ``topics.yaml`` and ``mediation.yaml``; `openings` holds the phrases of each list, and `first_words` the
    words with which an entry of it begins. `install` is the command that installs a pipeline. With
    `whole_hyphenated`, its tokenizer keeps hyphenated words whole. `lemmas` are those that it gets wrong.
    """

    code: str
    name: str
    pipelines: tuple[str, ...]
    install: str
    whole_hyphenated: bool
    entity_kinds: Mapping[str, EntityKind]
    grammar: Grammar
    forms: Forms
    lexicon: Lexicon
    people: People
    groups: Mapping[str, Words]
    openings: Mapping[str, Openings]
    first_words: Mapping[str, Words]
    dates: Mapping[str, Any]
    relations: Relations
    lemmas: Phrases

    @property
    def possessive_endings(self) -> tuple[str, ...]:
        """Endings that mean "his, her, its, their"."""
        return tuple(self.groups["possessive_endings"])

    def lemma(self, word: str, tagged: str) -> str:
        """Return the lemma of a word, which the pipeline says is `tagged`, in lower case."""
        return sys.intern(self.lemmas.get(word.lower(), tagged.lower()))

    def __hash__(self) -> int:
        return hash(self.code)


class _PlainLoader(yaml.CSafeLoader):
    """A safe loader that reads "on", "off", "yes" and "no" as words, and refuses a key that stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise UsageError(
                    f"line {key.start_mark.line + 1}: {key.value!r} stands twice; rename or join them"
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


_PlainLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


@cache
def load_language(code: str) -> Language:
    """Read a language's folder, once per process.

    Raises:
        UsageError: there is no such folder, or two of its files have a list of the same name.
    """
    if code not in supported_languages():
        known = ", ".join(supported_languages())
        raise UsageError(f"no data for the language {code!r}; available: {known}")
    folder = files("ingest").joinpath("languages", code)
    main = _read(folder, "language")
    forms = Forms.of(main)
    groups = _groups(folder)
    return Language(
        code=code,
        name=main["name"],
        pipelines=tuple(main["pipelines"]),
        install=main.get("install", "make setup"),
        whole_hyphenated=bool(main.get("whole_hyphenated")),
        entity_kinds={label: EntityKind(kind) for label, kind in main["entities"].items()},
        grammar=_grammar(main),
        forms=forms,
        lexicon=Lexicon.of(_read(folder, "triggers"), _read(folder, "light_verbs"), forms),
        people=_people(_read(folder, "people")),
        groups=groups,
        openings={name: _openings(words) for name, words in groups.items()},
        first_words={name: frozenset(word.split()[0] for word in words) for name, words in groups.items()},
        dates=_read(folder, "dates"),
        relations=_relations(_read(folder, "relations")),
        lemmas={str(form): lemma for lemma, forms in main.get("lemmas", {}).items() for form in forms},
    )


def _read(folder: Traversable, name: str) -> Any:  # noqa: ANN401 - file contents are checked where they are used
    text = folder.joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    try:
        return yaml.load(text, Loader=_PlainLoader)  # noqa: S506
    except UsageError as problem:
        raise UsageError(f"{folder.name}/{name}.yaml, {problem}") from None


def _groups(folder: Traversable) -> dict[str, Words]:
    files_of_words = ("status", "speech", "requests", "truth", "topics", "mediation")
    groups: dict[str, Words] = {}
    for file in files_of_words:
        found = _word_groups(_read(folder, file))
        twice = sorted(groups.keys() & found.keys())
        if twice:
            raise UsageError(f"{folder.name}/{file}.yaml: {twice[0]!r} is a list of another file; rename it")
        groups |= found
    return groups


def _openings(words: Words) -> Openings:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(word.split()) for word in words if " " in word), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in found.items()}


def _word_groups(table: Mapping[str, Any]) -> dict[str, Words]:
    return {name: frozenset(map(str, words)) for name, words in table.items()}


def _grammar(main: Mapping[str, Any]) -> Grammar:
    labels = _word_groups(main["dependencies"])
    every = {label for group in labels.values() for label in group}
    return Grammar(
        labels=labels,
        roles={label: frozenset(role for role, group in labels.items() if label in group) for label in every},
        words=_word_groups(main["function_words"]),
        head_first=main["noun_phrase"] == "head-first",
        bare_agent=bool(main.get("bare_agent")),
    )


def _people(table: Mapping[str, Any]) -> People:
    descriptions = table["descriptions"]
    return People(
        collectives={str(word): str(word) for word in table["persons"]} | _concepts(table["collectives"]),
        relational=frozenset(table["relational"]),
        counterparts=frozenset(table["counterparts"]),
        outsiders=frozenset(table["outsiders"]),
        facilities=frozenset(table["facilities"]),
        person_classifiers=frozenset(table["person_classifiers"]),
        offices=_concepts(table["offices"]),
        office_starts=frozenset(word.split()[0] for word in _concepts(table["offices"])),
        honorifics=frozenset(table["honorifics"]),
        governments=frozenset(table["governments"]),
        territories=frozenset(table["territories"]),
        government_bodies=frozenset(table["government_bodies"]),
        organisation_words=frozenset(table["organisation_words"]),
        home=table.get("home"),
        home_bodies=frozenset(table.get("home_bodies", ())),
        pronouns=_concepts(table["pronouns"]),
        descriptions=_concepts({kind: descriptions[kind] for kind in ("person", "country", "organisation")}),
        determiners=frozenset(descriptions["determiners"]),
        two=frozenset(descriptions["two"]),
        all_of=_numbers(descriptions["all_of"]),
        counted=_numbers(descriptions["counted"]),
        together=_concepts(descriptions["together"]),
        forms=_concepts(descriptions["forms"]),
        quantifiers=frozenset(table["quantifiers"]),
        portfolios=frozenset(table["portfolios"]),
        place_markers=frozenset(table["place_markers"]),
        directions=frozenset(table["directions"]),
        currencies=frozenset(table["currencies"]),
        place_words=frozenset(table["place_words"]),
        placing=frozenset(table["placing"]),
    )


def _relations(table: Mapping[str, Any]) -> Relations:
    return Relations(
        verbs={verb: tuple(map(str, row)) for verb, row in table["verbs"].items()},
        nouns=table["nouns"],
        noun_starts=frozenset(noun.split()[0] for noun in table["nouns"]),
        copulas=frozenset(table["copulas"]),
        determiners=frozenset(table["determiners"]),
        former=frozenset(table["former"]),
        future=frozenset(table["future"]),
    )


def _numbers(table: Mapping[int, list[str]]) -> dict[str, int]:
    return {str(word): number for number, words in table.items() for word in words}


def _concepts(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {str(word): concept for concept, words in table.items() for word in words}
