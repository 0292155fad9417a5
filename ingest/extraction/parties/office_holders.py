"""Finds who is meant by an office: its holder on the day of publication, or a holder without a name."""

from __future__ import annotations

from dataclasses import replace

from cypher.model.graph import Entity
from ingest.extraction.mentions.offices import Office
from ingest.extraction.parties.collectives import countries_beside
from ingest.extraction.parties.groups import country_of
from ingest.extraction.parties.party import Party, named
from ingest.extraction.parties.times_of_office import days_of
from ingest.extraction.scene import Scene, Story
from ingest.extraction.syntax.sentence import Parse
from ingest.knowledge import load_knowledge

_OTHER_TIME = "former or future"
_DESCRIBING = frozenset({"ADJ", "PROPN", "NOUN"})
_OF_ONE = {"pope": "VAT"}
"""Offices that only one body has, so that a text need not name it."""


def office_parties(story: Story, scene: Scene, office: Office) -> tuple[Party, ...]:
    """Return the person named with an office, or else who holds it, in each of the countries beside it."""
    if office.person is not None:
        return named(scene, office.person)
    if office.body is None:
        return _held(story, scene, office)
    head = office.start if scene.parse.language.grammar.head_first else office.end - 1
    beside = countries_beside(scene.parse, office.body, head)
    alike = [replace(office, body=name, start=name.start, end=name.end) for name in beside]
    others = (party for item in alike for party in _held(story, scene, item, office.title))
    return (*_held(story, scene, office), *others)


def _held(story: Story, scene: Scene, office: Office, title: str | None = None) -> tuple[Party, ...]:
    """Return the holder of an office on the day of publication, else an unnamed office holder.

    `title` is that of the office if the words of `office` do not contain it: "British" in "British and
    Iranian diplomats".
    """
    parse = scene.parse
    body = scene.entities[office.body] if office.body else None
    of = body.id if body else _sole_body(parse, office)
    span = parse.span(office.first, office.last)
    text = parse.text(span)
    if title is not None:
        text = f"{title} {text}" if parse.language.grammar.head_first else f"{text} {title.lower()}"
    published = story.publication
    days = days_of(parse, published) if published else frozenset[str]()
    holder = _holder(story, office, of, days)
    if holder is not None:
        when = f"on {min(days)}" if len(days) == 1 else f"from {min(days)} to {max(days)}"
        return (Party(holder, span, 0.8, f"“{text}” was {holder.name} {when}"),)
    country = country_of(body) if body else None
    concept = f"{_OTHER_TIME} {office.concept}" if office.other_time else office.concept
    return (Party(story.group(text, concept, country), span, 0.8 if country else 0.6),)


def _sole_body(parse: Parse, office: Office) -> str | None:
    """Return the only body that has such an office: "the Pope", but not "the Coptic Pope"."""
    before = office.start - 1
    described = before >= 0 and parse.words[before][:1].isupper() and parse.tags[before] in _DESCRIBING
    capital = parse.words[office.start][:1].isupper() and office.end == office.start + 1
    return _OF_ONE.get(office.concept) if capital and not described else None


def _holder(story: Story, office: Office, of: str | None, days: frozenset[str]) -> Entity | None:
    """Return who held an office on all these days; None if several did or none is known."""
    if of is None or office.other_time:
        return None
    concept = office.concept.replace(" ", "_").replace("-", "_")
    known = {load_knowledge().holder(concept, of, day) for day in days}
    holder = known.pop() if len(known) == 1 else None
    return story.linker.known(holder) if holder else None
