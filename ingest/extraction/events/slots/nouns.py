"""Fills the slots of an event noun: "serangan X terhadap Y", "X melakukan serangan"."""

from __future__ import annotations

from ingest.extraction.events.nominals import Carrier, between, involved, light_verb, owner_before, possessor
from ingest.extraction.events.slots.slots import Sides, Slots
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.clauses import subject
from ingest.extraction.vocabulary.morphology import Voice


class NounSlots(Slots):
    """Looks up the slots of an event noun."""

    def sides(self) -> Sides:
        """Return the actors and recipients of a noun, from its possessor, prepositions and light verb."""
        noun = self.trigger.head
        self.rules.append("event noun")
        joint = between(self.finder, self.trigger)
        if joint:
            return joint, ()
        owners = possessor(self.finder, self.trigger) or owner_before(self.finder, self.trigger)
        carrier = light_verb(self.parse, self.trigger)
        self.carried = carrier is not None
        actors = self.agent(noun)
        if carrier is not None and not actors and not self._is_own_subject(noun, carrier):
            passive = carrier.voice is Voice.PASSIVE
            actors = self.agent(carrier.index) if passive else self.subject(carrier.index, passive=False)
            self.rules.append(f"carried by “{self.parse.words[carrier.index]}”")
        if not actors and not owners:
            attending = self._attending(noun) if self.trigger.sense.attended else ()
            actors = attending or involved(self.finder, self.trigger)
        if self.trigger.voice is Voice.UNDERGONE:
            addressed = self.by_preposition(noun)
            if owners and addressed and not actors:
                return owners, addressed  # "penahanan Israel terhadap warga X": the possessor is the actor
            return actors, owners or addressed
        recipients = self.by_preposition(noun)
        if carrier is not None and not recipients:
            recipients = self.by_preposition(carrier.index)
        if owners and not actors:
            return owners, recipients
        return actors, recipients or owners

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
        """Return the subject of the verb that the event accompanies.

        Example: "Setelah kunjungan ke X, Y melanjutkan …".
        """
        words = self.parse.language.groups["accompanying"]
        start = max(0, noun - 2)
        verb = self.parse.heads[noun]
        if verb == noun or words.isdisjoint(self.parse.lower[start:noun]):
            return ()
        head, _ = subject(self.parse, verb)
        self.rules.append("accompanies the act of its actor")
        return self.finder.all_of(head) if head is not None and head != noun else ()
