"""Finds who carries out what a passive verb or an event noun tells: "ditangkap polisi", "attacked by X"."""

from __future__ import annotations

from dataclasses import replace

from ingest.extraction.events.triggers import Trigger
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.clauses import subject
from ingest.extraction.syntax.phrases import child, noun_after, oblique_of
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.syntax.word_order import subject_before


def find_agent(finder: PartyFinder, trigger: Trigger, word: int) -> tuple[Party, ...]:
    """Return the agents of a word: a trigger, or the verb that carries it."""
    parse = finder.scene.parse
    ends = (word, trigger.end - 1) if word == trigger.head else (word,)  # "ditembak jatuh oleh X"
    found = (oblique_of(parse, end, "agent_prepositions") for end in ends)
    head = next((item for item in found if item is not None), None)
    if head is None:
        head = child(parse, word, "agent")
    return finder.all_of(head) if head is not None else _bare_agent(finder, trigger, word)


def _bare_agent(finder: PartyFinder, trigger: Trigger, verb: int) -> tuple[Party, ...]:
    """Return the agent right after a passive verb, without a preposition: "ditangkap polisi"."""
    parse = finder.scene.parse
    after = trigger.end if verb == trigger.head else verb + 1
    carried = verb != trigger.head
    bare = parse.language.grammar.bare_agent and (carried or not trigger.voice.nominal)
    if not bare or after >= len(parse) or parse.is_nominalised(verb):
        return ()  # "ditangkapnya X"
    if parse.is_word(after, "prepositions") or parse.is_word(after - 1, "prepositions"):
        return ()  # "dibuang ke X"
    head = noun_after(parse, after - 1)
    if head is None or not all(_only_counts(parse, index) for index in range(after, head - 1)):
        return ()
    groups = parse.language.groups
    if parse.lower[verb] in groups["called"] and parse.lower[head] in groups["culprits"]:
        return ()  # "dituduh penggerak kerusuhan"
    before, _ = subject(parse, verb)
    if not carried and (before is None or before > verb) and subject_before(parse, verb) is None:
        return ()
    return finder.all_of(head)


def meant_by_ending(finder: PartyFinder, verb: int, speaker: Party | None) -> tuple[Party, ...]:
    """Return who does what a passive verb with the ending "-nya" tells: "X mengkritik Y yang dinilainya …".

    In a relative clause it is the subject of the clause around it, else who speaks.
    """
    parse = finder.scene.parse
    above = _subject_around(parse, verb)
    found = finder.all_of(above) if above is not None else ()
    meant = found or ((speaker,) if speaker is not None else ())
    word = parse.words[verb]
    return tuple(
        replace(party, certainty=0.8 * party.certainty, reason=f"“{word}” read as by {party.entity.name}")
        for party in meant
    )


def _subject_around(parse: Parse, verb: int) -> int | None:
    """Return the subject of the nearest verb above that is not what the clause of `verb` describes."""
    for above in parse.ancestors(verb):
        head, _ = subject(parse, above) if parse.tags[above] == "VERB" else (None, False)
        if head is not None and head < verb and not parse.is_below(verb, head):
            return head
    return None


def _only_counts(parse: Parse, index: int) -> bool:
    """Return whether a word may precede an agent without preposition: "ditentang dua pertiga warga"."""
    counted = parse.tags[index] in {"NUM", "DET"}
    return counted or parse.lower[index] in parse.language.people.quantifiers
