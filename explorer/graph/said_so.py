"""Chooses the claims that say what a reader typed, such as "mengecam" in 2023."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cypher.model.search_words import words_of
from cypher.records.shared import EvidenceClaim


def reports_that_say(
    claims: Sequence[EvidenceClaim], forms: list[list[str]], year: str | None
) -> list[EvidenceClaim]:
    """Return the claims whose sentences have all words, given as their `forms`, and that fall into the year.

    If a word is the trigger of some of them, claims of their event types follow: they say the same in other
    words, perhaps in another language. Both parts are in the order of `claims`.
    """
    dated = [claim for claim in claims if year is None or _day(claim)[:4] == year]
    said = {claim.claim: claim for claim in dated if _has(claim.sentence, claim.language, forms)}
    types = {claim.event_type for claim in said.values() if _is_meant(claim, forms)}
    others = (claim for claim in dated if claim.event_type in types and claim.claim not in said)
    return [*said.values(), *others]


def newest_first(claims: Iterable[EvidenceClaim]) -> list[EvidenceClaim]:
    """Return each of the claims once, the newest first, and those of a day in the order of their ids."""
    once = {claim.claim: claim for claim in claims}
    return sorted((once[claim] for claim in sorted(once)), key=_day, reverse=True)


def _day(claim: EvidenceClaim) -> str:
    return claim.date or claim.published_on or ""


def _has(text: str, language: str, forms: list[list[str]]) -> bool:
    words = set(words_of(text, language))
    return all(words.intersection(each) for each in forms)


def _is_meant(claim: EvidenceClaim, forms: list[list[str]]) -> bool:
    first, last = (at - claim.sentence_start for at in (claim.trigger_start, claim.trigger_end))
    trigger = words_of(claim.sentence[first:last], claim.language)
    return any(word in each for each in forms for word in trigger)
