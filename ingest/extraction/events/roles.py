"""Fills the slots of a trigger with parties, using the parse and, where it has no answer, the word order."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.extraction.events.agents import find_agent
from ingest.extraction.events.complements import named_in_complement
from ingest.extraction.events.nominals import Carrier, between, involved, light_verb, owner_before, possessor
from ingest.extraction.events.places import at_home, find_places, is_only_where
from ingest.extraction.events.triggers import Trigger, is_passive
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party
from ingest.extraction.parties.references import nearest_before
from ingest.extraction.syntax.clauses import carried_by, subject, subject_before, subjects
from ingest.extraction.syntax.phrases import child, noun_after, oblique, oblique_of
from ingest.extraction.vocabulary.morphology import Voice


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one event, and the mediators between them.

    `rules` say how they were found, `certainty` (0-1) how reliable they are, and `carried` whether a light
    verb provided them.
    """

    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    places: tuple[Party, ...] = ()
    rules: tuple[str, ...] = ()
    certainty: float = 1.0
    carried: bool = False
    mediators: tuple[Party, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """The actors, the recipients and the mediators."""
        return (*self.sides, *self.mediators)

    @property
    def sides(self) -> tuple[Party, ...]:
        """The actors and the recipients."""
        return (*self.actors, *self.recipients)


def find_roles(finder: PartyFinder, trigger: Trigger, speaker: Party | None = None) -> Roles:
    """Return the parties of a trigger's event; no party is both actor and recipient.

    `speaker` is the party who is quoted, if any.
    """
    slots = _Slots(finder, trigger, speaker)
    actors, recipients = slots.nominal() if trigger.voice.nominal else slots.verbal()
    if trigger.sense.joint and not recipients and len(actors) < 2:
        actors = actors or slots.joined()
    if trigger.sense.moved and not actors:
        actors, recipients = slots.moved(), ()
    if trigger.sense.mutual and trigger.voice.nominal:
        actors, recipients = actors + recipients, ()
    ids = {party.entity.id for party in actors}
    places = tuple(find_places(finder, trigger))
    others = tuple(
        party
        for party in recipients
        if party.entity.id not in ids and not is_only_where(party, trigger, places)
    )
    certainty = min((party.certainty for party in (*actors, *others)), default=0.5)
    actors, others = (tuple(at_home(finder, trigger, p, places) for p in side) for side in (actors, others))
    return Roles(actors, others, places, tuple(slots.rules), certainty * slots.certainty, slots.carried)


def introduced_by(preposition: str) -> str:
    """Return the rule that a preposition introduces the recipient, in words."""
    return f"“{preposition}” introduces the recipient"


class _Slots:
    """Looks up the slots of one trigger and records the rules used."""

    def __init__(self, finder: PartyFinder, trigger: Trigger, speaker: Party | None) -> None:
        self.finder = finder
        self.speaker = speaker
        self.parse = finder.scene.parse
        self.trigger = trigger
        self.rules: list[str] = []
        self.certainty = 1.0
        self.carried = False

    def verbal(self) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Return the actors and recipients of a verb."""
        passive = self.trigger.voice is Voice.PASSIVE or is_passive(self.parse, self.trigger.head)
        verb = self.trigger.head
        if "subject" not in self.trigger.sense.actor:
            actors = self._speaker(verb) if "speaker" in self.trigger.sense.actor else self._agent(verb)
            return actors, self._subject(verb, passive=passive)
        if passive:
            self.rules.append("passive verb")
            taken = self._subject(verb, passive=True) if "object" in self.trigger.sense.recipient else ()
            return self._agent(verb), taken or self._by_preposition(verb)
        self.rules.append("active verb")
        actors = self._subject(verb, passive=False)
        return actors, self._recipients(verb, actors)

    def _speaker(self, verb: int) -> tuple[Party, ...]:
        """Return the speaker as the actor of a demand: "Russia said that Israel must …"."""
        said = self.parse.language.groups["before"] | self.parse.language.groups["after"]
        for above in self.parse.ancestors(verb):
            if self.parse.is_one_of(above, said):
                self.rules.append("asked for by the speaker")
                return self._subject(above, passive=False)
        return (self.speaker,) if self.speaker is not None else ()

    def moved(self) -> tuple[Party, ...]:
        """Return the moved party, for events without another actor: "pasukan AS ditempatkan"."""
        verb = self.trigger.head
        if self.trigger.voice.nominal:
            return possessor(self.finder, self.trigger)
        return self._subject(verb, passive=True) or self._object(verb)

    def nominal(self) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Return the actors and recipients of a noun, from its possessor, prepositions and light verb."""
        noun = self.trigger.head
        self.rules.append("event noun")
        joint = between(self.finder, self.trigger)
        if joint:
            return joint, ()
        owners = possessor(self.finder, self.trigger) or owner_before(self.finder, self.trigger)
        carrier = light_verb(self.parse, self.trigger)
        self.carried = carrier is not None
        actors = self._agent(noun)
        if carrier is not None and not actors and not self._is_own_subject(noun, carrier):
            passive = carrier.voice is Voice.PASSIVE
            actors = self._agent(carrier.index) if passive else self._subject(carrier.index, passive=False)
            self.rules.append(f"carried by “{self.parse.words[carrier.index]}”")
        if not actors and not owners:
            attending = self._attending(noun) if self.trigger.sense.attended else ()
            actors = attending or involved(self.finder, self.trigger)
        if self.trigger.voice is Voice.UNDERGONE:
            addressed = self._by_preposition(noun)
            if owners and addressed and not actors:
                return owners, addressed  # "penahanan Israel terhadap warga X": the possessor is the actor
            return actors, owners or addressed
        recipients = self._by_preposition(noun)
        if carrier is not None and not recipients:
            recipients = self._by_preposition(carrier.index)
        if owners and not actors:
            return owners, recipients
        return actors, recipients or owners

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

    def joined(self) -> tuple[Party, ...]:
        """Return the parties that a joint preposition adds to an event between equals."""
        head = oblique_of(self.parse, self.trigger.head, "joint_prepositions")
        return self.finder.all_of(head) if head is not None else ()

    def _subject(self, verb: int, *, passive: bool) -> tuple[Party, ...]:
        if self._is_nominalised(verb):
            return self._behind(verb)
        heads, inherited = subjects(self.parse, verb)
        if not inherited:
            heads = tuple(head for head in heads if not self._is_behind(head, verb))
        head = heads[0] if heads else None
        find = self.finder.hit if passive else self.finder.all_of
        parties = next(filter(None, map(find, heads)), ())
        if head is not None and not parties and not passive:
            parties = self._doer_of(head)
        if inherited and passive and parties:
            self.certainty *= 0.8
        if parties or not self.parse.language.grammar.head_first:
            if inherited:
                self.rules.append("subject of the verb above")
            return parties
        position = subject_before(self.parse, verb)
        if position is None or (head is not None and position <= head):
            return ()
        self.rules.append("subject by position")
        self.certainty *= 0.8
        return self.finder.all_of(position)

    def _is_nominalised(self, verb: int) -> bool:
        """Return whether an ending turns the verb into a noun, so that its subject follows.

        Examples: "terbunuhnya X", "mundurnya X".
        """
        endings = self.parse.language.possessive_endings
        word = self.parse.lower[verb]
        return bool(endings) and word.endswith(endings) and not self.parse.language.forms.is_active(word)

    def _behind(self, word: int) -> tuple[Party, ...]:
        head = noun_after(self.parse, word)
        return self.finder.all_of(head) if head is not None else ()

    def _doer_of(self, deed: int) -> tuple[Party, ...]:
        """Return who carried out the deed that is the subject of the verb.

        Example: "melakukan operasi yang menewaskan X".
        """
        carrier = carried_by(self.parse, deed)
        head = subject(self.parse, carrier)[0] if carrier is not None else None
        if head is None or head == deed:
            return ()
        self.rules.append(f"who did the “{self.parse.words[deed]}”")
        self.certainty *= 0.8
        return self.finder.all_of(head)

    def _is_behind(self, head: int, verb: int) -> bool:
        """Return whether a presumed subject follows a verb whose form requires the subject before it."""
        prefixed = self.trigger.voice in (Voice.ACTIVE, Voice.PASSIVE)
        return self.parse.language.grammar.head_first and prefixed and verb < head

    def _agent(self, word: int) -> tuple[Party, ...]:
        return find_agent(self.finder, self.trigger, word)

    def _recipients(self, verb: int, taken: tuple[Party, ...]) -> tuple[Party, ...]:
        for slot in self.trigger.sense.recipient:
            parties = self._object(verb) if slot == "object" else self._slot(verb, slot)
            if parties:
                return parties
        return self._clitic(verb, taken) or (self._deep(verb, taken) if self.trigger.sense.deep else ())

    def _clitic(self, verb: int, taken: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return the recipient expressed by the ending of an active verb.

        Example: "menculik Karim dan membunuhnya".
        """
        endings = self.parse.language.possessive_endings
        glued = bool(endings) and self.parse.lower[verb].endswith(endings)
        if not glued or "object" not in self.trigger.sense.recipient:
            return ()
        self.rules.append("the verb's ending")
        return nearest_before(self.finder.scene, verb, frozenset(party.entity.id for party in taken))

    def _deep(self, verb: int, taken: tuple[Party, ...]) -> tuple[Party, ...]:
        parties = named_in_complement(self.finder, self.trigger, verb, taken)
        if parties:
            self.rules.append("named in the complement")
            self.certainty *= 0.8
        return parties

    def _object(self, verb: int) -> tuple[Party, ...]:
        head = child(self.parse, verb, "object") or self._described_object(verb)
        parties = self.finder.hit(head) if head is not None else ()
        if parties:
            return parties
        if not self.parse.language.grammar.head_first:
            return ()
        position = noun_after(self.parse, self.trigger.end - 1)
        if position is None:
            return ()
        self.certainty *= 0.9
        return self.finder.hit(position)

    def _described_object(self, verb: int) -> int | None:
        """Return the noun that a relative clause with its own subject describes.

        Example: "sandera yang mereka tawan".
        """
        grammar, noun = self.parse.language.grammar, self.parse.heads[verb]
        describes = grammar.plays(self.parse.labels[verb], "relative") and grammar.head_first
        own, _ = subject(self.parse, verb)
        return noun if describes and own is not None and noun < own < verb else None

    def _by_preposition(self, word: int) -> tuple[Party, ...]:
        for slot in self.trigger.sense.recipient:
            parties = () if slot in ("object", "subject") else self._slot(word, slot)
            if parties:
                return parties
        return ()

    def _slot(self, word: int, preposition: str) -> tuple[Party, ...]:
        heads = (oblique(self.parse, word, preposition), self._object_oblique(word, preposition))
        for head in heads:
            parties = self.finder.hit(head) if head is not None else ()
            if parties:
                self.rules.append(introduced_by(preposition))
                return parties
        return ()

    def _object_oblique(self, word: int, preposition: str) -> int | None:
        head = child(self.parse, word, "object")
        return oblique(self.parse, head, preposition) if head is not None else None
