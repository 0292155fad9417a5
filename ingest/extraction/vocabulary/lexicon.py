"""The trigger lexicon: which words express which event type, and where their parties stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ingest.extraction.vocabulary.morphology import Forms, Voice


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a group of triggers, as written in ``triggers.yaml``.

    `actor` and `recipient` are slots (``subject``, ``object``, ``possessor`` or a preposition) in the order
    in which they are tried. `required` and `forbidden` are words beside the trigger; with `anywhere`, the
    required ones may be anywhere in the sentence. `topics` are words forbidden anywhere in the sentence.
    `strength` is the share of correct claims that the author of the sense expects.

    - `moved`: the moved party is the actor if there is no other.
    - `mutual`: both sides are actors.
    - `attended`: the subject of the verb that the event accompanies is the actor.
    - `joint`: if the event has no parties yet, those after a joint preposition ("with") are the actors.
    - `light`: a noun counts only with a light verb or with two parties.
    - `bare`: the event is kept even without parties.
    - `takes`: the complement is part of this event, not an event of its own.
    - `deep`: the recipient may be named inside the complement.
    - `local`: unnamed people do this in their own country.
    - `sides`: a mediation only if the text names two parties beside the mediator, else an act without a mode.
    - `agented`: without an actor the passive is only a hedge ("suspected of …") and does not count.
    """

    event_type: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    required: tuple[str, ...]
    anywhere: bool
    forbidden: tuple[str, ...]
    topics: frozenset[str]
    moved: bool
    mutual: bool
    attended: bool
    joint: bool
    light: bool
    bare: bool
    takes: bool
    deep: bool
    local: bool
    agented: bool
    sides: bool
    strength: float


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of a sense; `rest` are the words that must follow the first one."""

    sense: Sense
    voice: Voice
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by their first word, longest and most specific first, and verbs that provide the actor."""

    entries: Mapping[str, tuple[Entry, ...]]
    light_verbs: Mapping[str, Voice]
    happenings: frozenset[str]
    through: frozenset[str]
    answering: tuple[tuple[str, ...], ...]
    involving: frozenset[str]
    receives: frozenset[str]
    stages: frozenset[str]

    @classmethod
    def of(cls, senses: Iterable[Mapping[str, Any]], light: Mapping[str, Any], forms: Forms) -> Lexicon:
        """Build a lexicon with all forms of the senses and light verbs of a language."""
        entries: defaultdict[str, list[Entry]] = defaultdict(list)
        for row in senses:
            for word, entry in _entries(row, forms):
                entries[word].append(entry)
        ranked = {word: tuple(sorted(found, key=_rank)) for word, found in entries.items()}
        verbs = {form: voice for stem in light["verbs"] for form, voice in forms.spell(stem)}
        verbs |= dict.fromkeys([*light["words"], *light["receives"]], Voice.ACTIVE)
        answering = tuple(forms.tokens(phrase) for phrase in light["answering"])
        kinds = ("happens", "through", "involving", "receives", "stages")
        happens, through, involving, receives, stages = (frozenset(light[key]) for key in kinds)
        return cls(ranked, verbs, happens, through, answering, involving, receives, stages)


def _rank(entry: Entry) -> tuple[int, bool]:
    return -len(entry.rest), not entry.sense.required


def _entries(row: Mapping[str, Any], forms: Forms) -> Iterator[tuple[str, Entry]]:
    sense = _sense(row, forms)
    for stem in row.get("verbs", ()):
        first, *rest = forms.tokens(stem)
        for form, voice in forms.spell(first):
            yield form, Entry(sense, voice, tuple(rest))
    for field, voice in (("words", Voice.ACTIVE), ("nouns", Voice.NOUN), ("undergone", Voice.UNDERGONE)):
        for phrase in row.get(field, ()):
            first, *rest = forms.tokens(phrase)
            yield first, Entry(sense, voice, tuple(rest))


def _sense(row: Mapping[str, Any], forms: Forms) -> Sense:
    return Sense(
        event_type=row["type"],
        mode=row.get("mode"),
        actor=tuple(row.get("actor", ("subject", "possessor"))),
        recipient=tuple(row.get("recipient", ("object",))),
        required=tuple(" ".join(forms.tokens(word)) for word in row.get("with", ())),
        anywhere=bool(row.get("anywhere")),
        forbidden=tuple(" ".join(forms.tokens(word)) for word in row.get("unless", ())),
        topics=frozenset(row.get("topics", ())),
        moved=bool(row.get("moved")),
        mutual=bool(row.get("mutual")),
        attended=bool(row.get("attended")),
        joint=bool(row.get("joint")),
        light=bool(row.get("light")),
        bare=bool(row.get("bare")),
        takes=bool(row.get("takes")),
        deep=bool(row.get("deep")),
        local=bool(row.get("local")),
        agented=bool(row.get("agented")),
        sides=bool(row.get("sides")),
        strength=float(row.get("strength", 0.8)),
    )
