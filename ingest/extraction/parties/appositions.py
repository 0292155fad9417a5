"""Finds the name that a description introduces or explains: "his Iranian counterpart, Abbas Araghchi"."""

from __future__ import annotations

from cypher.model.graph import EntityKind
from ingest.extraction.mentions.holders import PAUSES
from ingest.extraction.parties.collectives import joins
from ingest.extraction.parties.groups import noun_forms
from ingest.extraction.parties.party import Party, named
from ingest.extraction.scene import Scene
from ingest.extraction.syntax.phrases import phrase
from ingest.extraction.syntax.sentence import Name, Parse

_LONGEST = 8
"""Maximum number of words in the phrases that describe a noun."""
_DESCRIBING = frozenset({"ADP", "NOUN", "PROPN", "ADJ", "DET", "NUM"})
_BEFORE_VERB = frozenset({"ADV", "AUX", "PART"})
_VERBAL = _BEFORE_VERB | {"VERB"}


def apposed(scene: Scene, head: int) -> tuple[Party, ...]:
    """Return the party named after a description: "his Iranian counterpart, Abbas Araghchi"."""
    parse = scene.parse
    behind = (item for item in parse.children[head] if item > head and not _is_owner(parse, head, item))
    labelled = (item for item in behind if parse.language.grammar.plays(parse.labels[item], "apposition"))
    names = (parse.name_at.get(item) for item in labelled)
    person = next((name for name in names if name and name.kind is EntityKind.PERSON), None)
    name = person or _between_commas(parse, head)
    described = named_behind_clause(parse, head)
    if described is not None:
        return named(scene, described)
    return named(scene, name) if name and not _is_named_behind_clause(parse, head, name) else ()


def named_behind_clause(parse: Parse, head: int) -> Name | None:
    """Return the person named between a relative clause about a noun and the noun's verb.

    Example: "Pengacara yang membela para petani, [Budi], mendesak …".
    """
    if not parse.language.grammar.head_first or not parse.language.grammar.plays(
        parse.labels[head], "subject"
    ):
        return None
    verb = parse.heads[head]
    comma = next((i for i in range(verb - 1, head, -1) if parse.tags[i] not in _BEFORE_VERB), head)
    name = parse.name_at.get(comma - 1) if parse.lower[comma] == "," else None
    if name is None or name.kind is not EntityKind.PERSON or parse.lower[name.start - 1] != ",":
        return None
    clause = parse.lower[head + 1 : name.start - 1]
    relative = parse.language.grammar.words["relative_pronouns"]
    return name if "," not in clause and not relative.isdisjoint(clause) else None


def _is_named_behind_clause(parse: Parse, head: int, name: Name) -> bool:
    """Return whether a name behind a noun means the noun whose relative clause ends with this noun."""
    above = (index for index in parse.ancestors(head) if index < head)
    return any(named_behind_clause(parse, index) is name for index in above)


def _is_owner(parse: Parse, head: int, item: int) -> bool:
    """Return whether a noun belongs to the person named right behind it: "pendukung X", "keluarga X".

    Behind a comma, the person that such a noun means may follow: "istri X, Y, mengecam …".
    """
    if not parse.language.grammar.head_first or "," in parse.lower[head:item]:
        return False
    return not parse.language.people.relational.isdisjoint(noun_forms(parse, head))


def describing(scene: Scene, head: int) -> tuple[Party, ...]:
    """Return the party named before a description: "Front X (FX), kelompok terbesar di Y, yang …"."""
    parse = scene.parse
    above = parse.heads[head]
    apposed_to = parse.name_at.get(above) if above < head else None
    if apposed_to is None or not parse.language.grammar.plays(parse.labels[head], "apposition"):
        return ()
    listed = any(
        parse.language.grammar.plays(parse.labels[item], "coordination") for item in parse.children[head]
    )
    return () if listed or apposed_to.kind is EntityKind.PLACE else named(scene, apposed_to)


def _end_of_description(parse: Parse, index: int) -> int:
    """Return the pause that ends phrases with prepositions: "wanita [dalam kelompok itu], X, ditahan"."""
    limit = min(len(parse), index + _LONGEST)
    while index < limit and parse.tags[index] in _DESCRIBING:
        index += 1
    return index


def _between_commas(parse: Parse, head: int) -> Name | None:
    """Return the single name between commas or dashes before the verb.

    Examples: "bekas penjajah Guinea, Prancis, mengutuk …", "the bloc's leader – Ana Lima – visited …".
    """
    last = max(phrase(parse, head))
    comma = next((index for index in range(head + 1, last) if parse.lower[index] in PAUSES), last + 1)
    wider = comma < len(parse) and parse.is_word(comma, "prepositions")
    comma = _end_of_description(parse, comma) if wider else comma
    name = parse.name_at.get(comma + 1) if comma < len(parse) and parse.lower[comma] in PAUSES else None
    if name is None or name.start != comma + 1 or name.kind is EntityKind.PLACE:
        return None
    after = name.end
    if wider and (
        name.kind is not EntityKind.PERSON or _VERBAL.isdisjoint(parse.tags[after + 1 : after + 2])
    ):
        return None
    if after + 1 >= len(parse) or parse.lower[after] != parse.lower[comma]:
        return None
    if name.kind is EntityKind.PERSON:
        return None if joins(parse, after + 1) or after + 1 in parse.name_at else name
    return name if parse.tags[after + 1] in {"VERB", "AUX", "ADV"} else None
