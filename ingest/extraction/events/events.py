"""Finds the events of a scene: triggers with their parties, status, time and speaker, without duplicates."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from cypher.model.graph import EntityKind, EventStatus
from cypher.model.ontology import is_mutual
from ingest.extraction.events.asking import with_request
from ingest.extraction.events.attribution import Quote, denials, find_quotes, speaker_of
from ingest.extraction.events.between.mediation import stands_apart, with_mediators, without_mediators
from ingest.extraction.events.between.mutuality import with_mutuality
from ingest.extraction.events.interviews import is_interview
from ingest.extraction.events.learned.opinion import Opinion, SecondOpinion, retyped
from ingest.extraction.events.learned.sense import odds_of_acts
from ingest.extraction.events.occasions import is_declined_comment, is_occasion, is_total
from ingest.extraction.events.repeats import once
from ingest.extraction.events.roles import Roles, find_roles
from ingest.extraction.events.timing import Clock
from ingest.extraction.events.told import Told
from ingest.extraction.events.triggers import Trigger, find_triggers
from ingest.extraction.events.truth.fictions import find_fictions
from ingest.extraction.events.truth.hearsay import find_hearsay
from ingest.extraction.events.truth.status import find_status, is_part_of
from ingest.extraction.events.truth.topics import is_act_of_states, is_doubtful
from ingest.extraction.events.truth.unfulfilled import find_unfulfilled
from ingest.extraction.events.truth.untruths import Untruth, find_untruths, status_in
from ingest.extraction.events.warnings import is_of_danger
from ingest.extraction.parties.collectives import is_possessed
from ingest.extraction.parties.companies import note_lists
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party
from ingest.extraction.scene import Odds, Scene, Story
from ingest.extraction.syntax.sentence import Parse

_CLOSE = 3
_NEAR = 8
_BLAMING = frozenset({"ACCUSE"})
_PROMISES = frozenset({"AGREE"})


def find_events(story: Story, scene: Scene, *, learned: bool = True) -> Iterator[Told]:
    """Yield the events of a scene in text order; without `learned`, classifiers are not used."""
    finder = PartyFinder(story, scene)
    found = tuple(find_triggers(scene.parse))
    triggers = tuple(item for item in found if not _is_title(scene, item))
    acts = {index for item in triggers for index in range(item.start, item.end)}
    untruths = _unreal(story, scene) if triggers else ()
    quotes = (*find_quotes(finder, acts), *denials(finder, untruths))
    if quotes:
        story.history.speaker = quotes[0].speaker.entity.id
    own = [item for item in triggers if not _is_swallowed(scene.parse, item, triggers)]
    clock = Clock(scene.parse, quotes, story.publication) if own else None
    told = [_told(finder, item, quotes, clock, untruths) for item in own if clock is not None]
    told = _without_mediators(told)
    told = _judged(scene.parse, found, told) if learned else told
    asked = scene.parse.record.text.rstrip().endswith("?")  # in a question, only events with parties are kept
    political = scene.parse.language.groups["unpolitical"].isdisjoint(scene.parse.lower)
    worthy = (
        item
        for item in _blamed(scene.parse, told)
        if _is_worth_telling(scene.parse, item)
        and not is_of_danger(scene.parse, item.trigger)
        and not is_total(scene.parse, item.trigger)
        and not is_occasion(scene.parse, item.trigger)
        and not is_declined_comment(scene.parse, item.trigger)
        and not is_interview(scene.parse, item.trigger, item.roles)
        and (political or _is_of_states(item))
        and is_act_of_states(scene.parse, item.trigger, item.roles, sporting=story.sporting)
    )
    kept = list(once([item for item in worthy if _parties(item) or not asked]))
    story.history.together = _last_together(kept) or story.history.together
    note_lists(story, scene)
    for item in kept:
        for parties in _companies(item.roles):
            story.history.keep_company(party.entity.id for party in parties)
    yield from kept


def _companies(roles: Roles) -> tuple[tuple[Party, ...], ...]:
    """Return the parties of an event that later words may mean together, the likeliest last."""
    return roles.recipients, roles.sides, roles.actors


def _last_together(told: list[Told]) -> tuple[str, ...]:
    """Return the parties of the last act between parties, such as talks, an accord or a mediation."""
    companies = (
        tuple(dict.fromkeys(party.entity.id for party in item.roles.sides))
        for item in reversed(told)
        if item.roles.mediators or is_mutual(item.trigger.sense.event_type, item.trigger.sense.mode)
    )
    return next((parties for parties in companies if len(parties) > 1), ())


def _unreal(story: Story, scene: Scene) -> tuple[Untruth, ...]:
    """Return the parts of a sentence that are untrue, not done, hearsay or fiction."""
    parse = scene.parse
    untrue = find_untruths(parse, _before(story, scene))
    return (*untrue, *find_unfulfilled(parse), *find_hearsay(parse), *find_fictions(parse))


def _before(story: Story, scene: Scene) -> Parse | None:
    """Return the sentence before a scene's, if there is one."""
    index = scene.parse.record.index
    return story.scenes[index - 1].parse if 0 < index <= len(story.scenes) else None


def _judged(parse: Parse, found: tuple[Trigger, ...], told: list[Told]) -> list[Told]:
    """Add the classifiers' opinion to each event; it may overrule vague rules for events with two parties."""
    second = SecondOpinion(parse, {item.head: item.sense.event_type for item in found})
    return [_told_with(item, second.of(item.trigger, _linked(parse, item.roles))) for item in told]


def _linked(parse: Parse, roles: Roles) -> tuple[int, int] | None:
    """Return the heads of the first actor and the first recipient, or of the first two actors."""
    pair = [*roles.actors[:1], *roles.recipients[:1], *roles.actors[1:2]][:2]
    heads = [parse.head_of(party.span) for party in pair]
    return (heads[0], heads[1]) if len(heads) == 2 and heads[0] is not None and heads[1] is not None else None


def _told_with(told: Told, opinion: Opinion | None) -> Told:
    if opinion is None:
        return told
    roles = told.roles
    paired = bool(roles.actors and roles.recipients) or len(roles.actors) > 1
    vague = not told.trigger.sense.required  # "imposed" beside "sanctions" needs no second opinion
    ahead = told.status in (EventStatus.PLANNED, EventStatus.HYPOTHETICAL)
    promised = opinion.event_type in _PROMISES and ahead  # "will visit" is a visit
    opinion = opinion if paired and vague and not promised else opinion.yielding()
    return replace(told, trigger=retyped(told.trigger, opinion), opinion=opinion)


def _is_title(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a word is part of a title: "juru bicara", "chief negotiator"."""
    office = scene.offices.get(trigger.head)
    return office is not None and office.start <= trigger.head < office.end


def _is_swallowed(parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    return not stands_apart(parse, trigger) and any(
        is_part_of(parse, trigger, other) or _is_object_of(trigger, other)
        for other in triggers
        if other is not trigger
    )


def _is_object_of(noun: Trigger, verb: Trigger) -> bool:
    """Return whether a noun only completes a verb of its own type: "menyuarakan keprihatinan"."""
    same = noun.sense.event_type == verb.sense.event_type and bool(verb.sense.required)
    same = same and "subject" in verb.sense.actor
    close = 0 <= noun.start - verb.end < _CLOSE
    return same and close and noun.voice.nominal and not verb.voice.nominal


def _without_mediators(told: list[Told]) -> list[Told]:
    """Take the mediators of a sentence out of what the parties between whom they mediate do together."""
    mediations = [item.roles for item in told if item.roles.mediators]
    return [
        item
        if item.roles.mediators
        else replace(item, roles=functools.reduce(without_mediators, mediations, item.roles))
        for item in told
    ]


def _blamed(parse: Parse, told: list[Told]) -> Iterator[Told]:
    """Make the actors of a condemned act the recipients of the accusation.

    Example: "mengecam pembunuhan warga sipil oleh tentara".
    """
    for item, after in zip_longest(told, told[1:]):
        open_accusation = item.trigger.sense.event_type in _BLAMING and not item.roles.recipients
        if open_accusation and after is not None and _is_deed(parse, item.trigger, after.trigger):
            recipients = after.roles.actors
            yield replace(item, roles=replace(item.roles, recipients=recipients)) if recipients else item
        else:
            yield item


def _is_deed(parse: Parse, accusation: Trigger, after: Trigger) -> bool:
    """Return whether a trigger names the act in an accusation: an event noun, or a clause after "bahwa"."""
    between = range(accusation.end, after.start)
    told = after.voice.nominal or any(parse.is_word(index, "complementizers") for index in between)
    return told and len(between) < _NEAR


def _told(
    finder: PartyFinder,
    trigger: Trigger,
    quotes: tuple[Quote, ...],
    clock: Clock,
    untruths: tuple[Untruth, ...],
) -> Told:
    parse = finder.scene.parse
    status = status_in(untruths, trigger.head) or find_status(parse, trigger)
    speaker = speaker_of(quotes, trigger.head)
    pointed = trigger.voice.nominal and _points_back(parse, trigger)
    trigger, roles = with_mediators(finder, trigger, find_roles(finder, trigger, speaker))
    if not roles.mediators:
        trigger, roles = with_mutuality(finder, trigger, roles)
    trigger = with_request(parse, trigger)
    doubtful = is_doubtful(parse, trigger, roles)
    said_by = speaker.entity if speaker is not None else None
    when = clock.when(trigger, status)
    odds = _odds(finder.story, parse)
    return Told(trigger, roles, when.status, when, said_by, pointed, doubtful, odds=odds)


def _odds(story: Story, parse: Parse) -> Odds | None:
    """Return the odds that a sentence tells acts of states; None without a classifier."""
    if story.odds is None:
        story.odds = odds_of_acts(scene.parse for scene in story.scenes)
    return story.odds.get(parse.record.id)


def _points_back(parse: Parse, noun: Trigger) -> bool:
    """Return whether a noun refers back to an earlier event: "serangan itu", "percakapannya"."""
    behind = parse.lower[noun.end : noun.end + 1]
    return is_possessed(parse, noun.end - 1) or not parse.language.people.determiners.isdisjoint(behind)


def _is_worth_telling(parse: Parse, told: Told) -> bool:
    """Return whether an event becomes a claim: it has the parties that its sense needs, or needs none."""
    sense, roles = told.trigger.sense, told.roles
    parties = _parties(told)
    if sense.joint and told.pointed and parties == 1 and not roles.carried:
        return False
    if not parties:
        return _stands_alone(parse, told)
    if sense.bare:
        return True
    if sense.light and not roles.carried and parties < 2:
        return False
    return not sense.agented or bool(roles.actors)


def _stands_alone(parse: Parse, told: Told) -> bool:
    """Return whether an event without parties is kept.

    Its sense must be `bare` or `local`; a `bare` noun also needs a place or must be the topic of the
    sentence.
    """
    sense, noun = told.trigger.sense, told.trigger.voice.nominal
    if sense.local:
        return not told.pointed and (sense.bare or not noun)
    if not sense.bare or told.pointed:
        return False
    return not noun or bool(told.roles.places) or _is_topic(parse, told.trigger.head)


def _is_topic(parse: Parse, noun: int) -> bool:
    """Return whether a noun is the subject or the root of its sentence.

    Examples: "Pembicaraan berlanjut", "Talks resumed".
    """
    about = parse.language.grammar.plays(parse.labels[noun], "subject", "passive_subject")
    return about or parse.heads[noun] == noun


def _is_of_states(told: Told) -> bool:
    """Return whether any party has a name or a country."""
    parties = told.roles.parties
    return any(party.entity.country or party.entity.kind is not EntityKind.GROUP for party in parties)


def _parties(told: Told) -> int:
    return len(told.roles.parties)
