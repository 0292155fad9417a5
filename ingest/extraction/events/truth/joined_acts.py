"""Decides whether what modifies a verb also bears on an act joined to it: "could not wait and attacked"."""

from __future__ import annotations

from ingest.extraction.events.truth.negation import is_negated
from ingest.extraction.syntax.phrases import child
from ingest.extraction.syntax.sentence import Parse

_PAST = frozenset({"Tense=Past", "VerbForm=Fin"})
_INFINITIVE = "VerbForm=Inf"


def is_done_anyway(parse: Parse, verb: int, joined: int) -> bool:
    """Return whether the auxiliaries and negation of a verb leave the act joined to it as it is.

    They do if only the joined verb has a past form ("could not wait and attacked"), or if the verb is negated
    and the act comes of it ("tak dapat menahan amarah dan menyerang", "tak bisa masuk lalu menyerang").
    """
    if _INFINITIVE in parse.features[verb]:
        return _PAST.issubset(parse.features[joined])
    return is_negated(parse, verb) and (_holds_back(parse, verb) or _follows(parse, verb, joined))


def _holds_back(parse: Parse, verb: int) -> bool:
    """Return whether the object of a verb is a feeling, which cannot be held back without an act."""
    held = child(parse, verb, "object")
    return held is not None and parse.is_one_of(held, parse.language.groups["feelings"])


def _follows(parse: Parse, verb: int, joined: int) -> bool:
    """Return whether a word between two verbs says that the second came after the first: "lalu"."""
    return not parse.language.groups["sequels"].isdisjoint(parse.lower[verb + 1 : joined])
