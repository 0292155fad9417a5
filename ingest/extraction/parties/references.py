"""Resolves descriptions and possessives without a name: "negara itu", "wilayah itu", "rumahnya"."""

from __future__ import annotations

from cypher.model.graph import EntityKind
from ingest.extraction.mentions.event_names import introduces_event
from ingest.extraction.parties.collectives import is_possessed
from ingest.extraction.parties.groups import description_end, key_in
from ingest.extraction.parties.party import Party, named
from ingest.extraction.scene import Scene, Story
from ingest.extraction.syntax.phrases import phrase
from ingest.extraction.syntax.sentence import Name
from ingest.knowledge import load_knowledge
from ingest.resolution.coreference import History


def described(story: Story, scene: Scene, head: int) -> tuple[Party, ...]:
    """Return the party named earlier that fits a description: "tokoh ini", "negara itu", "the kingdom".

    Several without a number ("the parties", "negara-negara itu") cannot be resolved.
    """
    parse, people = scene.parse, scene.parse.language.people
    beside = {*parse.lower[max(0, head - 1) : head], *parse.lower[head + 1 : head + 2]}
    if beside.isdisjoint(people.determiners) or not beside.isdisjoint({*people.all_of, *people.counted}):
        return ()
    if any(index in parse.name_at for index in phrase(parse, head)):
        return ()
    form = people.forms.get(parse.lower[head])
    kind = people.descriptions.get(key_in(parse, head, people.descriptions) or "")
    if form is None and (kind is None or parse.lower[head] not in people.descriptions):
        return ()
    meant = _meant(story.history, kind, form) if kind != "country" else _country_told(story, scene, head)
    if meant is None:
        return ()
    words = parse.text(parse.span(max(0, head - 1), min(len(parse), head + 2)))
    entity = story.linker.entities[meant]
    return (Party(entity, parse.spans[head], 0.6, f"“{words}” read as {entity.name}"),)


def _meant(history: History, kind: str | None, form: str | None) -> str | None:
    if form is not None:
        return history.latest_country(load_knowledge().of_form(form))
    if kind == "organisation":
        return history.body()
    return history.person() if kind == "person" else None


def _country_told(story: Story, scene: Scene, index: int) -> str | None:
    """Return the only country named before a word in its sentence, else in the sentence before.

    If the sentence before names others, the text does not say which one is meant.
    """
    names = (name for name in scene.parse.names if name.end <= index and name.kind is EntityKind.COUNTRY)
    own, before = {scene.entities[name].id for name in names}, story.history.latest_countries
    if not own:
        return story.history.only_country()
    return next(iter(own)) if len(own) == 1 and (not before or own <= set(before)) else None


def area(story: Story, scene: Scene, head: int) -> tuple[Party, ...]:
    """Return the country named last for an unnamed area: "daerah yang terkena gempa"."""
    parse = scene.parse
    people = parse.language.people
    if key_in(parse, head, people.territories) is None:
        return ()
    before = parse.name_at.get(head - 2) if head > 1 and parse.lower[head - 1] == "," else None
    if before is not None:
        return named(scene, before)
    definite = people.determiners | parse.language.grammar.words["relative_pronouns"]
    country = story.history.only_country()
    if country is None or not definite & set(parse.lower[head + 1 : head + 3]):
        return ()
    if any(country == scene.entities[name].id for name in parse.names):
        return ()
    entity = story.linker.entities[country]
    return (Party(entity, parse.spans[head], 0.6, f"“{parse.words[head]}” read as in {entity.name}"),)


def owner(scene: Scene, head: int) -> tuple[Party, ...]:
    """Return the owner of a possessed noun ("rumahnya"): the nearest name before it."""
    head_first = scene.parse.language.grammar.head_first
    owned = head_first and scene.parse.tags[head] == "NOUN" and is_possessed(scene.parse, head)
    return nearest_before(scene, head) if owned else ()


def nearest_before(scene: Scene, index: int, taken: tuple[Party, ...] = ()) -> tuple[Party, ...]:
    """Return the party that "-nya" at a word refers to: the nearest name before it.

    Places and the names of the parties `taken` are skipped; a person is preferred to other names.
    """
    before = (name for name in reversed(scene.parse.names) if name.end <= index)
    owners = [name for name in before if _may_own(scene, name, taken)]
    name = next((name for name in owners if name.kind is EntityKind.PERSON), owners[0] if owners else None)
    if name is None:
        return ()
    entity, word = scene.entities[name], scene.parse.words[index]
    return (Party(entity, scene.parse.spans[index], 0.5, f"“{word}” read as of {entity.name}"),)


def facility(story: Story, scene: Scene, head: int) -> tuple[Party, ...]:
    """Return an attacked building without a named owner as a party: "pangkalan udara utama", "a school"."""
    parse = scene.parse
    if head in parse.name_at or key_in(parse, head, parse.language.people.facilities) is None:
        return ()
    last = description_end(parse, head + 1) if parse.language.grammar.head_first else head + 1
    span = parse.span(head, last)
    return (Party(story.group(parse.text(span), parse.lower[head], None), span, 0.5),)


def somebody(story: Story, scene: Scene, head: int) -> tuple[Party, ...]:
    """Return a common noun for somebody who acts as an unnamed party: "kalangan perbankan nasional"."""
    parse = scene.parse
    if parse.tags[head] != "NOUN" or parse.is_time(head):
        return ()
    span = parse.span(head, max(phrase(parse, head)) + 1)
    return (Party(story.group(parse.text(span), parse.lower[head], None), span, 0.5),)


def unheard(story: Story, scene: Scene, head: int) -> tuple[Party, ...]:
    """Return a capitalised word that the recogniser did not mark as a name: "Lai mengimbau …"."""
    parse = scene.parse
    capital = head > 0 and parse.words[head].istitle() and parse.tags[head] == "PROPN"
    dated = parse.lower[head] in parse.language.dates["weekdays"] | parse.language.dates["months"]
    if not capital or dated or parse.is_headline or not parse.language.grammar.head_first:
        return ()
    first, last = head, head + 1
    while first and parse.words[first - 1].istitle() and parse.tags[first - 1] == "PROPN":
        first -= 1
    if introduces_event(parse.lower[max(0, first - 2) : first], parse.language):
        return ()
    while last < len(parse) and parse.words[last].istitle() and parse.tags[last] == "PROPN":
        last += 1
    span = parse.span(head, last)
    text = parse.text(span)
    return (Party(story.group(text, text.lower(), None), span, 0.3, f"“{text}” is written like a name"),)


def _may_own(scene: Scene, name: Name, taken: tuple[Party, ...]) -> bool:
    """Return whether a name is no place, and neither means nor describes one of the parties `taken`."""
    held = any(
        party.entity.id == scene.entities[name].id or party.span.overlaps(name.span) for party in taken
    )
    return name.kind is not EntityKind.PLACE and not held
