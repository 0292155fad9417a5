"""Finds between whom somebody mediates: beside the verb, in what is mediated, or in what it led to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cypher.model.graph import EntityKind
from ingest.extraction.events.nominals import joined_by
from ingest.extraction.events.triggers import Trigger, find_triggers, is_passive
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.clauses import subjects
from ingest.extraction.syntax.phrases import child, ends_clause, has_preposition, noun_after, oblique
from ingest.extraction.syntax.word_order import subject_before
from ingest.extraction.vocabulary.morphology import Voice

_LEADS_TO = frozenset({"AGREE", "CONSULT", "RETREAT", "COOPERATE", "CONCEDE"})
"""Acts that a mediation brings about: who does them together is who it was between."""

_RELATED = frozenset({"SUPPORT/relations"})
_NEAR = 4
_TOLD_BEFORE = 0.6
_DETERMINED = 6
"""Maximum number of tokens from a noun to the determiner behind its phrase: "kesepakatan empat hari itu"."""

Sides = tuple[tuple[Party, ...], str]
"""The parties, and the rule that found them in words."""


@dataclass(frozen=True, slots=True)
class Mediated:
    """What somebody mediates: the parties of one mediation, without its `mediators`."""

    finder: PartyFinder
    trigger: Trigger
    mediators: tuple[Party, ...]

    def sides(self) -> Sides:
        """Return at least two parties, or a group such as "both sides", with the rule; else no parties."""
        for parties, rule in self._candidates():
            found = self._others(parties)
            if len(found) > 1 or any(self._is_pair(party) for party in found):
                return found, rule
        return (), ""

    def _others(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        own = {party.entity.id for party in self.mediators}
        found = {party.entity.id: party for party in parties if party.entity.id not in own}
        return tuple(party for party in found.values() if party.entity.kind is not EntityKind.PLACE)

    def _is_pair(self, party: Party) -> bool:
        """Return whether a party stands for two: "the two delegations", "kedua pihak"."""
        parse = self.finder.scene.parse
        head = parse.head_of(party.span)
        words = set(parse.lower[max(0, head - 2) : head + 1]) if head is not None else set()
        return not words.isdisjoint(parse.language.people.two)

    def _candidates(self) -> Iterator[Sides]:
        parse, groups = self.finder.scene.parse, self.finder.scene.parse.language.groups
        verb = not self.trigger.voice.nominal
        objects = tuple(self._what()) if verb else ()
        if verb and any(parse.lower[noun] in groups["carried_messages"] for noun in objects):
            yield from self._of_message(objects[0])
            return
        for head in dict.fromkeys((self.trigger.head, self.trigger.end - 1)):
            yield from self._between(head)
        for noun in objects:
            yield from self._around(noun)
        for noun in objects or (self.trigger.head,):
            yield from self._above(noun)
            yield from self._told_before(noun)

    def _what(self) -> Iterator[int]:
        """Yield the noun that is mediated: the object of a verb, or its subject in the passive."""
        parse, verb = self.finder.scene.parse, self.trigger.head
        if self.trigger.voice is Voice.PASSIVE or is_passive(parse, verb):
            heads = [head for head in subjects(parse, verb)[0] if head < self.trigger.start]
            yield from heads[:1] or filter(None, (subject_before(parse, verb),))
            return
        inside = range(self.trigger.start + 1, self.trigger.end)
        taken = next((i for i in inside if parse.lower[i] in parse.language.groups["carried_messages"]), None)
        found = taken or child(parse, verb, "object") or noun_after(parse, self.trigger.end - 1)
        if found is not None:
            yield found

    def _between(self, head: int) -> Iterator[Sides]:
        parse = self.finder.scene.parse
        for word in sorted(parse.language.groups["mediated_sides"]):
            yield joined_by(self.finder, head, word), f"“{word}” introduces the parties"

    def _around(self, noun: int) -> Iterator[Sides]:
        """Yield the parties of what is mediated: "talks between A and B", "perundingan A dan B"."""
        parse = self.finder.scene.parse
        yield from self._between(noun)
        for word in sorted(parse.language.grammar.words["possessive_prepositions"]):
            head = oblique(parse, noun, word)
            yield self.finder.all_of(head) if head is not None else (), "whose talks they are"
        joint = self._introduced(noun, parse.language.grammar.words["joint_prepositions"])
        for parties in (self.finder.all_of(noun), self._behind(noun)):
            yield (*parties, *joint), "whose talks they are"

    def _behind(self, noun: int) -> tuple[Party, ...]:
        """Return the parties right after a noun in languages that put the head first."""
        parse = self.finder.scene.parse
        if not parse.language.grammar.head_first:
            return ()
        for index in range(noun + 1, min(len(parse), noun + 1 + _NEAR)):
            if parse.is_word(index, "prepositions") or parse.tags[index] in {"VERB", "PUNCT"}:
                return ()
            if index in parse.name_at:
                return self.finder.all_of(index)
        return ()

    def _above(self, noun: int) -> Iterator[Sides]:
        """Yield who did together what the mediation led to: "A and B signed an accord brokered by C".

        One party, with another behind "with", is a pair, too: "A freed hostages in a truce with B".
        """
        parse = self.finder.scene.parse
        acts = {index: act for act in find_triggers(parse) for index in range(act.start, act.end)}
        joint = self._introduced(noun, parse.language.grammar.words["joint_prepositions"])
        for verb in (index for index in parse.ancestors(noun) if parse.tags[index] in {"VERB", "AUX"}):
            if verb == self.trigger.head:
                continue
            for head in subjects(parse, verb)[0][:1]:
                if self._leads_to(acts.get(verb), verb):
                    yield (*self.finder.all_of(head), *joint), "who acted with the mediation"
                if head in acts and self._leads_to(acts[head], head):
                    yield from self._around(head)
                    yield from self._told_before(head)

    def _told_before(self, noun: int) -> Iterator[Sides]:
        """Yield the parties of the last talks or accord, for "the talks" and "perundingan itu"."""
        story, parse = self.finder.story, self.finder.scene.parse
        last = next((i for i in range(noun + 1, len(parse)) if ends_clause(parse, i)), len(parse))
        beside = {
            *parse.lower[max(0, noun - 1) : noun],
            *parse.lower[noun + 1 : min(last, noun + _DETERMINED)],
        }
        if beside.isdisjoint(parse.language.groups["definite"]) or len(story.history.together) < 2:
            return
        words = parse.words[noun]
        entities = (story.linker.entities[item] for item in story.history.together)
        parties = (
            Party(entity, parse.spans[noun], _TOLD_BEFORE, f"“{words}” read as of {entity.name}")
            for entity in entities
        )
        yield tuple(parties), "the talks were told before"

    def _leads_to(self, act: Trigger | None, verb: int) -> bool:
        parse = self.finder.scene.parse
        if act is None:
            return parse.is_one_of(verb, parse.language.lexicon.light_verbs)
        return act.sense.event_type in _LEADS_TO or f"{act.sense.event_type}/{act.sense.mode}" in _RELATED

    def _of_message(self, message: int) -> Iterator[Sides]:
        """Yield the sender and the addressee of a message: "a message from A to B", "pesan A kepada B"."""
        groups = self.finder.scene.parse.language.groups
        yield from self._between(message)
        yield from self._between(self.trigger.head)
        ends = (
            self._introduced(message, groups[name]) or self._introduced(self.trigger.head, groups[name])
            for name in ("message_from", "message_to")
        )
        senders, addressees = map(self._others, ends)
        senders = senders or self._others(self._owners(message))
        if senders and addressees:
            yield (*senders, *addressees), "who sends the message and who gets it"

    def _owners(self, message: int) -> tuple[Party, ...]:
        parse = self.finder.scene.parse
        owners = (
            self.finder.all_of(item)
            for item in parse.children[message]
            if parse.language.grammar.plays(parse.labels[item], "narrowing")
            and not has_preposition(parse, item)
        )
        return next(filter(None, owners), ()) or self._behind(message)

    def _introduced(self, head: int, words: Iterable[str]) -> tuple[Party, ...]:
        """Return the parties of the first phrase that one of the words introduces below a word."""
        parse = self.finder.scene.parse
        nouns = (oblique(parse, head, word) for word in sorted(words))
        return next(filter(None, (self.finder.all_of(noun) for noun in nouns if noun is not None)), ())
