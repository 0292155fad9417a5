"""Names the labels, relationship types and properties of a typed query that the graph does not have.

The databases run such a query and return nothing, so that a wrong name looks like missing news.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum

from cypher.catalog.names_in_text import Names, names_in
from cypher.catalog.vocabulary import graph_names
from cypher.records.explore import KnownName


class NameKind(StrEnum):
    """What a name stands for; the values are texts for readers."""

    LABEL = "label"
    TYPE = "relationship type"
    PROPERTY = "property"
    EITHER = "label or relationship type"


PLAIN = "There is no {kind} `{name}`."
NEAR = "There is no {kind} `{name}`; did you mean {near}?"
OTHER = "There is no {kind} `{name}`; there is a {other} of that name."

_NEAREST = 2
_ALIKE = 0.72
"""How similar a name must be to be suggested, from 0 to 1; `kountry` and `Country` are 0.86 alike."""

_MEANT: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("entity", "party", "participant", "node"), ("Actor", "Country")),
    **dict.fromkeys(("person", "organisation", "organization", "group", "leader", "company"), ("Actor",)),
    **dict.fromkeys(("state", "nation", "place", "location"), ("Country",)),
    **dict.fromkeys(("article", "news", "report", "source", "text"), ("Document",)),
    **dict.fromkeys(("edge", "link", "dyad"), ("Tie",)),
    **dict.fromkeys(("evidence", "statement", "fact"), ("Claim",)),
    **dict.fromkeys(("title", "label", "fullname"), ("name", "title")),
    **dict.fromkeys(("time", "day", "when", "timestamp", "published"), ("date", "published_on")),
    **dict.fromkeys(("type", "category", "eventtype"), ("event_type", "relation_type")),
    **dict.fromkeys(("newspaper", "outlet", "media"), ("publisher",)),
    **dict.fromkeys(("actorof", "initiates", "does"), ("ACTS_IN", "INITIATES")),
    **dict.fromkeys(("targets", "target", "affects", "receives"), ("ADDRESSES", "REACHES")),
    **dict.fromkeys(("mentioned", "mentionedin"), ("MENTIONS",)),
}
"""Names that people expect in such a graph, and those which it has instead."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that the graph does not have; `near` are names that may be meant, `other` is its true kind."""

    kind: NameKind
    name: str
    near: tuple[str, ...] = ()
    other: NameKind | None = None

    @property
    def text(self) -> str:
        """The sentence about it, with names of values in braces."""
        return OTHER if self.other else NEAR if self.near else PLAIN

    def __str__(self) -> str:
        listed = " or ".join(f"`{name}`" for name in self.near)
        return self.text.format(kind=self.kind, name=self.name, near=listed, other=self.other or "")


@dataclass(frozen=True, slots=True)
class _Known:
    labels: frozenset[str]
    types: frozenset[str]
    properties: frozenset[str]
    kinds: Mapping[NameKind, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        kinds = {
            NameKind.LABEL: self.labels,
            NameKind.TYPE: self.types,
            NameKind.PROPERTY: self.properties,
            NameKind.EITHER: self.labels | self.types,
        }
        object.__setattr__(self, "kinds", kinds)

    def check(self, kind: NameKind, names: Sequence[str]) -> Iterator[UnknownName]:
        for name in names:
            if name in self.kinds[kind]:
                continue
            others = (each for each in NameKind if name in self.kinds[each])
            if same := _same(name, self.kinds[kind]):
                yield UnknownName(kind, name, (same,))
            elif other := next(others, None):
                yield UnknownName(kind, name, other=other)
            else:
                yield UnknownName(kind, name, _nearest(name, self.kinds[kind]))


def unknown_names(text: str, in_database: Iterable[KnownName]) -> list[UnknownName]:
    """Return the names in a typed text that are neither in the model of the graph nor in the database."""
    named, known = names_in(text), _known(graph_names(), list(in_database))
    return [
        *known.check(NameKind.LABEL, named.labels),
        *known.check(NameKind.TYPE, named.types),
        *known.check(NameKind.EITHER, named.either),
        *known.check(NameKind.PROPERTY, named.properties),
    ]


def _known(model: Names, in_database: Sequence[KnownName]) -> _Known:
    def of(kind: NameKind) -> set[str]:
        return {row.name for row in in_database if row.kind == kind}

    return _Known(
        frozenset({*model.labels, *of(NameKind.LABEL)}),
        frozenset({*model.types, *of(NameKind.TYPE)}),
        frozenset({*model.properties, *of(NameKind.PROPERTY)}),
    )


def _same(name: str, known: frozenset[str]) -> str | None:
    """The known name in other letters, without underscores, or in the singular."""
    keys, key = {_key(each): each for each in known}, _key(name)
    return keys.get(key) or keys.get(_singular(key))


def _nearest(name: str, known: frozenset[str]) -> tuple[str, ...]:
    """The known names that are used instead of this one, or else are similar."""
    keys, key = {_key(each): each for each in sorted(known)}, _key(name)
    used = _MEANT.get(key) or _MEANT.get(_singular(key), ())
    meant = tuple(each for each in used if each in known)
    return meant or tuple(keys[each] for each in get_close_matches(key, keys, _NEAREST, _ALIKE))


def _key(name: str) -> str:
    return name.replace("_", "").casefold()


def _singular(key: str) -> str:
    return f"{key[:-3]}y" if key.endswith("ies") else key.removesuffix("s")
