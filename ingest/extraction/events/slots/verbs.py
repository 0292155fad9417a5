"""Fills the slots of a verb: "X menangkap Y", "Y ditangkap X"."""

from __future__ import annotations

from cypher.model.graph import EntityKind
from ingest.extraction.events.asking import DEMANDS
from ingest.extraction.events.complements import REFUSALS, named_in_complement
from ingest.extraction.events.slots.slots import Sides, Slots
from ingest.extraction.events.triggers import is_passive
from ingest.extraction.parties.party import Party
from ingest.extraction.parties.references import nearest_before
from ingest.extraction.syntax.clauses import subject
from ingest.extraction.syntax.joined_verbs import doer_of_complement, verbal_complements
from ingest.extraction.syntax.phrases import child, is_event_noun, noun_after, obliques
from ingest.extraction.syntax.shared_objects import sharing_verb
from ingest.extraction.vocabulary.morphology import Voice

_UNDERGONE_BY_NO_ONE = frozenset({"PROTEST"})
_AGREED = frozenset({"AGREE", "CONCEDE"})
"""Types whose other side may stand in what is agreed."""


class VerbSlots(Slots):
    """Looks up the slots of a verb."""

    def sides(self) -> Sides:
        """Return the actors and recipients of a verb."""
        verb = self.trigger.head
        passive = self.trigger.voice is Voice.PASSIVE or is_passive(self.parse, verb)
        passive = passive and not self._is_main_participle(verb)
        if "subject" not in self.trigger.sense.actor:
            if "speaker" not in self.trigger.sense.actor:
                return self._giver(verb), self.subject(verb, passive=True)
            return self._said(verb, () if self._is_unsaid(verb) else self.subject(verb, passive=passive))
        if passive:
            self.rules.append("passive verb")
            taken = self.subject(verb, passive=True) if "object" in self.trigger.sense.recipient else ()
            return self.agent(verb), taken or self.by_preposition(verb)
        self.rules.append("active verb")
        actors = self.subject(verb, passive=False)
        return actors, self._recipients(verb, actors)

    def _is_main_participle(self, verb: int) -> bool:
        """Return whether the parse took a verb for a participle: "Thousands of miners marched"."""
        if (
            self.trigger.sense.event_type not in _UNDERGONE_BY_NO_ONE
            or self.parse.language.grammar.head_first
        ):
            return False
        return child(self.parse, verb, "passive_subject", "passive_auxiliary", "agent") is None

    def _giver(self, verb: int) -> tuple[Party, ...]:
        """Return the agent, or the parties of a preposition that the sense names: "drew criticism from X"."""
        nouns = (noun for _, noun in obliques(self.parse, verb))
        given = (self.slot(word, slot) for slot in self.trigger.sense.actor for word in (verb, *nouns))
        return self.agent(verb) or next(filter(None, given), ())

    def _is_unsaid(self, verb: int) -> bool:
        """Return whether the words ask or blame nobody else: "we must go on", "those responsible for"."""
        head, _ = subject(self.parse, verb)
        pronouns = self.parse.language.people.pronouns
        ourselves = head is not None and pronouns.get(self.parse.lower[head]) == "first"
        relative = self.parse.language.grammar.plays(self.parse.labels[verb], "relative")
        return ourselves or (relative and self.trigger.sense.mode == "allege")

    def _said(self, verb: int, asked: tuple[Party, ...]) -> Sides:
        """Return who asks or blames whom; who speaks of themselves blames nobody."""
        speakers = self._speaker(verb) if asked else ()
        if not _are_same(speakers, asked):
            return speakers, asked
        quoted = (self.speaker,) if self.speaker is not None else ()
        return (() if _are_same(quoted, asked) else quoted), asked

    def _speaker(self, verb: int) -> tuple[Party, ...]:
        """Return the speaker as the actor of a demand: "Russia said that Israel must …"."""
        groups = self.parse.language.groups
        for above in self.parse.ancestors(verb):
            if any(self.parse.is_one_of(above, groups[said]) for said in ("before", "after")):
                self.rules.append("asked for by the speaker")
                return self.subject(above, passive=False)
        return (self.speaker,) if self.speaker is not None else ()

    def moved(self) -> tuple[Party, ...]:
        """Return the moved party, for events without another actor: "pasukan AS ditempatkan"."""
        verb = self.trigger.head
        return self.subject(verb, passive=True) or self._object(verb)

    def _recipients(self, verb: int, taken: tuple[Party, ...]) -> tuple[Party, ...]:
        other = sharing_verb(self.parse, verb)
        for complements in (verb,) if other is None else (verb, other):
            for slot in self.trigger.sense.recipient:
                parties = self._object(complements) if slot == "object" else self.slot(complements, slot)
                if parties:
                    return parties
        below = self._asked(verb) if self.trigger.sense.event_type in DEMANDS else self._agreed(verb)
        deep = self._deep(verb, taken) if self.trigger.sense.deep and not below else ()
        return below or self._clitic(verb, taken) or deep

    def _asked(self, verb: int) -> tuple[Party, ...]:
        """Return who is to do what is asked for: "mengingatkan, agar seluruh kader X mendukung Y"."""
        head = doer_of_complement(self.parse, verb)
        return self.finder.addressed(head) if head is not None else ()

    def _agreed(self, verb: int) -> tuple[Party, ...]:
        """Return who is named with a preposition in what is agreed: "sepakat berbagi kekuasaan dengan X"."""
        slots = self.trigger.sense.recipient if self.trigger.sense.event_type in _AGREED else ()
        below = verbal_complements(self.parse, verb) if self.parse.language.grammar.head_first else ()
        found = (self.slot(item, slot) for item in below for slot in slots if slot != "object")
        parties = next(filter(None, found), ())
        self.certainty *= 0.9 if parties else 1.0
        return parties

    def _clitic(self, verb: int, taken: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return the recipient expressed by the ending of an active verb.

        Example: "menculik Karim dan membunuhnya".
        """
        endings = self.parse.language.possessive_endings
        glued = bool(endings) and self.parse.lower[verb].endswith(endings)
        if not glued or "object" not in self.trigger.sense.recipient:
            return ()
        self.rules.append("the verb's ending")
        return nearest_before(self.finder.scene, verb, taken)

    def _deep(self, verb: int, taken: tuple[Party, ...]) -> tuple[Party, ...]:
        parties = named_in_complement(self.finder, self.trigger, verb, taken)
        if parties:
            self.rules.append("named in the complement")
            self.certainty *= 0.8
        return parties

    def _object(self, verb: int) -> tuple[Party, ...]:
        own = child(self.parse, verb, "object")
        pronoun = own is None or self.parse.is_word(own, "relative_pronouns")
        head = self._described_object(verb) if pronoun else own
        parties = self.finder.hit(head) if head is not None else ()
        if head is not None and parties:
            return self._turned_away(head, parties)
        if not self.parse.language.grammar.head_first:
            return ()
        position = noun_after(self.parse, self.trigger.end - 1)
        if position is None:
            return ()
        self.certainty *= 0.9
        return self.finder.hit(position)

    def _turned_away(self, head: int, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return the parties of a refused object that are refused themselves, or asked for it.

        In "menolak peraturan pemerintah", an unnamed group only describes what is refused.
        """
        refused = self.trigger.sense.event_type in REFUSALS and self.parse.language.grammar.head_first
        if not refused or is_event_noun(self.parse, head):
            return parties
        own = self.parse.spans[head]
        unnamed = EntityKind.GROUP
        return tuple(p for p in parties if p.entity.kind is not unnamed or p.span.overlaps(own))

    def _described_object(self, verb: int) -> int | None:
        """Return the noun that a relative clause with its own subject describes.

        Examples: "sandera yang mereka tawan", "the activists whom Uganda expelled".
        """
        noun = self.parse.heads[verb]
        if not self.parse.language.grammar.plays(self.parse.labels[verb], "relative"):
            return None
        own, inherited = subject(self.parse, verb)
        describes = not inherited and own is not None and noun < own < verb
        return noun if describes and own is not None and not self._tells_of_else(verb, noun, own) else None

    def _tells_of_else(self, verb: int, noun: int, own: int) -> bool:
        """Return whether a relative clause is about another object than the noun it describes.

        Examples: "a state whose army attacked", "the city where X fought", "men who X says were killed",
        "a drug which X accuses a gang of selling".
        """
        if self.parse.language.grammar.head_first:
            return False
        grammar, below = self.parse.language.grammar, self.parse.children[verb]
        opens = [index for index in range(noun + 1, own) if self.parse.is_word(index, "relative_adverbs")]
        objects = (item for item in below if grammar.plays(self.parse.labels[item], "object") and item > verb)
        clauses = (item for item in below if grammar.plays(self.parse.labels[item], "clause") and item > verb)
        return bool(opens) or next(objects, None) is not None or next(clauses, None) is not None


def _are_same(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Return whether two sides share a party or its words."""
    return any(
        one.entity.id == other.entity.id or one.span.overlaps(other.span) for one in some for other in others
    )
