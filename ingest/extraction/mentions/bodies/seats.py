"""Tells the city that stands for a body from the city itself: "Brussels condemned X", "keputusan Brussel"."""

from __future__ import annotations

from ingest.extraction.syntax.phrases import preposition
from ingest.extraction.syntax.sentence import Name, Parse

_SEATS = {"brussels": "european-union"}
"""Cities that news names for the body that sits there, by their ids."""


def seated_body(parse: Parse, name: Name) -> str | None:
    """Return the id of the body for which a city's name stands; None if the city is meant."""
    body = _SEATS.get(name.known.id) if name.known is not None else None
    return body if body is not None and _acts(parse, name.start) else None


def _acts(parse: Parse, index: int) -> bool:
    """Return whether a name is who acts, or whose decision is told. The object of a verb may be the city."""
    grammar, above = parse.language.grammar, parse.heads[index]
    label = parse.labels[index]
    if grammar.plays(label, "coordination") and above in parse.name_at:
        return _acts(parse, above)
    word = preposition(parse, index)
    if word is not None:
        return grammar.has(word, "agent_prepositions") or grammar.has(word, "joint_prepositions")
    if grammar.plays(label, "narrowing"):
        return parse.is_one_of(above, parse.language.groups["decisions"])
    return grammar.plays(label, "subject", "agent") and parse.tags[above] == "VERB"
