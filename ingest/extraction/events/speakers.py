"""Finds who speaks: the person whom a phrase introduces, the last speaker, or an unnamed source."""

from __future__ import annotations

from cypher.model.graph import Entity, EntityKind
from ingest.extraction.events.reporting import Cue
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party, named
from ingest.extraction.syntax.phrases import phrase
from ingest.extraction.syntax.sentence import Name, Parse

_SPEAKERS = frozenset(EntityKind) - {EntityKind.PLACE}
_ONE_PERSON = frozenset({EntityKind.PERSON, EntityKind.GROUP})
_FARTHEST = 14
_BREAKS = frozenset({".", ";", ":", "?", "!", '"', "“", "”"})


def speaker_at(finder: PartyFinder, cue: Cue) -> Party | None:
    """Return the party whose words a cue reports; None if it is no actor."""
    parse = finder.scene.parse
    if cue.head is None:
        return last_speaker(finder, cue.index)
    if parse.language.people.pronouns.get(parse.lower[cue.head]) == "person":
        before = last_speaker(finder, cue.head)
        if before is not None and before.entity.kind in _ONE_PERSON:
            return before
    found = actor_at(finder, cue.head)
    if found is not None and _is_spoken_of(finder, cue, found):
        return next(iter(finder.unresolved(cue.head, "person")), None)
    if found is not None and found.entity.kind is EntityKind.PERSON:
        return found
    return _introduced(finder, cue) or _source(finder, cue.head) or found or _unheard(finder, cue.head)


def _is_spoken_of(finder: PartyFinder, cue: Cue, speaker: Party) -> bool:
    """Return whether the person whom "he" was read as is named in what "he" says: "Ruiz left, he said"."""
    parse = finder.scene.parse
    if not cue.behind or cue.head is None or cue.head not in range(cue.ranges[0][1], cue.index + 4):
        return False
    pronoun = parse.language.people.pronouns.get(parse.lower[cue.head]) == "person"
    named_in_it = (finder.scene.entities[name].id for name in parse.names if name.end <= cue.ranges[0][1])
    return pronoun and speaker.entity.id in named_in_it


def actor_at(finder: PartyFinder, head: int) -> Party | None:
    """Return the first party at the head of a phrase that can speak, which no place can."""
    return next((party for party in finder.all_of(head) if party.entity.kind in _SPEAKERS), None)


def last_speaker(finder: PartyFinder, index: int) -> Party | None:
    """Return the speaker quoted last, read into the word at `index`."""
    speaker = finder.story.history.speaker
    if speaker is None:
        return None
    entity, parse = finder.story.linker.entities[speaker], finder.scene.parse
    reason = f"“{parse.words[index]}” read as {entity.name}"
    return Party(entity, parse.spans[index], 0.6, reason)


def _introduced(finder: PartyFinder, cue: Cue) -> Party | None:
    """Return the person whom a phrase introduces: "the director of the agency, Ana Ruiz, said"."""
    parse, head = finder.scene.parse, cue.head
    if head is None or (head in parse.name_at and parse.name_at[head].kind is EntityKind.PERSON):
        return None
    name = _person_before(parse, head, cue.index) if head < cue.index else _person_behind(parse, head)
    return named(finder.scene, name)[0] if name is not None else None


def _person_before(parse: Parse, head: int, cue: int) -> Name | None:
    """Return the person named last between the head of a phrase and the verb that it is the subject of."""
    between = [name for name in parse.names if head < name.end and name.end <= cue]
    last = between[-1] if between else None
    if last is None or last.kind is not EntityKind.PERSON:
        return None
    gap = range(last.end, cue)
    return last if not any(parse.tags[i] in {"VERB", "NOUN", "PRON", "ADP"} for i in gap) else None


def _person_behind(parse: Parse, head: int) -> Name | None:
    """Return the first person named in a phrase and the apposition behind it."""
    commas = 0
    for index in range(head, min(len(parse), head + _FARTHEST)):
        name = parse.name_at.get(index)
        if name is not None and name.kind is EntityKind.PERSON:
            return name
        commas += parse.lower[index] == ","
        stops = parse.lower[index] in _BREAKS or parse.is_word(index, "relative_pronouns")
        if name is None and (stops or commas > 1 or parse.tags[index] in {"VERB", "SCONJ", "CCONJ"}):
            return None
        if parse.lower[index] in parse.language.groups["listeners"]:
            return None
    return None


def _source(finder: PartyFinder, head: int) -> Party | None:
    """Return an unnamed source or newspaper as a group of its own: "German press", "a police source"."""
    parse = finder.scene.parse
    words = phrase(parse, head)
    sources = parse.language.groups["sources"]
    first = next((i for i in words if i not in parse.name_at and parse.is_one_of(i, sources)), None)
    if head in parse.name_at or first is None:
        return None
    if parse.language.grammar.head_first:
        words = [word for word in words if word >= first]
    span = parse.span(words[0], words[-1] + 1)
    countries = (finder.scene.entities[name] for name in parse.names if words[0] <= name.start <= words[-1])
    country = next((_country_of(entity) for entity in countries if _country_of(entity)), None)
    text = parse.text(span)
    return Party(finder.story.group(text, text.lower(), country), span, 0.6)


def _unheard(finder: PartyFinder, head: int) -> Party | None:
    """Return capitalised words that the recogniser did not mark as a name: "said Ruiz"."""
    parse = finder.scene.parse
    if not _is_like_a_name(parse, head) or parse.is_headline:
        return None
    first, last = head, head + 1
    while first and _is_like_a_name(parse, first - 1):
        first -= 1
    while last < len(parse) and _is_like_a_name(parse, last):
        last += 1
    span = parse.span(first, last)
    text = parse.text(span)
    return Party(finder.story.group(text, text.lower(), None), span, 0.3, f"“{text}” is written like a name")


def _is_like_a_name(parse: Parse, index: int) -> bool:
    dates = parse.language.dates
    dated = parse.lower[index] in dates["weekdays"] or parse.lower[index] in dates["months"]
    free = index not in parse.name_at and not dated
    return free and parse.tags[index] == "PROPN" and parse.words[index].istitle()


def _country_of(entity: Entity) -> str | None:
    return entity.id if entity.kind is EntityKind.COUNTRY else entity.country
