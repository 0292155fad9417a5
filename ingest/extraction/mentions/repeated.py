"""Finds further mentions of names that the recogniser found in only one sentence of a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from cypher.model.graph import EntityKind
from ingest.extraction.syntax.sentence import Name
from ingest.extraction.syntax.stretch import Stretch

_SHORTEST = 3
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.ARMED_GROUP, EntityKind.GOVERNMENT_BODY})


def with_repeated(
    stretches: Iterable[Stretch], found: Sequence[Sequence[Name]]
) -> Iterator[tuple[Stretch, list[Name]]]:
    """Yield each part with its names: those `found` in it, and family names that stand alone.

    All occurrences of an unknown name get the same kind.
    """
    kinds = _kinds(found)
    for stretch, names in zip(stretches, found, strict=True):
        own = (_alike(name, kinds) for name in names)
        yield stretch, sorted((*own, *_missed(stretch, names, kinds)), key=_place)


def _place(name: Name) -> tuple[int, int]:
    return name.start, -name.end


def _kinds(found: Iterable[Iterable[Name]]) -> Mapping[str, EntityKind]:
    """Return the most frequent kind of each unknown name; a family name has the kind `PERSON`."""
    votes: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for name in chain.from_iterable(found):
        if name.known is None:
            votes[name.text][name.kind] += 1
        words = name.text.split()
        if name.kind is EntityKind.PERSON and len(words) > 1:
            votes[words[-1]][EntityKind.PERSON] += 2
    return {text: counted.most_common(1)[0][0] for text, counted in votes.items()}


def _alike(name: Name, kinds: Mapping[str, EntityKind]) -> Name:
    kind = name.kind if name.known is not None else kinds[name.text]
    return name if kind is name.kind else replace(name, kind=kind)


def _missed(stretch: Stretch, names: Iterable[Name], kinds: Mapping[str, EntityKind]) -> Iterator[Name]:
    """Yield single words outside names that name a person or abbreviate an organisation elsewhere."""
    taken = {index for name in names for index in range(name.start, name.end)}
    opening = {first for first, _ in stretch.sentences}
    for index, word in enumerate(stretch.words):
        kind = kinds.get(word)
        if kind is None or index in taken or not _is_name(word, kind):
            continue
        beside = (index + 1,) if index in opening else (index - 1, index + 1)
        if not any(_goes_on(stretch, position) for position in beside if position not in taken):
            yield Name(index, index + 1, stretch.spans[index], word, kind)


def _is_name(word: str, kind: EntityKind) -> bool:
    """Return whether a word can be taken as the name again: a person's, or an organisation's in capitals."""
    if kind is EntityKind.PERSON:
        return len(word) >= _SHORTEST and word[0].isupper()
    return kind in _BODIES and len(word) >= _SHORTEST and word.isupper() and word.isalpha()


def _goes_on(stretch: Stretch, index: int) -> bool:
    """Return whether a word beside another continues its phrase, so that both may be another name."""
    inside = index < len(stretch.words) and stretch.tags[index] == "PROPN"
    return inside and stretch.words[index][:1].isupper()
