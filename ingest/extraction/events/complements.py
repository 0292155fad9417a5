"""Finds parties inside the complement of a verb such as agree, threaten or refuse: "refused to meet X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from cypher.model.graph import EntityKind
from ingest.extraction.events.asking import DEMANDS
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.parties.collectives import is_possessed
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.groups import concept_of, key_in
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.joined_verbs import contrasts, verb_beside
from ingest.extraction.syntax.phrases import child, preposition
from ingest.extraction.syntax.sentence import Parse

REFUSALS = frozenset({"REJECT"})
_GIVEN = frozenset({"AID"})
"""Types that may be meant for a place named after "in": "gave ten million to schools in X"."""

_THINGS = frozenset({"ships", "company", "infrastructure", "states", "aircraft"})
"""Concepts of groups that a complement rather mentions: "refused to insure ships", "a state of siege"."""

_AGREEMENTS = frozenset({"AGREE"})
"""A place named in what is agreed is no partner: "agreed to let trucks through the Rafah crossing"."""

_CLOSING = frozenset({",", '"', "”"})
"""What stands between a sentence and the words for who says it."""


def named_in_complement(
    finder: PartyFinder, trigger: Trigger, verb: int, taken: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Return the first named party in the complement of a verb, or else the first unnamed group there.

    Parties in `taken` are skipped.
    """
    parse = finder.scene.parse
    below = _may_name(parse, trigger, verb)
    agreed = trigger.sense.event_type in _AGREEMENTS
    starts = {name.start for name in parse.names if not (agreed and name.kind is EntityKind.PLACE)}
    held = {party.entity.id for party in taken}
    groups = () if agreed and _names_asides(parse) else _groups(parse, below, verb)
    for head in [*(index for index in below if index in starts), *groups]:
        office = finder.scene.offices.get(head)
        parties = finder.all_of(office.start if office is not None else _owned(parse, head))
        if any(party.entity.id not in held for party in parties):
            return parties
    return ()


def _owned(parse: Parse, name: int) -> int:
    """Return the group that a name describes, or the name: "troops" of "vowed to attack Turkish troops"."""
    noun = parse.heads[name]
    narrows = parse.language.grammar.plays(parse.labels[name], "narrowing") and noun not in parse.name_at
    narrows = narrows and not _is_owner(parse, name)
    return noun if narrows and concept_of(parse, noun)[2] is not None else name


def _is_owner(parse: Parse, name: int) -> bool:
    """Return whether a name has a possessive ending: "Iran" of "sanctions over Iran's missiles"."""
    behind = parse.name_at[name].end if name in parse.name_at else name + 1
    return parse.details[behind : behind + 1] == ("POS",)


def _may_name(parse: Parse, trigger: Trigger, verb: int) -> list[int]:
    """Return the words of a verb's complement that may name the recipient."""
    kind = trigger.sense.event_type
    asked = _asked_for(parse, verb) if kind in REFUSALS else len(parse)
    return [
        index
        for index in _behind(parse, trigger.end)
        if index < asked
        and _is_complement(parse, index, verb)
        and (kind in _GIVEN or not _is_aside(parse, index, verb))
        and not (kind in DEMANDS and _is_under(parse, index, verb, "topics"))
        and not (kind in REFUSALS and _is_beside_refusal(parse, index, verb))
    ]


def _is_aside(parse: Parse, index: int, verb: int) -> bool:
    """Return whether a word belongs to a clause or phrase that only says when, where or why.

    Examples: "severed ties after protesters stormed X", "is ready to go without X", "a deal that let X in".
    """
    words = parse.language.grammar.words["asides"]
    path = tuple(takewhile(lambda item: item != verb, (index, *parse.ancestors(index))))
    return bool(words) and any(
        preposition(parse, item) in words
        or any(parse.lower[mark] in words for mark in parse.children[item] if mark < item)
        or (item != index and _is_own_clause(parse, item))
        for item in path
    )


def _is_own_clause(parse: Parse, verb: int) -> bool:
    """Return whether a verb heads a relative clause, which tells something else of a noun."""
    return parse.language.grammar.plays(parse.labels[verb], "relative") and any(
        parse.is_word(item, "relative_pronouns") for item in parse.children[verb]
    )


def _is_beside_refusal(parse: Parse, index: int, verb: int) -> bool:
    """Return whether a word names no one who is refused: a circumstance, or who takes part in what happens.

    Examples: "menolak kenaikan harga di DPR", "menolak masuknya X", "menolak usul itu, begitu pula Y".
    """
    path = tuple(takewhile(lambda item: item != verb, (index, *parse.ancestors(index))))
    named = parse.language.grammar.words["circumstances"]
    beside = any(parse.lower[item] in named for item in path)
    happens = any(parse.tags[item] == "VERB" and parse.is_nominalised(item) for item in path)
    return beside or happens or _is_under(parse, index, verb, "circumstances")


def _asked_for(parse: Parse, verb: int) -> int:
    """Return where the object of a verb says what is asked for: "rejected calls [to condemn X]"."""
    asked = child(parse, verb, "object")
    start = len(parse) if asked is None else asked + 1
    purposes = parse.language.groups["purposes"]
    return next((index for index in range(start, len(parse)) if parse.lower[index] in purposes), len(parse))


def _behind(parse: Parse, start: int) -> range:
    """Return the words from `start` to the next clause about another act, or those for whom the act is done.

    Examples: "threatened retaliation, while Greece called for dialogue", "marched in support of Kenya".
    """
    end = next(contrasts(parse, start, len(parse)), len(parse))
    backed = (index for index in range(start, end) if parse.phrase_at(index, "backing"))
    return range(start, next(backed, end))


def _is_under(parse: Parse, index: int, verb: int, group: str) -> bool:
    """Return whether a preposition of a group of function words stands between a verb and a word below.

    "Topics" introduce what a demand is about: "urged restraint over Ethiopia's dam".
    """
    path = (index, *parse.ancestors(index))
    words = parse.language.grammar.words[group]
    return any(preposition(parse, item) in words for item in takewhile(lambda item: item != verb, path))


def _is_complement(parse: Parse, index: int, verb: int) -> bool:
    below = parse.is_below(index, verb) and verb_beside(parse, index, verb) is None
    return below and not _is_who_says_so(parse, index, verb)


def _is_who_says_so(parse: Parse, index: int, verb: int) -> bool:
    """Return whether a word belongs to the speaker behind a sentence: "menolak usul itu, kata X"."""
    path = takewhile(lambda item: item != verb, (index, *parse.ancestors(index)))
    said, likened = parse.language.groups["after"], parse.language.groups["likened"]
    return any(
        (parse.lower[item] in said and parse.lower[item - 1] in _CLOSING)
        or (parse.lower[item - 1] in likened and parse.lower[item - 2 : item - 1] == (",",))
        for item in path
        if item
    )


def _groups(parse: Parse, below: Iterable[int], verb: int) -> Iterator[int]:
    """Yield the heads of unnamed groups; in a language with asides only those that the act may be for."""
    people = parse.language.people.collectives
    for index in below:
        key = parse.lower[index] if parse.lower[index] in people else parse.lemmas[index]
        if parse.tags[index] != "NOUN" or key not in people:
            continue
        if not _names_asides(parse) or (people[key] not in _THINGS and _is_meant(parse, index, verb)):
            yield index


def _is_meant(parse: Parse, noun: int, verb: int) -> bool:
    """Return whether the act of a verb can be for a group in its complement: no one's own group.

    Examples of others: "agreed to withdraw its troops", "warned that nobody could stop the rebels".
    """
    outsider = key_in(parse, noun, parse.language.people.outsiders) is not None
    path = takewhile(lambda item: item != verb, parse.ancestors(noun))
    told = any(child(parse, item, "subject", "passive_subject") is not None for item in path)
    return not told and (outsider or not is_possessed(parse, noun))


def _names_asides(parse: Parse) -> bool:
    return bool(parse.language.grammar.words["asides"])
