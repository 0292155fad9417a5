"""Resolves pronouns and descriptions throughout a document: "ia", "he", "diplomat itu", "kelompok itu".

A person is first looked for in the same sentence. The first one named there is preferred, because it is
usually the subject; otherwise the first person of an earlier sentence is used. A description of an
organisation refers to the organisation named last whose name contains the noun; a general noun such as
"kelompok" fits any group.
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
    """The candidates so far: the first person of an earlier sentence, people in this one, organisations.

    Each organisation is listed once, in the order of the latest mentions.
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
    """Record in `story` which entity each pronoun and description refers to, where the text allows it."""
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
    if people.determiners.isdisjoint(scene.parse.lower[index + 1 : index + 3]):
        return None
    key = key_in(scene.parse, index, people.descriptions)
    if key is None:
        return None
    if people.descriptions[key] == "person":
        return focus.before if not focus.people else None
    if people.descriptions[key] != "organisation":
        return None
    return _body(key, focus, any_group=people.collectives.get(key) == "group")


def _person(scene: Scene, index: int, focus: _Focus) -> Entity | None:
    """Return the first person of the sentence, or the last of several for an object.

    Without a person in the sentence, the first person of an earlier sentence is returned.
    """
    is_object = scene.parse.language.grammar.plays(scene.parse.labels[index], "object")
    distinct = list(dict.fromkeys(focus.people))
    if len(distinct) > 1 and is_object:
        return distinct[-1]
    return distinct[0] if distinct else focus.before


def _body(noun: str, focus: _Focus, *, any_group: bool) -> Entity | None:
    """Return the organisation named last whose name contains the noun, or any group with `any_group`.

    "kelompok" fits any group; "kementerian" only fits organisations with this word in their name.
    """
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
