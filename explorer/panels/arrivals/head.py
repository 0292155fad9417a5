"""What stands above the entries: since when, how much came in, lens and level, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cypher.arrivals.items import Arrivals
from cypher.model.graph import Level
from explorer.phrases import Phrase, Plural, Said, joined, say
from explorer.view.lens import lens_name
from explorer.view.level import LEVELS
from explorer.words import Words


@dataclass(frozen=True, slots=True)
class Moment(Phrase):
    """An ISO date and time (UTC), to the minute."""

    moment: str

    def said(self, words: Words) -> str:
        """Return it as the language writes days: 2 Mar 2026, 08:00 UTC."""
        day, _, time = self.moment.partition("T")
        return f"{words.day(day)}, {time[:5]} UTC" if time else words.day(day)


def summary(found: Arrivals) -> Said:
    """Say how much came in since when; only that nothing did, if so."""
    since = Moment(found.asked.since)
    if not found:
        return say("Nothing came in since {moment}", moment=since)
    documents = found.documents + (0 if found.asked.only else found.counted_only)
    return say(
        "{documents} came in since {moment}",
        documents=Plural(documents, "{number} document", "{number} documents"),
        moment=since,
    )


def standing(found: Arrivals) -> Said:
    """Say under which lens and level, and when."""
    lens = joined(": ", (say("Lens"), lens_name(found.asked.lens)))
    level = joined(": ", (say("Level"), say(LEVELS[Level(found.asked.level)])))
    return joined(" · ", (lens, level, say("as of {moment}", moment=Moment(found.made_at))))


def remarks(found: Arrivals) -> Iterator[Said]:
    """Yield how many claims came in, and what is not shown, with its number."""
    if found.documents:
        yield Plural(found.claims, "{number} claim is shown.", "{number} claims are shown.")
    if found.withheld:
        yield Plural(
            found.withheld,
            "{number} more is withheld by the lens.",
            "{number} more are withheld by the lens.",
        )
    if found.untied:
        yield Plural(
            found.untied,
            "{number} of the shown claims forms no tie at this level.",
            "{number} of the shown claims form no tie at this level.",
        )
    if found.counted_only and found.asked.only:
        yield say(
            "{number} documents came in before {moment}. They are too many to compare, and left out here.",
            number=found.counted_only,
            moment=Moment(found.compared_since.rstrip("~")),
        )
    elif found.counted_only:
        yield say(
            "{number} of them are too many to compare and only counted. What follows came in after {moment}.",
            number=found.counted_only,
            moment=Moment(found.compared_since.rstrip("~")),
        )
