"""One statement about what came in, with the sentences that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cypher.arrivals.only import Only
from cypher.records.arrivals import NewSentence
from cypher.records.shared import EvidenceClaim
from explorer.acts import Act
from explorer.acts.opening import OpenDocument, OpenSentence
from explorer.dataset_words import quoted
from explorer.phrases import Day, Said, in_brackets, joined, maker_of, published_on, say


class Section(StrEnum):
    """What entries are about, in the order in which they are shown."""

    TURNED = "turned"
    DENIED = "denied"
    TIE = "tie"
    ACTOR = "actor"
    PHRASE = "phrase"
    WATCH = "watch"
    SOURCE = "source"
    TYPE = "type"
    COUNTRY = "country"
    UNREAD = "unread"


HEADINGS: Mapping[Section, str] = {
    Section.TURNED: "Reversed",
    Section.DENIED: "Contradicted",
    Section.TIE: "New ties",
    Section.ACTOR: "New actors",
    Section.PHRASE: "Watched words",
    Section.WATCH: "Watched queries",
    Section.SOURCE: "By source",
    Section.TYPE: "By type of event",
    Section.COUNTRY: "By country",
    Section.UNREAD: "Not read",
}
"""The headings in English."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with its source; `label` says what it is evidence of, if that is not plain.

    `document` and `claim` are ids; a sentence that was found by its words has no claim.
    """

    text: Said
    source: Said
    title: Said
    act: Act
    document: str
    claim: str = ""
    url: str | None = None
    label: Said | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement: its title, what else is said, and its evidence. `act` is what opens it in the app.

    `key` identifies it among those of its section, also on another day. `only` is what shows it alone.
    """

    section: Section
    key: str
    title: Said
    about: Said
    quotes: tuple[Quote, ...] = ()
    act: Act | None = None
    only: Only | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """The listed entries of a section, and how many more there are."""

    section: Section
    listed: tuple[Entry, ...]
    more: int = 0

    @property
    def number(self) -> int:
        """The number of all entries."""
        return len(self.listed) + self.more

    @property
    def heading(self) -> Said:
        """The heading of the section, with the number of all entries."""
        return joined(" ", (say(HEADINGS[self.section]), in_brackets(self.number)))

    @property
    def rest(self) -> Said | None:
        """How many entries are not listed; None if all are."""
        return say("{number} more are not listed here.", number=self.more) if self.more else None


def quotes(
    claims: Iterable[str], evidence: Mapping[str, EvidenceClaim], label: Said | None = None
) -> tuple[Quote, ...]:
    """Quote the sentences of claims."""
    return tuple(_quote(evidence[claim], label) for claim in claims if claim in evidence)


def _quote(claim: EvidenceClaim, label: Said | None) -> Quote:
    happened = Day(claim.date, claim.date_precision, claim.not_after) if claim.date else None
    speaker = claim.attribution_name
    parts = (
        say("According to {name}", name=speaker) if speaker else None,
        claim.publisher or say("unnamed publisher"),
        maker_of(claim.extractor),
        published_on(claim.published_on, claim.published_precision, claim.published_guessed),
        say("event: {day}", day=happened) if happened else None,
    )
    return Quote(
        quoted(claim.sentence, claim.extractor),
        joined(" · ", parts),
        claim.title or say("untitled"),
        OpenDocument(claim.document, claim.claim),
        claim.document,
        claim.claim,
        claim.url,
        label,
    )


def sentence_quotes(rows: Sequence[NewSentence]) -> tuple[Quote, ...]:
    """Quote sentences that were found by their words."""
    return tuple(_sentence(row) for row in rows)


def _sentence(row: NewSentence) -> Quote:
    day = published_on(row.published_on, row.published_precision, row.published_guessed)
    return Quote(
        row.sentence,
        joined(" · ", (row.publisher or say("unnamed publisher"), day)),
        row.title or say("untitled"),
        OpenSentence(row.document, row.start, row.end),
        row.document,
        url=row.url,
    )
