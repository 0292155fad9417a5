"""Fills the slots of an event noun: "serangan X terhadap Y", "X melakukan serangan"."""

from __future__ import annotations

from itertools import takewhile

from cypher.model.graph import EntityKind
from ingest.extraction.events.nominals import (
    Carrier,
    between,
    involved,
    light_verb,
    owner_before,
    possessor,
    relative_carrier,
)
from ingest.extraction.events.slots.slots import Sides, Slots
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.clauses import subject
from ingest.extraction.syntax.phrases import oblique
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.vocabulary.morphology import Voice

_TITLE = 7
"""How many words of a title may stand between a word of speech and the speaker's name."""

_BREAKS = frozenset({",", ".", ";", ":", '"', "“", "”"})


class NounSlots(Slots):
    """Looks up the slots of an event noun."""

    def sides(self) -> Sides:
        """Return the actors and recipients of a noun, from its possessor, prepositions and light verb."""
        if "speaker" in self.trigger.sense.actor:
            return self._blamed()
        self.rules.append("event noun")
        joint = between(self.finder, self.trigger)
        if joint:
            return joint, ()
        owners = possessor(self.finder, self.trigger) or owner_before(self.finder, self.trigger)
        carrier = light_verb(self.parse, self.trigger)
        self.carried = carrier is not None
        doers = self.agent(self.trigger.head)
        if carrier is not None and carrier.receives:
            received = self._received(carrier, doers or owners)
            if received is not None:
                return received
        return self._told(owners, doers or self._carried_by(carrier), carrier)

    def _blamed(self) -> Sides:
        """Return the speaker and whose fault a noun names: "kelalaian pemerintah", said by another."""
        self.rules.append("whose fault the speaker says it is")
        faulty = possessor(self.finder, self.trigger) or self.agent(self.trigger.head)
        return ((self.speaker,) if self.speaker is not None else ()), faulty

    def _received(self, carrier: Carrier, doers: tuple[Party, ...]) -> Sides | None:
        """Return the sides if the subject of the carrier receives the act: "X mendapat dukungan dari Y".

        Equals who get something together ("meraih kesepakatan") do not receive it.
        """
        if self.trigger.voice is Voice.UNDERGONE or (self.trigger.sense.joint and not doers):
            return None
        self.rules.append(f"received by the subject of “{self.parse.words[carrier.index]}”")
        behind = None if doers else relative_carrier(self.parse, self.trigger)
        doers = doers if behind is None else self.agent(behind.index)
        return doers, self.subject(carrier.index, passive=False)

    def _carried_by(self, carrier: Carrier | None) -> tuple[Party, ...]:
        """Return the actors that a light verb provides."""
        if carrier is None or self._is_own_subject(self.trigger.head, carrier):
            return ()
        self.rules.append(f"carried by “{self.parse.words[carrier.index]}”")
        passive = carrier.voice is Voice.PASSIVE
        return self.agent(carrier.index) if passive else self.subject(carrier.index, passive=False)

    def _told(self, owners: tuple[Party, ...], actors: tuple[Party, ...], carrier: Carrier | None) -> Sides:
        """Return the sides, given the owners of the noun and the actors known so far."""
        noun = self.trigger.head
        if not actors and not owners:
            attending = self._attending(noun) if self.trigger.sense.attended else ()
            actors = attending or involved(self.finder, self.trigger)
        recipients = self.by_preposition(noun)
        if self.trigger.voice is Voice.UNDERGONE:
            aimed = recipients or self._is_aimed(noun)
            if owners and aimed and not actors:
                return owners, recipients  # "penahanan Israel terhadap warga X": the possessor is the actor
            return actors, owners or recipients
        if carrier is not None and not recipients:
            recipients = self.by_preposition(carrier.index)
        if owners and not actors:
            return owners, recipients
        return actors, recipients or owners

    def _is_aimed(self, noun: int) -> bool:
        """Return whether a preposition of the sense's recipient stands behind a noun and its possessor."""
        aims = (slot for slot in self.trigger.sense.recipient if slot not in {"object", "subject"})
        return any(oblique(self.parse, noun, aim) is not None for aim in aims)

    def moved(self) -> tuple[Party, ...]:
        """Return the moved party, for events without another actor: "penempatan pasukan AS"."""
        return possessor(self.finder, self.trigger)

    def _is_own_subject(self, noun: int, carrier: Carrier) -> bool:
        """Return whether the event noun itself is the subject of the active verb.

        Example: "Penculikan 24 warga X membuat …".
        """
        if carrier.voice is not Voice.ACTIVE or self.parse.heads[noun] != carrier.index:
            return False
        happens = self.parse.lemmas[carrier.index] in self.parse.language.lexicon.happenings
        return not happens and self.parse.language.grammar.plays(self.parse.labels[noun], "subject")

    def _attending(self, noun: int) -> tuple[Party, ...]:
        """Return who speaks right before the event, or the subject of the verb that the event accompanies.

        Examples: "…, said Y after the visit to X"; "Setelah kunjungan ke X, Y melanjutkan …".
        """
        words = self.parse.language.groups["accompanying"]
        start = max(0, noun - 2)
        after = next((index for index in range(start, noun) if self.parse.lower[index] in words), None)
        if after is None:
            return ()
        self.rules.append("accompanies the act of its actor")
        name = self._name_before(after)
        if name is not None and self._speaks(name):
            return self.finder.all_of(name.start)
        verb = self.parse.heads[noun]
        head, _ = subject(self.parse, verb)
        return self.finder.all_of(head) if verb != noun and head is not None and head != noun else ()

    def _name_before(self, index: int) -> Name | None:
        """Return the name right before a word, or before its listeners: "X kepada wartawan usai …"."""
        groups, lower = self.parse.language.groups, self.parse.lower
        told = index >= 2 and lower[index - 2] in groups["listeners"] and index - 1 not in self.parse.name_at
        return self.parse.name_at.get(index - 3 if told else index - 1)

    def _speaks(self, name: Name) -> bool:
        """Return whether a word of speech stands before the name or its title: "kata Menteri X"."""
        groups, lower = self.parse.language.groups, self.parse.lower
        before = reversed(lower[max(0, name.start - _TITLE) : name.start])
        clause = takewhile(lambda word: word not in _BREAKS, before)
        said = groups["after"] | groups["before"] | groups["according"]
        return name.kind is not EntityKind.PLACE and not said.isdisjoint(clause)
