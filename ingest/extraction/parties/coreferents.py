"""Whom pronouns and descriptions mean, all through a document: "ia", "he", "diplomat itu", "kelompok itu".

A person is looked for in the sentence first, where the first one named is likeliest, as sentences tell about
their subjects; then it is whom the sentence before was about. A description of a body means the body named
last that bears its noun, or any group for a noun that fits all.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cypher.model.graph import Entity, EntityKind
from ingest.extraction.parties.groups import key_in
from ingest.extraction.scene import Scene, Story

_GROUPS = frozenset({EntityKind.ARMED_GROUP, EntityKind.ORGANISATION})
_BODIES = _GROUPS | {EntityKind.GOVERNMENT_BODY}


@dataclass(slots=True)
class _Focus:
    """Who has been spoken of: the first person of the sentence before, those of this one, bodies so far.

    Each body is there once, by its latest mention.
    """

    before: Entity | None = None
    people: list[Entity] = field(default_factory=list)
    bodies: dict[str, Entity] = field(default_factory=dict)

    def note(self, entity: Entity) -> None:
        if entity.kind is EntityKind.PERSON:
            self.people.append(entity)
        elif entity.kind in _BODIES:
            self.bodies.pop(entity.id, None)
            self.bodies[entity.id] = entity

    def next_sentence(self) -> None:
        self.before = self.people[0] if self.people else self.before
        self.people = []


def resolve_references(story: Story) -> None:
    """Record in `story` whom each pronoun and description means, as far as the text tells."""
    focus = _Focus()
    for scene in story.scenes:
        for index in range(len(scene.parse)):
            name = scene.parse.name_at.get(index)
            entity = scene.entities[name] if name else _meant(scene, index, focus)
            if entity is None or (name is not None and name.start != index):
                continue
            focus.note(entity)
            if name is None:
                _record(story, scene, index, entity)
        focus.next_sentence()


def _meant(scene: Scene, index: int, focus: _Focus) -> Entity | None:
    people = scene.parse.language.people
    if people.pronouns.get(scene.parse.lower[index]) == "person":
        return _person(scene, index, focus)
    key = key_in(scene.parse, index, people.descriptions)
    if key is None or not set(scene.parse.lower[index + 1 : index + 3]) & people.determiners:
        return None
    if people.descriptions[key] == "person":
        return focus.before if not focus.people else None
    if people.descriptions[key] != "organisation":
        return None
    return _body(key, focus, any_group=people.collectives.get(key) == "group")


def _person(scene: Scene, index: int, focus: _Focus) -> Entity | None:
    """The first person of the sentence, for an object the last of several; else whom the text is about."""
    is_object = scene.parse.language.grammar.plays(scene.parse.labels[index], "object")
    distinct = list(dict.fromkeys(focus.people))
    if len(distinct) > 1 and is_object:
        return distinct[-1]
    return distinct[0] if distinct else focus.before


def _body(noun: str, focus: _Focus, *, any_group: bool) -> Entity | None:
    """The body named last that bears the noun; "kelompok" fits any group, "kementerian" what is called so."""
    for entity in reversed(focus.bodies.values()):
        named = any(noun in name.lower().split() for name in (entity.name, *entity.aliases))
        if named or (any_group and entity.kind in _GROUPS):
            return entity
    return None


def _record(story: Story, scene: Scene, index: int, entity: Entity) -> None:
    parse = scene.parse
    story.references[parse.record.id, index] = entity
    reason = f"“{parse.words[index]}” read as {entity.name}"
    story.mention(parse, entity, parse.spans[index], reason)
