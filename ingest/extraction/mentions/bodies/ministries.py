"""Finds the state of a ministry that is named without one: "Di Moskow, Kementerian Luar Negeri …".

It is that of the ministry named in full before, of the capital beside it, or, in news of a language of one
country, of that country if no other state was named before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cypher.model.graph import EntityKind
from ingest.extraction.syntax.sentence import Name, Parse
from ingest.knowledge import Sense

_CITIES = frozenset({Sense.CAPITAL})
_OPENING = 4
"""Maximum number of tokens from the start of a sentence to the end of "Di Moskow, "."""


@dataclass(slots=True)
class States:
    """The states that a document has named so far, and those of its bodies by the name of the body."""

    home: str | None
    """The country of the language, such as Indonesia's."""

    named: dict[str, None] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)

    def of_body(self, parse: Parse, name: Name) -> str | None:
        """Return the state of a body that is named without one, if the text says or implies which it is."""
        text = name.text.lower()
        full = {state for body, state in self.bodies.items() if text in body}
        if len(full) == 1:
            return full.pop()
        placed = _capital_beside(parse, name)
        if placed is not None:
            return placed
        before = {*self.named, *_states(item for item in parse.names if item.end <= name.start)}
        return self.home if before <= {self.home} and self._is_at_home(parse, name) else None

    def _is_at_home(self, parse: Parse, name: Name) -> bool:
        return parse.lower[name.start] in parse.language.people.home_bodies

    def note(self, parse: Parse, countries: Mapping[str, str | None]) -> None:
        """Record the states and bodies of a sentence; `countries` are those of its names by their text."""
        self.named |= dict.fromkeys(_states(parse.names))
        for name in parse.names:
            country = countries.get(name.text)
            if name.kind is EntityKind.GOVERNMENT_BODY and country is not None:
                self.bodies[name.text.lower()] = country


def _states(names: Iterable[Name]) -> list[str]:
    """Return the countries of names of states, capitals and people in text order."""
    known = [name.known for name in names if name.known is not None]
    found = (item.id if item.kind is EntityKind.COUNTRY else item.country for item in known)
    return [country for country in found if country is not None]


def _capital_beside(parse: Parse, name: Name) -> str | None:
    """Return the state of the capital before or behind a body: "In Tehran, the …", "… di Jakarta"."""
    places = parse.language.grammar.words["place_prepositions"]
    behind = parse.name_at.get(name.end + 1) if name.end < len(parse) else None
    if behind is not None and parse.lower[name.end] in places:
        return _capital_of(behind)
    opening = parse.name_at.get(1)
    opens = opening is not None and parse.lower[0] in places and opening.end < _OPENING
    if opening is None or not opens or opening.end > name.start or parse.lower[opening.end] != ",":
        return None
    return _capital_of(opening)


def _capital_of(name: Name) -> str | None:
    is_capital = name.known is not None and name.sense in _CITIES
    return name.known.id if name.known is not None and is_capital else None
