"""Resolves descriptions of several told together: "both countries", "kedua pihak", "the three leaders".

They are those of the latest act, talks or list that has as many members as the description says. Without
such a company, they are all that the text named, if these are as many. Otherwise the text does not say who.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cypher.model.graph import Entity, EntityKind
from ingest.extraction.parties.groups import country_of, key_in
from ingest.extraction.parties.party import Party
from ingest.extraction.scene import Scene, Story
from ingest.extraction.syntax.phrases import phrase
from ingest.extraction.syntax.sentence import Name, Parse
from ingest.knowledge import load_knowledge

_CERTAINTY = 0.6
_ANY = "any"
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.ARMED_GROUP, EntityKind.GOVERNMENT_BODY})
_BEFORE = 2
"""Maximum number of tokens from a number to the noun behind it: "kedua belah pihak"."""


def together(story: Story, scene: Scene, head: int) -> tuple[Party, ...]:
    """Return the parties that a description of several refers to; empty if the text does not say."""
    parse = scene.parse
    number, kind = _number(parse, head), _kind(parse, head)
    if number is None or kind is None or any(index in parse.name_at for index in phrase(parse, head)):
        return ()
    for company in _companies(story, scene, head, kind):
        members = _as_kind(story, company, kind)
        if len(members) == number and not _is_set_against(scene, head, members):
            words = parse.text(parse.span(max(0, head - 1), head + 1))
            return tuple(
                Party(item, parse.spans[head], _CERTAINTY, f"“{words}” read as {item.name}")
                for item in members
            )
    return ()


def note_lists(story: Story, scene: Scene) -> None:
    """Record the lists of names in a sentence as companies."""
    for company in _lists(scene, len(scene.parse)):
        story.history.keep_company(company)


def _number(parse: Parse, head: int) -> int | None:
    """Return how many a description means: 2 for "both" and "the two", 3 for "ketiga"."""
    people, own = parse.language.people, parse.lower[head]
    if own in people.all_of:
        return people.all_of[own]
    before = parse.lower[max(0, head - _BEFORE) : head]
    whole = next((people.all_of[word] for word in before if word in people.all_of), None)
    if whole is not None:
        return whole
    counted = next((people.counted[word] for word in before if word in people.counted), None)
    around = {*parse.lower[max(0, head - _BEFORE - 1) : head], *parse.lower[head + 1 : head + 2]}
    return None if around.isdisjoint(people.determiners) else counted


def _kind(parse: Parse, head: int) -> str | None:
    people = parse.language.people
    if parse.lower[head] in people.all_of:
        return _ANY
    known = people.together.get(key_in(parse, head, people.together) or "")
    return known or people.descriptions.get(key_in(parse, head, people.descriptions) or "")


def _companies(story: Story, scene: Scene, head: int, kind: str) -> Iterator[tuple[str, ...]]:
    """Yield the companies that may be meant, the likeliest first.

    "Sides" are only those of talks, an accord or another act between parties.
    """
    if kind == _ANY:
        yield story.history.together
        return
    yield from reversed(list(_lists(scene, head)))
    yield from reversed(story.history.companies)
    if kind in ("person", "country"):
        yield story.history.every(EntityKind.PERSON if kind == "person" else EntityKind.COUNTRY)


def _lists(scene: Scene, limit: int) -> Iterator[tuple[str, ...]]:
    """Yield the lists of names that end before the token `limit`: "A and B", "A, B dan C"."""
    run: list[Name] = []
    for name in (item for item in scene.parse.names if item.end <= limit):
        if run and not (run[-1].end < name.start and _joined(scene.parse, run[-1].end, name.start)):
            yield _ids(scene, run)
            run = []
        run.append(name)
    yield _ids(scene, run)


def _ids(scene: Scene, names: Iterable[Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(scene.entities[name].id for name in names))


def _joined(parse: Parse, start: int, end: int) -> bool:
    words = range(start, end)
    return all(parse.is_word(index, "conjunctions") or parse.lower[index] == "," for index in words)


def _as_kind(story: Story, company: Iterable[str], kind: str) -> tuple[Entity, ...]:
    """Return the members as what a description calls them; empty if one of them is not such a thing.

    People and bodies are "countries", too, through the state to which they belong.
    """
    members = [story.linker.entities[item] for item in company if item in story.linker.entities]
    if kind == "country":
        codes = dict.fromkeys(map(country_of, members))
        countries = (load_knowledge().entities.get(code) if code else None for code in codes)
        found = tuple(story.linker.known(item) if item else None for item in countries)
        return tuple(item for item in found if item is not None) if all(found) else ()
    fits = {
        "person": lambda item: item.kind is EntityKind.PERSON,
        "organisation": lambda item: item.kind in _BODIES,
    }.get(kind, lambda item: item.kind not in (EntityKind.PLACE, EntityKind.GROUP))
    alike = len({item.kind is EntityKind.PERSON for item in members}) == 1
    return tuple(members) if alike and all(map(fits, members)) else ()


def _is_set_against(scene: Scene, head: int, members: tuple[Entity, ...]) -> bool:
    """Return whether one of the members is named behind the description: "both countries thanked A"."""
    behind = {scene.entities[name].id for name in scene.parse.names if name.start > head}
    return any(member.id in behind for member in members)
