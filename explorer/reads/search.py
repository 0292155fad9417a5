"""The reads of the page *Search*: the actors that a text names, and events and sentences with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cypher.desk.searching import SENTENCES, Asked
from cypher.model.ids import alias_key
from cypher.model.search_words import forms_of
from cypher.records.explore import BegunWord, KeyedEntity
from cypher.records.shared import EvidenceClaim
from explorer.graph.said_so import newest_first, reports_that_say
from explorer.reads.connections import read, read_table
from explorer.reads.profiles import reports_between, reports_of

LONGEST_NAME = 6
"""The maximum number of words of a name."""

MOST_WORDS = 60
"""The maximum number of words in which names are looked for; a search for sentences takes far fewer."""

MOST_SENTENCES = 50
"""The maximum number of found sentences."""

SHORTEST_BEGINNING = 3
"""Letters that the beginning of a word needs before it is completed."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a typed text names: the actors, in their order, and the words that name none."""

    actors: tuple[KeyedEntity, ...]
    others: str


def named_in(text: str, lens: str) -> Named:
    """Return the actors that a text names by any of their spellings; a longer name wins over one inside it.

    A name that several actors have stands for the best connected one.
    """
    words = alias_key(text).split()[:MOST_WORDS]
    spans = [
        (start, end)
        for start in range(len(words))
        for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1)
    ]
    keys = list(dict.fromkeys(" ".join(words[start:end]) for start, end in spans))
    best: dict[str, KeyedEntity] = {}
    for row in read(KeyedEntity, "explore/entities_by_key", keys=keys, lens=lens) if keys else ():
        best.setdefault(row.key, row)
    found: list[KeyedEntity] = []
    others: list[str] = []
    place = 0
    while place < len(words):
        ends = range(min(place + LONGEST_NAME, len(words)), place, -1)
        end = next((end for end in ends if " ".join(words[place:end]) in best), None)
        if end is None:
            others.append(words[place])
        else:
            found.append(best[" ".join(words[place:end])])
        place = end or place + 1
    return Named(tuple({row.id: row for row in found}.values()), " ".join(others))


def forms_as_typed(words: str) -> list[list[str]]:
    """Return the forms of each word; those of the last one include words that it may be the beginning of."""
    forms = forms_of(words)
    last = alias_key(words).rpartition(" ")[2]
    if not forms or last not in forms[-1] or len(last) < SHORTEST_BEGINNING:
        return forms
    begun = [row.word for row in read(BegunWord, "explore/words_beginning", beginning=last)]
    return [*forms[:-1], list(dict.fromkeys([*forms[-1], *begun]))]


def sentences_with(asked: Asked, lens: str, chosen: dict[str, object]) -> list[dict[str, Any]]:
    """Return the newest sentences with all words; `chosen` has more parameters of the statement.

    If no sentence has the typed year, the year is that of publication.
    """
    rows = _sentences(asked.words, asked, lens, chosen)
    if rows or not asked.year:
        return rows
    return _sentences(asked.beside_year, asked, lens, {**asked.period, **chosen})


def _sentences(words: str, asked: Asked, lens: str, chosen: dict[str, object]) -> list[dict[str, Any]]:
    forms = forms_as_typed(words)
    if not forms:
        return []
    values = {**chosen, "words": forms, "exactly": asked.exactly, "lens": lens, "limit": MOST_SENTENCES}
    return read_table(SENTENCES, values).records()


def events_of(named: Named, asked: Asked, lens: str) -> Sequence[EvidenceClaim]:
    """Return the claims of events of the named actors that say what the other words say, newest first.

    Those that say it in the typed words come before those that say it in others.
    """
    forms = forms_of(Asked(named.others).beside_year)
    if not named.actors or not (forms or asked.year):
        return ()
    ids = [row.id for row in named.actors[:2]]
    claims = reports_of(ids[0], lens) if len(ids) == 1 else _between(ids[0], ids[1], lens)
    return reports_that_say(claims, forms, asked.year)


def _between(first: str, second: str, lens: str) -> list[EvidenceClaim]:
    return newest_first(
        (
            *reports_between(first, second, lens),
            *reports_between(second, first, lens),
            *reports_between(first, second, lens, directed=False),
        )
    )
