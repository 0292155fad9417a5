"""Finds unnamed parties: "pasukan AS", "warga Palestina", "the Israeli government"."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.model.graph import Entity, EntityKind
from ingest.extraction.parties.groups import concept_of, country_of, description_end, key_in, noun_forms
from ingest.extraction.parties.party import Party, named, names_in
from ingest.extraction.scene import Scene, Story
from ingest.extraction.syntax.phrases import obliques, phrase
from ingest.extraction.syntax.sentence import Name, Parse
from ingest.knowledge import load_knowledge

_DESCRIBING = frozenset({"NOUN", "ADJ", "PROPN"})
_JOINED = 2
_THINGS = frozenset({"aircraft"})
"""Concepts of equipment: a party only if the text says to which country it belongs."""
_FOLLOWING = frozenset({"forces", "rebels", "supporters"})
"""Concepts of those who fight for a person."""
_STATES = frozenset({EntityKind.COUNTRY, EntityKind.ARMED_GROUP})
_LEADING = frozenset(
    {"president", "prime_minister", "chancellor", "king", "queen", "emir", "sultan", "supreme_leader"}
)
"""Offices whose holders' governments are those of their states."""


def collective(story: Story, scene: Scene, head: int) -> tuple[Party, ...]:
    """Return the group that a noun refers to or the person that it introduces; empty if neither."""
    parse = scene.parse
    if parse.language.forms.by_lemma and parse.tags[head] == "VERB":
        return ()
    start, end, concept = concept_of(parse, head)
    if concept is None and key_in(parse, head, parse.language.people.governments) is None:
        return ()
    names = [name for name in names_in(parse, head) if not _means_others(parse, head, name)]
    names = names or list(_origin(parse, head))
    name = _state_behind(parse, head) or (_introduced(parse, start, names) if concept is not None else None)
    meant = named(scene, name) if name is not None else _men_of(story, scene, start, end, names)
    if name is not None or (meant and concept in _FOLLOWING):
        return meant
    owner = next((name for name in names if country_of(scene.entities[name])), None)
    country = country_of(scene.entities[owner]) if owner else _country_before(scene, head)
    if concept in _THINGS and country is None:
        return ()
    if concept is None:
        return _government(story, scene, head, owner)
    first = min([start, *(name.start for name in names[:1])])
    last = max([end, *(name.end for name in names[:1])])
    last = max(last, description_end(parse, last)) if parse.language.grammar.head_first else last
    span = parse.span(first, last)
    text = parse.text(parse.span(start, end))
    possessed = country is not None and owner is None
    shown = _of_whom(parse, text, country) if possessed and country else parse.text(span)
    entity = story.group(shown, concept, country)
    first_named = owner or (names[0] if names and not parse.language.grammar.head_first else None)
    others = countries_beside(parse, first_named, head) if first_named else ()
    order = "{0} {1}" if parse.language.grammar.head_first else "{1} {0}"
    alike = (
        (name, story.group(order.format(text, name.text), concept, scene.entities[name].id))
        for name in others
    )
    too = (Party(group, name.span, 0.8, f"“{text}” too") for name, group in alike)
    return (Party(entity, span, 0.9 if country else 0.7), *too)


def _men_of(story: Story, scene: Scene, start: int, end: int, names: list[Name]) -> tuple[Party, ...]:
    """Return the armed group of the person whose men are meant: "anak buah X", "X's fighters"."""
    person = next((name for name in names if name.kind is EntityKind.PERSON), None)
    terms = load_knowledge().terms(scene.entities[person].id) if person else ()
    days = story.publication.days if story.publication else ()
    bodies = (load_knowledge().entities.get(term.of) for term in terms if all(map(term.covers, days)))
    led = next((body for body in bodies if body and body.kind is EntityKind.ARMED_GROUP), None)
    if led is None or person is None:
        return ()
    span = scene.parse.span(min(start, person.start), max(end, person.end))
    reason = f"“{scene.parse.text(span)}” are those of {led.name}"
    return (Party(story.linker.known(led), span, 0.8, reason),)


def _origin(parse: Parse, head: int) -> Iterator[Name]:
    """Yield the country from which a group that acts comes: "Ministers from Qatar and Oman condemned X"."""
    grammar = parse.language.grammar
    if not grammar.plays(parse.labels[head], "subject") or is_possessed(parse, head):
        return
    for word, noun in obliques(parse, head):
        name = parse.name_at.get(noun)
        if word in grammar.words["origin_prepositions"] and name and name.kind is EntityKind.COUNTRY:
            yield name


def _means_others(parse: Parse, head: int, name: Name) -> bool:
    """Return whether a noun refers to others than those of its owner: "enemies of X", "negara tetangga X".

    In "X's ally Y" and "sekutunya Y", Y is no owner.
    """
    of = parse.language.grammar.words["possessive_prepositions"]
    before = name.start - 1
    marked = name.end < len(parse) and parse.details[name.end] == "POS"
    owner = marked or (before >= 0 and parse.lower[before] in of)
    if parse.language.grammar.head_first:
        endings = parse.language.possessive_endings
        owner = owner or (before >= head and not parse.lower[before].endswith(endings))
    nouns = (index for index in phrase(parse, head) if index not in parse.name_at)
    return owner and any(key_in(parse, index, parse.language.people.outsiders) for index in nouns)


def _of_whom(parse: Parse, text: str, country: str) -> str:
    """Return the text of a group with its country: "warganya" becomes "warga (Indonesia)".

    "its citizens" becomes "citizens (Indonesia)".
    """
    ending = next((item for item in parse.language.possessive_endings if text.lower().endswith(item)), "")
    return f"{text.removesuffix(ending).lower()} ({load_knowledge().entities[country].name})"


def countries_beside(parse: Parse, owner: Name, head: int) -> Iterator[Name]:
    """Return the further countries that share a noun with the first one.

    Examples: "pejabat AS dan Irak", "the ministers of Norway and Sweden", "Norwegian and Swedish officials".
    """
    before = () if parse.language.grammar.head_first else tuple(_listed_before(parse, owner))
    listed = is_long_list(parse, owner) or len(before) > 1
    for name in (*before, *names_beside(parse, owner)):
        if name.kind is EntityKind.COUNTRY and (listed or parse.is_below(name.start, head)):
            yield name


def is_long_list(parse: Parse, first: Name) -> bool:
    """Return whether a name begins a list of three or more countries: "A, B, dan C"."""
    names = list(names_beside(parse, first))
    countries = all(name.kind is EntityKind.COUNTRY for name in (first, *names))
    last = names[-1].start - 1 if names else 0
    return countries and len(names) > 1 and parse.is_word(last, "conjunctions")


def _listed_before(parse: Parse, name: Name) -> Iterator[Name]:
    """Yield the names before a name in a list, nearest first: "Norwegian" in "Norwegian and Swedish"."""
    start = name.start
    while True:
        gaps = (gap for gap in range(1, _JOINED + 1) if start - 1 - gap in parse.name_at)
        gap = next(gaps, 0)
        if not gap or not _join(parse, start - gap, start):
            return
        before = parse.name_at[start - 1 - gap]
        yield before
        start = before.start


def members_before(parse: Parse, head: int) -> tuple[int, ...]:
    """Return the heads of the countries that a list names before its last one: "A, B, dan C mengecam …"."""
    last = parse.name_at.get(head)
    if last is None or not parse.language.grammar.head_first:
        return ()
    names = tuple(_listed_before(parse, last))
    if not names or not is_long_list(parse, names[-1]) or parse.is_word(names[-1].start - 1, "prepositions"):
        return ()
    return tuple(name.start for name in reversed(names))


def names_beside(parse: Parse, name: Name) -> Iterator[Name]:
    """Yield the names joined to a name by a conjunction, comma or hyphen, after others in the same word."""
    yield from (other for other in parse.names if other is not name and other.start == name.start)
    end = name.end
    while end < len(parse):
        gap = next((n for n in range(_JOINED + 1) if end + n in parse.name_at), 0)
        if not gap or not _join(parse, end, end + gap):
            return
        following = parse.name_at[end + gap]
        yield following
        end = following.end


def joins(parse: Parse, index: int) -> bool:
    """Return whether a word joins two members of a list."""
    return parse.is_word(index, "conjunctions") or parse.lower[index] in {",", "-", "–"}


def _join(parse: Parse, start: int, end: int) -> bool:
    """Return whether the words between two names join them: "and", ",", "and the"."""
    article = end - start > 1 and parse.tags[end - 1] == "DET" and not parse.language.grammar.head_first
    last = end - 1 if article else end
    return all(joins(parse, index) for index in range(start, last))


def _state_behind(parse: Parse, head: int) -> Name | None:
    """Return the country named right behind a word such as "negara": "negara Kuwait" is Kuwait."""
    name = parse.name_at.get(head + 1) if parse.lower[head] in parse.language.groups["statehood"] else None
    return name if name is not None and name.kind is EntityKind.COUNTRY else None


def _introduced(parse: Parse, start: int, names: list[Name]) -> Name | None:
    """Return the person that a description introduces.

    Examples: "ulama Moqtada al-Sadr", "pemimpin HAMAS Khaled Meshaal".
    """
    owned = not parse.language.people.relational.isdisjoint(noun_forms(parse, start))
    if owned or not parse.language.grammar.head_first:
        return None
    person = next((name for name in names if name.kind is EntityKind.PERSON), None)
    if person is None or person.start <= start:
        return None
    between = range(start + 1, person.start)
    told = all(index in parse.name_at or parse.tags[index] in _DESCRIBING for index in between)
    return person if told else None


def _country_before(scene: Scene, head: int) -> str | None:
    """Return the country of the nearest name before a possessed noun: "pasukannya", "its troops".

    A person is preferred to other names. The country of a counterpart ("mitranya") is another one.
    """
    others = key_in(scene.parse, head, scene.parse.language.people.counterparts)
    if others is not None or not is_possessed(scene.parse, head):
        return None
    before = [name for name in reversed(scene.parse.names) if name.end <= head]
    people = [name for name in before if name.kind is EntityKind.PERSON]
    countries = (country_of(scene.entities[name]) for name in people + before)
    return next((country for country in countries if country), None)


def is_possessed(parse: Parse, head: int) -> bool:
    """Return whether a noun has a possessive ending or pronoun: "pasukannya", "its troops"."""
    endings = parse.language.possessive_endings
    glued = bool(endings) and parse.lower[head].endswith(endings)
    return glued or any(
        parse.lower[item] in parse.language.groups["possessives"] for item in parse.children[head]
    )


def _state_led_by(story: Story, person: Entity) -> Entity | None:
    """Return the state that a person led at some time: the USA in "the Bush administration".

    None for others, whose government may be that of a province or city.
    """
    known = load_knowledge()
    led = {term.of for term in known.terms(person.id) if term.office in _LEADING}
    state = known.entities.get(person.country or "") if person.country in led else None
    return story.linker.known(state) if state is not None else None


def _government(story: Story, scene: Scene, head: int, owner: Name | None) -> tuple[Party, ...]:
    parse = scene.parse
    if owner is None:
        span = parse.spans[head]
        return (Party(story.group(parse.text(span), "government", None), span, 0.5),)
    entity = _state_led_by(story, scene.entities[owner]) or scene.entities[owner]
    first, last = min(head, owner.start), max(head + 1, owner.end)
    state = (Party(entity, parse.span(first, last), 0.95, f"“{parse.words[head]}” stands for the state"),)
    if not parse.language.grammar.head_first:
        return state
    others = (name for name in names_beside(parse, owner) if parse.is_below(name.start, head))
    return state + tuple(party for name in others if name.kind in _STATES for party in named(scene, name))
