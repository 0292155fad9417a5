"""The slots that verbs and event nouns have in common: a subject, an agent, and what a preposition adds."""

from __future__ import annotations

from abc import ABC, abstractmethod

from ingest.extraction.events.agents import find_agent, meant_by_ending
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.clauses import carried_by, subject, subjects
from ingest.extraction.syntax.phrases import child, is_event_noun, noun_after, oblique, oblique_of
from ingest.extraction.syntax.word_order import subject_before
from ingest.extraction.vocabulary.morphology import Voice

_OWNING = ("agent_prepositions", "possessive_prepositions", "origin_prepositions", "relative_pronouns")
"""Function words before the doer of a deed, or before what the deed was."""

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]
"""The actors and the recipients of an act."""


def introduced_by(preposition: str) -> str:
    """Return the rule that a preposition introduces the recipient, in words."""
    return f"“{preposition}” introduces the recipient"


class Slots(ABC):
    """Looks up the slots of one trigger and records the rules used.

    `speaker` is the party who is quoted, if any. `certainty` (0-1) falls with each reading that is less
    reliable; `carried` says whether a light verb provided parties.
    """

    def __init__(self, finder: PartyFinder, trigger: Trigger, speaker: Party | None = None) -> None:
        self.finder = finder
        self.speaker = speaker
        self.parse = finder.scene.parse
        self.trigger = trigger
        self.rules: list[str] = []
        self.certainty = 1.0
        self.carried = False

    @abstractmethod
    def sides(self) -> Sides:
        """Return the actors and the recipients."""

    @abstractmethod
    def moved(self) -> tuple[Party, ...]:
        """Return the moved party, for events without another actor."""

    def agent(self, word: int) -> tuple[Party, ...]:
        """Return the agents of a passive verb or an event noun."""
        found = find_agent(self.finder, self.trigger, word)
        if not found and self.parse.ends_with_doer(word):
            self.rules.append("the verb's ending")
            found = meant_by_ending(self.finder, word, self.speaker)
        return found

    def joined(self) -> tuple[Party, ...]:
        """Return the parties that a joint preposition adds to an event between equals."""
        head = oblique_of(self.parse, self.trigger.head, "joint_prepositions")
        return self.finder.all_of(head) if head is not None else ()

    def subject(self, verb: int, *, passive: bool) -> tuple[Party, ...]:
        """Return the parties of a verb's subject, by the parse or by word order."""
        if self.parse.is_nominalised(verb):  # its subject follows
            return self._behind(verb)
        heads, inherited = subjects(self.parse, verb)
        if not inherited:
            heads = tuple(head for head in heads if not self._is_behind(head, verb))
        head = heads[0] if heads else None
        find = self.finder.hit if passive else self.finder.all_of
        parties = next(filter(None, map(find, heads)), ())
        deed = None if passive or inherited else self._deed(verb, heads)
        if deed is not None and self._is_done_to(deed, parties):
            return ()
        if head is not None and not parties and not passive:
            parties = self._doer_of(head)
        if inherited and passive and parties:
            self.certainty *= 0.8
        if parties or not self.parse.language.grammar.head_first:
            if inherited:
                self.rules.append("subject of the verb above")
            return parties
        position = subject_before(self.parse, verb)
        behind = position is not None and (head is None or position > head)
        return self._by_position(position, deed) if behind and position is not None else ()

    def _by_position(self, position: int, deed: int | None) -> tuple[Party, ...]:
        """Return the parties of the noun before a verb, unless the verb's subject is a deed done to them."""
        parties = self.finder.all_of(position)
        if deed is not None and self._is_done_to(deed, parties):
            return ()
        self.rules.append("subject by position")
        self.certainty *= 0.8
        return parties

    def _behind(self, word: int) -> tuple[Party, ...]:
        head = noun_after(self.parse, word)
        return self.finder.all_of(head) if head is not None else ()

    def _deed(self, verb: int, heads: tuple[int, ...]) -> int | None:
        """Return the deed that is the subject of a verb, also in "serangan ke X yang menewaskan Y"."""
        found = next(filter(self._is_deed, heads), None)
        if found is not None or not heads or not self.parse.is_one_of(verb, self._outcomes):
            return found
        above = self.parse.heads[heads[0]]
        relative = self.parse.language.grammar.plays(self.parse.labels[verb], "relative")
        return above if relative and above < heads[0] and self._is_deed(above) else None

    @property
    def _outcomes(self) -> frozenset[str]:
        """Verbs for what a deed brings about rather than who does it: "menewaskan"."""
        return self.parse.language.groups["outcomes"]

    def _is_deed(self, head: int) -> bool:
        return head not in self.parse.name_at and is_event_noun(self.parse, head)

    def _is_done_to(self, deed: int, parties: tuple[Party, ...]) -> bool:
        """Return whether the parties of a subject are those to whom the deed that it names was done.

        In "Serangan terhadap X melukai Y", X did not injure Y.
        """
        return bool(parties) and all(self._is_aimed_at(deed, party) for party in parties)

    def _is_aimed_at(self, deed: int, party: Party) -> bool:
        """Return whether the last preposition between a deed and a party gives no owner: "serangan ke X"."""
        first = self.parse.head_of(party.span)
        between = range(first if first is not None else deed, deed, -1)
        last = next((index for index in between if self.parse.is_word(index, "prepositions")), None)
        return last is not None and not any(self.parse.is_word(last, group) for group in _OWNING)

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

    def by_preposition(self, word: int) -> tuple[Party, ...]:
        """Return the recipients that a preposition introduces behind a word."""
        for slot in self.trigger.sense.recipient:
            parties = () if slot in ("object", "subject") else self.slot(word, slot)
            if parties:
                return parties
        return ()

    def slot(self, word: int, preposition: str) -> tuple[Party, ...]:
        """Return the parties that one preposition introduces behind a word or its object."""
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
