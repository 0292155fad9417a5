"""Chooses the claims that say what a reader typed, such as "mengecam" in 2023."""

from __future__ import annotations

from collections.abc import Sequence

from cypher.model.search_words import words_of
from cypher.records.shared import EvidenceClaim


def reports_that_say(
    claims: Sequence[EvidenceClaim], forms: list[list[str]], year: str | None
) -> list[EvidenceClaim]:
    """Return the claims whose sentences have all words, given as their `forms`, and that fall into the year.

    If a word is the trigger of some of them, claims of their event types follow: they say the same in other
    words, perhaps in another language.
    """
    dated = [
        claim for claim in claims if year is None or (claim.date or claim.published_on or "")[:4] == year
    ]
    said = [claim for claim in dated if _has(claim.sentence, claim.language, forms)]
    types = {claim.event_type for claim in said if _is_meant(claim, forms)}
    return [*said, *(claim for claim in dated if claim.event_type in types and claim not in said)]


def _has(text: str, language: str, forms: list[list[str]]) -> bool:
    words = set(words_of(text, language))
    return all(words.intersection(each) for each in forms)


def _is_meant(claim: EvidenceClaim, forms: list[list[str]]) -> bool:
    first, last = (at - claim.sentence_start for at in (claim.trigger_start, claim.trigger_end))
    trigger = words_of(claim.sentence[first:last], claim.language)
    return any(word in each for each in forms for word in trigger)
