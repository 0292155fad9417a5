"""Finds actors that may be the same: similar names, with a score and a reason, for a person to decide.

Nothing is merged here. Certain matches (the same name in another spelling or word order) share an id from the
start. Doubtful ones stay separate and become candidates. Two curated actors are never candidates. Different
countries lower the score, so that only names with the same letters remain candidates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz import fuzz

from cypher.model.graph import Entity, EntityKind, MergeCandidate
from cypher.model.ids import content_id
from ingest.resolution.spelling import folded_words

_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.ARMED_GROUP, EntityKind.GOVERNMENT_BODY})
_ALIKE = 88.0
"""Minimum similarity (0-100, rapidfuzz ratio of the folded words) of a name and its misspelling."""
_TOGETHER = 0.6
"""Two people with a lower score are likelier the same if one article names both; two ministries are not."""
_LIKELY = 0.5
"""Minimum score of a candidate."""
_CROWD = 400
"""A word shared by more actors than this ("muhamad", "partai") is too common to suggest a pair."""


@dataclass(frozen=True, slots=True)
class _Likeness:
    score: float
    reason: str


def merge_candidates(
    fresh: Iterable[str], actors: Iterable[Entity], together: Collection[frozenset[str]] = ()
) -> Iterator[MergeCandidate]:
    """Yield pairs of `actors` that may be the same; at least one of the two is among the ids `fresh`.

    `together` are pairs of ids that one document names: a family name is likelier that of somebody beside it.

    Only actors outside the knowledge base (whose ids are hashes) can be merged into another. `left` is such
    an actor. `right` is the curated one or, if neither is curated, the one with the longer name.
    """
    by_id = {actor.id: actor for actor in actors if actor.kind in _BODIES or actor.kind is EntityKind.PERSON}
    blocks = _blocks(by_id.values())
    seen: set[tuple[str, str]] = set()
    for actor_id in sorted(set(fresh) & by_id.keys()):
        for other_id in sorted(_near(by_id[actor_id], blocks) - {actor_id}):
            left, right = _in_order(by_id[actor_id], by_id[other_id])
            if is_curated(left.id) or (left.id, right.id) in seen:
                continue
            seen.add((left.id, right.id))
            candidate = _candidate(left, right, frozenset((left.id, right.id)) in together)
            if candidate is not None:
                yield candidate


def is_curated(actor_id: str) -> bool:
    """Return whether an actor has the id of a row of the knowledge base; other ids are hashes."""
    return not actor_id.startswith("actor-")


def _blocks(actors: Iterable[Entity]) -> Mapping[str, set[str]]:
    """Return the ids of the actors that share a word, an abbreviation or the beginning of the whole name."""
    blocks: defaultdict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for key in _keys(actor):
            blocks[key].add(actor.id)
    return blocks


def _near(actor: Entity, blocks: Mapping[str, set[str]]) -> set[str]:
    found = (blocks[key] for key in _keys(actor))
    return {other for block in found if len(block) <= _CROWD for other in block}


def _keys(actor: Entity) -> Iterator[str]:
    for name in _names(actor):
        words = folded_words(name)
        yield from (word for word in words if len(word) > 2)
        yield "start " + "".join(words)[:5]
        if actor.kind in _BODIES and len(words) > 1:
            yield "initials " + _initials(name)
        elif actor.kind in _BODIES and _is_abbreviation(name):
            yield "initials " + name.casefold()


def _names(actor: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys((actor.name, *actor.aliases)))


def _in_order(one: Entity, other: Entity) -> tuple[Entity, Entity]:
    """Return the actor to merge, then the actor to merge it into."""
    first, second = sorted((one, other), key=lambda actor: (is_curated(actor.id), len(actor.name), actor.id))
    return first, second


def _candidate(left: Entity, right: Entity, together: bool) -> MergeCandidate | None:
    persons = [actor.kind is EntityKind.PERSON for actor in (left, right)]
    if persons[0] is not persons[1]:
        return None
    compare = _of_people if all(persons) else _of_bodies
    found = [alike for names in product(_names(left), _names(right)) if (alike := compare(*names))]
    if not found:
        return None
    best = _weighed(max(found, key=lambda alike: alike.score), left, right)
    if together and all(persons) and best.score < _TOGETHER:
        best = _Likeness(best.score + 0.2, f"{best.reason}; in one article")
    if best.score < _LIKELY:
        return None
    return MergeCandidate(
        content_id("candidate", left.id, right.id), left.id, right.id, round(best.score, 2), best.reason
    )


def _weighed(alike: _Likeness, left: Entity, right: Entity) -> _Likeness:
    """Adjust a likeness for the countries and kinds of the actors."""
    score, remarks = alike.score, [alike.reason]
    if left.country and right.country:
        same = left.country == right.country
        score = min(0.95, score + 0.1) if same else score - 0.4
        remarks.append(f"both {left.country}" if same else f"but {left.country} and {right.country}")
    elif left.kind is EntityKind.GOVERNMENT_BODY and right.country:
        score -= 0.3  # many states have a ministry of that name
        remarks.append(f"but only one is said to be of {right.country}")
    if left.kind is not right.kind:
        score -= 0.2
        remarks.append(f"{left.kind.value} and {right.kind.value}")
    return _Likeness(score, "; ".join(remarks))


def _of_people(one: str, other: str) -> _Likeness | None:
    """Compare two names of people; a name of one word only counts if it is the other's family name."""
    short, long = sorted((folded_words(one), folded_words(other)), key=len)
    shown = _shown(one, other)
    same = _same_letters(short, long, shown)
    if same is not None:
        return same
    if len(short) == 1:
        surname = len(long) > 1 and len(short[0]) > 3 and short[0] == long[-1]
        return _Likeness(0.45, f"{shown}: one may be the family name") if surname else None
    if set(short) <= set(long):
        return _Likeness(0.8, f"{shown}: one name holds the other")
    if len(short) == len(long) and all(map(_is_initial_or_same, short, long)):
        return _Likeness(0.7, f"{shown}: the same but for initials")
    return _misspelt(short, long, shown)


def _of_bodies(one: str, other: str) -> _Likeness | None:
    short, long = sorted((folded_words(one), folded_words(other)), key=len)
    shown = _shown(one, other)
    same = _same_letters(short, long, shown)
    if same is not None:
        return same
    if len(short) == 1 and len(long) > 2:
        name, full = sorted((one, other), key=len)
        if _is_abbreviation(name) and name.casefold() == _initials(full):
            return _Likeness(0.65, f"{shown}: the initials fit")
    if len(short) > 1 and set(short) < set(long):
        nearly_whole = len(short) > 2 and len(long) == len(short) + 1
        return _Likeness(0.7 if nearly_whole else 0.5, f"{shown}: one name holds the other")
    return _misspelt(short, long, shown) if len(short) > 1 else None


def _shown(one: str, other: str) -> str:
    return f"“{one}” and “{other}”"


def _same_letters(short: Sequence[str], long: Sequence[str], shown: str) -> _Likeness | None:
    if sorted(short) == sorted(long):
        return _Likeness(0.95, f"{shown}: the same name, spelt differently")
    if len("".join(short)) > 7 and "".join(short) == "".join(long):
        return _Likeness(0.9, f"{shown}: the same letters, divided differently")
    return None


def _misspelt(short: Sequence[str], long: Sequence[str], shown: str) -> _Likeness | None:
    """Compare two names as misspellings.

    They must be similar as a whole, and each word of the shorter one must be similar to a word of the longer
    one.
    """
    whole = fuzz.ratio(" ".join(sorted(short)), " ".join(sorted(long)))
    if whole < _ALIKE or any(max(fuzz.ratio(word, other) for other in long) < 75.0 for word in short):
        return None
    return _Likeness(0.85 * whole / 100, f"{shown}: spelt nearly alike ({whole:.0f} of 100)")


def _is_initial_or_same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (len(shorter) == 1 and longer.startswith(shorter))


def _is_abbreviation(name: str) -> bool:
    return name.isupper() and name.isalnum() and 2 <= len(name) <= 7


def _initials(name: str) -> str:
    """Return the initials of the capitalised words: "oksi" for "Organisasi Kerja Sama Islam"."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()).casefold()
