"""Tells the city that stands for a body from the city itself: "Brussels condemned X", "keputusan Brussel"."""

from __future__ import annotations

from spacy.tokens import Span as SpacySpan

from ingest.extraction.syntax.phrases import preposition
from ingest.extraction.syntax.sentence import Name, Parse
from ingest.extraction.vocabulary.language import Language
from ingest.extraction.vocabulary.name_words import name_words

_SEATS = {"brussels": "european-union"}
"""Cities that news names for the body that sits there, by their ids."""


def seated_body(parse: Parse, name: Name) -> str | None:
    """Return the id of the body for which a city's name stands; None if the city is meant."""
    body = _SEATS.get(name.known.id) if name.known is not None else None
    return body if body is not None and _acts(parse, name.start) else None


def stands_for_body(words: SpacySpan, language: Language) -> bool:
    """Return whether common words such as "Istana" and "Number 10" mean those who govern there.

    They then are written with a capital and act, or those who speak for them stand before them. Capitals
    behind them make another name: "Istana Negara Malaysia".
    """
    root, grammar = words.root, language.grammar
    acts = grammar.plays(root.dep_, "subject") and root.head.pos_ == "VERB" and root.head.i > root.i
    spoken = words.start > 0 and words.doc[words.start - 1].lower_ in name_words(language.code).speaking
    free = not any(word.pos_ == "DET" for word in root.children)
    longer = words.end < len(words.doc) and words.doc[words.end].text.istitle()
    return words[0].text.istitle() and free and not longer and (acts or spoken)


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
