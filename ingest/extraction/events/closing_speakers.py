"""Finds who speaks at the end of a sentence whose parse lost the subject: "…, Ana Ruiz, the envoy, said"."""

from __future__ import annotations

from cypher.model.graph import EntityKind
from ingest.extraction.syntax.phrases import child, noun_after
from ingest.extraction.syntax.sentence import Parse

_FARTHEST = 16


def closing_speaker(parse: Parse, index: int) -> tuple[int, int] | None:
    """Return the head of the speaker and the comma before it, for a verb of speech that ends a sentence.

    Only the time or place of speaking follows the verb, and the parse gives the verb no subject of its own.
    """
    behind = parse.tags[index + 1 :]
    owned = child(parse, index, "subject", "passive_subject", "agent") is not None
    if parse.language.grammar.head_first or owned or "VERB" in behind or "AUX" in behind:
        return None
    comma = _comma_before(parse, index)
    if comma is not None and comma == index - 1:
        return _before_apposition(parse, comma)
    head = noun_after(parse, comma) if comma is not None else None
    return _closing(parse, head, comma)


def _before_apposition(parse: Parse, comma: int) -> tuple[int, int] | None:
    """Return the person before a description between commas: ", Ana Ruiz, the envoy to Peru, said"."""
    opening = _comma_before(parse, comma)
    name = parse.name_at.get(opening - 1) if opening is not None else None
    if name is None or name.kind is not EntityKind.PERSON:
        return None
    return _closing(parse, name.end - 1, _comma_before(parse, name.start))


def _closing(parse: Parse, head: int | None, comma: int | None) -> tuple[int, int] | None:
    """Return a speaker and the comma before it, if a clause stands before that."""
    if head is None or comma is None or not {"VERB", "AUX"}.intersection(parse.tags[:comma]):
        return None
    return head, comma


def _comma_before(parse: Parse, index: int) -> int | None:
    """Return the comma before a word with no verb between them."""
    for item in range(index - 1, max(0, index - _FARTHEST), -1):
        if parse.lower[item] == ",":
            return item
        if parse.tags[item] in {"VERB", "AUX", "PRON"}:
            return None
    return None
