"""Finds who holds an office: the person named beside its title, its organisation and their description."""

from __future__ import annotations

from cypher.model.graph import EntityKind
from ingest.extraction.syntax.sentence import Name, Parse

SEPARATORS = frozenset({",", "(", "-", "–", "'s", "’s"})
"""Words that may stand between an office, its organisation and its holder."""

PAUSES = frozenset({",", "--", "–", "—"})
"""What stands between a description and the name that explains it."""

_BESIDE = 3
_FARTHEST = 14
"""Maximum number of tokens from the title to the name of the holder."""

_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def person_behind(parse: Parse, end: int, after: int) -> Name | None:
    """Return the person behind an office; the title ends at `end`, its organisation at `after`.

    In languages that put the head first, more may stand between: "Menteri Kehutanan dan Kelautan X",
    "Ketua Umum Partai Y (PY) hasil kongres, X, …".
    """
    beside = _person_after(parse, after)
    if not parse.language.grammar.head_first:
        return beside or _apposed(parse, end - 1)
    if beside is None:
        return _last_of_run(parse, end) or _between_commas(parse, after)
    return (_last_of_run(parse, beside.start) if _begins_run(parse, beside) else None) or beside


def _apposed(parse: Parse, head: int) -> Name | None:
    """Return the person named behind all that describes an office: "the leader of the main group, X, …"."""
    for item in parse.children[head]:
        name = parse.name_at.get(item)
        if item < head or name is None or name.kind is not EntityKind.PERSON:
            continue
        paused = parse.lower[name.start - 1] in PAUSES
        if paused and parse.language.grammar.plays(parse.labels[item], "apposition"):
            return name
    return None


def person_before(parse: Parse, index: int) -> Name | None:
    """Return the person before an office in apposition: "X, presiden Iran", "X, the Iranian president"."""
    position = index - 1
    while position > 0 and (parse.tags[position] in {"DET", "ADJ"} or parse.lower[position] in {"'s"}):
        position -= 1
    if position < 1 or parse.lower[position] != ",":
        return None
    name = parse.name_at.get(position - 1)
    return name if name is not None and name.kind is EntityKind.PERSON else None


def _person_after(parse: Parse, index: int) -> Name | None:
    limit = min(len(parse), index + _BESIDE)
    while index < limit:
        name = parse.name_at.get(index)
        if name is not None:
            return name if name.kind is EntityKind.PERSON else None
        if (
            parse.lower[index] not in SEPARATORS
            and parse.lower[index] not in parse.language.people.honorifics
        ):
            return None
        index += 1
    return None


def _begins_run(parse: Parse, name: Name) -> bool:
    """Return whether a name that was taken for a person may only begin the words of an office.

    Examples: "Fraksi" in "Anggota Fraksi Golkar X", "Kelautan" in "Menteri Kelautan dan Perikanan X".
    """
    behind = parse.words[name.end : name.end + 1]
    goes_on = any(word[:1].isupper() for word in behind) or _opens_second(parse, name.end)
    return name.known is None and goes_on


def _last_of_run(parse: Parse, index: int) -> Name | None:
    """Return the last person in an unbroken run of capitalised words from `index`."""
    found: Name | None = None
    honorifics = parse.language.people.honorifics
    limit = min(len(parse), index + _FARTHEST)
    while index < limit:
        name = parse.name_at.get(index)
        if name is not None:
            found = name if name.kind is EntityKind.PERSON else found
            index = name.end
        elif _is_within(parse, index) or (found is None and parse.lower[index] in honorifics):
            index += 1
        else:
            break
    return found


def _is_within(parse: Parse, index: int) -> bool:
    """Return whether a word may belong to an office between its title and the name of its holder."""
    if parse.lower[index] in {"(", ")"} or _opens_second(parse, index) or _is_bracketed(parse, index):
        return True
    if parse.tags[index] == "ADJ" and index - 1 in parse.name_at:
        return True  # "Perdana Menteri Australia baru X"
    return parse.words[index][:1].isupper() and not _is_title(parse, index)


def _is_bracketed(parse: Parse, index: int) -> bool:
    """Return whether a word stands alone in brackets: the short form in "Menteri Keuangan (Menkeu) X"."""
    return parse.lower[index - 1 : index] == ("(",) and parse.lower[index + 1 : index + 2] == (")",)


def _opens_second(parse: Parse, index: int) -> bool:
    """Return whether a conjunction joins a second field of an office, not a second party."""
    if not parse.is_word(index, "conjunctions") or index + 1 >= len(parse):
        return False
    behind = index + 1
    name = parse.name_at.get(behind)
    field = name is None or (name.known is None and name.kind is EntityKind.ORGANISATION)
    return parse.words[behind][:1].isupper() and field and not _is_title(parse, behind)


def _is_title(parse: Parse, index: int) -> bool:
    people = parse.language.people
    return parse.lower[index] in people.office_starts or parse.lower[index] in people.honorifics


def _between_commas(parse: Parse, index: int) -> Name | None:
    """Return the person between commas behind the description of an office: "Ketua DPR dari Y, X, …"."""
    limit = min(len(parse), index + _FARTHEST)
    while index < limit and parse.lower[index] != ",":
        name = parse.name_at.get(index)
        if name is not None and name.kind is EntityKind.PERSON:
            return None
        if name is None and not _describes(parse, index):
            return None
        index = name.end if name is not None else index + 1
    name = parse.name_at.get(index + 1)
    closed = name is not None and parse.lower[name.end : name.end + 1] == (",",)
    if name is None or name.kind is not EntityKind.PERSON or not closed or index >= limit:
        return None
    behind = name.end + 1
    listed = behind < len(parse) and (parse.is_word(behind, "conjunctions") or behind in parse.name_at)
    return None if listed else name


def _describes(parse: Parse, index: int) -> bool:
    inside = parse.tags[index] in _DESCRIBING or parse.lower[index] in {"(", ")"}
    inside = inside or parse.lower[index] in parse.language.people.determiners
    return inside or any(parse.is_word(index, kind) for kind in ("origin_prepositions", "place_prepositions"))
