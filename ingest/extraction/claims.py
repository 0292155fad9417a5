"""Builds claims with deterministic ids from the events and relations of a document.

A claim holds what the sentence asserts, who is quoted, why it was extracted and how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cypher.model.assertions import identified
from cypher.model.graph import REFERS, Claim, Entity, Event, EventStatus, Extraction, Mention, Relation
from cypher.model.ids import content_id
from cypher.model.ontology import event_types
from ingest.extraction.events.acts import EVEN, chance_of_act
from ingest.extraction.events.confidence import confidence_of
from ingest.extraction.events.events import find_events
from ingest.extraction.events.evidence import evidence_of
from ingest.extraction.events.told import Told
from ingest.extraction.models import pipeline_version
from ingest.extraction.parse import ParsedDocument
from ingest.extraction.parties.coreferents import resolve_references
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party
from ingest.extraction.relations.relations import Stated, find_relations
from ingest.extraction.scene import Story, open_story
from ingest.extraction.syntax.sentence import Parse

EXTRACTOR = "konstelasi-rules-1"
"""Name and version of the rules; claims append the version of the pipeline to it."""


def extraction_of(parsed: ParsedDocument) -> Extraction:
    """Return all claims of a parsed document, with the entities and mentions that they need."""
    story = open_story(parsed)
    resolve_references(story)
    claims: dict[str, Claim] = {}
    for claim, _, _ in claims_of(story):
        claims.setdefault(claim.id, claim)
    mentions = tuple(sorted(story.mentions.values(), key=lambda item: (item.span, item.entity_id)))
    sentences = tuple(parse.record for parse in parsed.sentences)
    entities = _needed(story, mentions, claims.values())
    return Extraction(parsed.document, sentences, entities, mentions, tuple(claims.values()))


def claims_of(story: Story) -> Iterator[tuple[Claim, Told | Stated, Parse]]:
    """Yield the claims of a story in text order, each with its event or relation and its sentence."""
    extractor = f"{EXTRACTOR}+{pipeline_version(story.parsed.language.code)}"
    for scene in story.scenes:
        for told in find_events(story, scene):
            yield _event_claim(story, scene.parse, told, extractor), told, scene.parse
        for stated in find_relations(PartyFinder(story, scene)):
            yield _relation_claim(scene.parse, stated, extractor), stated, scene.parse
        story.history.note(scene.entities[name] for name in scene.parse.names)


def _event_claim(story: Story, parse: Parse, told: Told, extractor: str) -> Claim:
    for party in (*told.roles.parties, *told.roles.places):
        story.linker.entities.setdefault(party.entity.id, party.entity)
        if party.reason is None:
            story.mention(parse, party.entity, party.span, "an unnamed group")
        elif REFERS in party.reason:
            story.mention(parse, party.entity, party.span, party.reason)
    trigger = parse.span(told.trigger.start, told.trigger.end)
    event = _event(told)
    speaker = told.speaker.id if told.speaker else None
    evidence = evidence_of(told, parse)
    act = chance_of_act(evidence, told.odds, parse.language.code)
    return Claim(
        id=_claim_id(parse, event.event_type, _sides(event), parse.text(trigger)),
        document_id=parse.record.document_id,
        sentence_id=parse.record.id,
        asserts=event,
        trigger=trigger,
        confidence=confidence_of(told, evidence, act),
        extractor=extractor,
        attribution=speaker,
        reasons=_reasons(told, parse.text(trigger), act),
    )


def _event(told: Told) -> Event:
    sense = told.trigger.sense
    kind = event_types()[sense.event_type]
    roles = told.roles
    actors, recipients, places, mediators = map(
        _ids, (roles.actors, roles.recipients, roles.places, roles.mediators)
    )
    event = Event(
        id="",
        event_type=sense.event_type,
        quad=kind.quad.number,
        intensity=kind.intensity(sense.mode),
        status=told.status,
        actors=actors,
        recipients=recipients,
        places=places,
        mediators=mediators,
        mode=sense.mode,
        date=told.when.day,
        date_precision=told.when.precision,
        not_after=told.when.not_after if told.status is EventStatus.ACTUAL else None,
        reported_around=told.when.reported_around if told.status is EventStatus.ACTUAL else None,
    )
    return identified(event)


def _sides(event: Event) -> tuple[tuple[str, ...], ...]:
    return (event.actors, event.recipients, *([event.mediators] if event.mediators else []))


def _ids(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.entity.id for party in parties))


def _claim_id(parse: Parse, kind: str, parties: tuple[tuple[str, ...], ...], trigger: str) -> str:
    who = ("\n".join(ids) for ids in parties)
    return content_id("claim", parse.record.document_id, parse.record.text, kind, *who, trigger)


def _reasons(told: Told, trigger: str, act: float | None) -> tuple[str, ...]:
    sense = told.trigger.sense
    roles = told.roles
    label = sense.event_type if sense.mode is None else f"{sense.event_type}/{sense.mode}"
    read = (party.reason for party in roles.parties if party.reason)
    said = (f"said by {told.speaker.name}",) if told.speaker else ()
    dated = (told.when.reason,) if told.when.reason else ()
    second = (told.opinion.reason,) if told.opinion else ()
    about = () if act is None or act >= EVEN else (f"acts of states: {act:.2f}",)
    because = (*second, *roles.rules, *read, *dated, *said, *about)
    return tuple(dict.fromkeys((f"“{trigger}” means {label}", *because)))


def _relation_claim(parse: Parse, stated: Stated, extractor: str) -> Claim:
    ends = (stated.subject.id, stated.object.id)
    kind = stated.relation_type
    relation = identified(Relation("", kind, *ends, stated.role))
    words = parse.text(stated.trigger)
    return Claim(
        id=_claim_id(parse, kind.value, (ends[:1], ends[1:]), words),
        document_id=parse.record.document_id,
        sentence_id=parse.record.id,
        asserts=relation,
        trigger=stated.trigger,
        confidence=stated.certainty,
        extractor=extractor,
        reasons=(f"“{words}”: {stated.rule}",),
    )


def _needed(story: Story, mentions: Iterable[Mention], claims: Iterable[Claim]) -> tuple[Entity, ...]:
    """Return the entities that are mentioned or take part, in order of first appearance."""
    order = dict.fromkeys(mention.entity_id for mention in mentions)
    for claim in claims:
        ends = (
            (*claim.asserts.parties, *claim.asserts.places)
            if isinstance(claim.asserts, Event)
            else (claim.asserts.subject, claim.asserts.object)
        )
        order |= dict.fromkeys((*ends, *([claim.attribution] if claim.attribution else ())))
    return tuple(story.linker.entities[item] for item in order)
