"""Finds offices and their holders: "Menteri Luar Negeri Iran, X", "Iran's foreign minister, X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cypher.model.graph import EntityKind
from ingest.extraction.mentions.holders import SEPARATORS, person_before, person_behind
from ingest.extraction.syntax.sentence import Name, Parse

_LONGEST = 4
_BESIDE = 2
_SPEAKING = frozenset({"spokesperson", "negotiator"})
"""Offices whose holders speak for others."""
_BODIES = frozenset(EntityKind) - {EntityKind.PERSON, EntityKind.GROUP}


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a sentence: the tokens of its title, its concept, its organisation and its holder."""

    start: int
    end: int
    concept: str
    title: str
    body: Name | None = None
    person: Name | None = None
    other_time: bool = False
    """Whether somebody is meant who does not hold the office now: "former president", "calon presiden"."""

    @property
    def first(self) -> int:
        """The first token of title, organisation and holder together."""
        return min([self.start, *(name.start for name in (self.body, self.person) if name)])

    @property
    def last(self) -> int:
        """The token after title, organisation and holder together."""
        return max([self.end, *(name.end for name in (self.body, self.person) if name)])


def find_offices(parse: Parse) -> Iterator[Office]:
    """Yield the offices that a sentence names, left to right."""
    index = 0
    while index < len(parse):
        found = _title_at(parse, index)
        if found is None:
            index += 1
            continue
        end, concept = found
        office = _completed(parse, index, end, concept)
        yield office
        index = max(end, office.person.end if office.person else end)


def _title_at(parse: Parse, index: int) -> tuple[int, str] | None:
    offices = parse.language.people.offices
    if parse.language.people.office_starts.isdisjoint(
        (*parse.language.forms.keys(parse.lower[index]), parse.lemmas[index])
    ):
        return None
    for length in range(min(_LONGEST, len(parse) - index), 0, -1):
        words = parse.lower[index : index + length]
        keys = (" ".join((*words[:-1], end)) for end in _endings(parse, index, length))
        concept = next((offices[key] for key in keys if key in offices), None)
        if concept is not None and not _is_inside_name(parse, index, index + length):
            return index + length, concept
    return None


def _endings(parse: Parse, start: int, length: int) -> tuple[str, ...]:
    """Return the forms of the last word of a title to look up; with a clitic only that of a single word."""
    last, forms = start + length - 1, parse.language.forms
    forms_of = forms.keys(parse.lower[last]) if length == 1 or forms.by_lemma else (parse.lower[last],)
    return (*forms_of, parse.lemmas[last]) if length == 1 or forms.by_lemma else forms_of


def _is_inside_name(parse: Parse, start: int, end: int) -> bool:
    name = parse.name_at.get(start)
    return name is not None and not (name.start == start and name.end > end)


def _completed(parse: Parse, start: int, end: int, concept: str) -> Office:
    end = _portfolio_end(parse, start, end)
    first = _behind_link(parse, end, concept)
    body, after = _body_after(parse, _behind_election(parse, first), linked=first > end)
    if body is None:
        body = _body_before(parse, start)
    first = start if body is None else min(start, body.start)
    person = person_behind(parse, end, after) or person_before(parse, first)
    title = " ".join(parse.words[start:end])
    ends = {end, body.end if body else end}
    other_time = any(_is_of_other_time(parse, first, start, item) for item in ends)
    return Office(start, end, concept, title, body, person, other_time)


def _behind_election(parse: Parse, index: int) -> int:
    """Return where the body or the holder may follow words of another time: "presiden terpilih X"."""
    future = parse.language.relations.future if parse.language.grammar.head_first else ()
    while index < len(parse) and parse.lower[index] in future:
        index += 1
    return index


def _behind_link(parse: Parse, end: int, concept: str) -> int:
    """Return where the body of an office begins if "from" or, behind who speaks for it, "for" leads to it.

    Examples: "Ministers from Qatar met", "a spokesman for the ministry said".
    """
    acts = parse.language.grammar.plays(parse.labels[end - 1], "subject")
    if end >= len(parse):
        return end
    origin = acts and parse.is_word(end, "origin_prepositions")
    purpose = concept in _SPEAKING and parse.is_word(end, "name_purposes")
    if not purpose:
        return end + int(origin)
    return end + 1 + int(parse.tags[end + 1 : end + 2] == ("DET",))


def _is_of_other_time(parse: Parse, first: int, start: int, end: int) -> bool:
    """Return whether a word beside an office says that it was or will be held: "ex-", "next", "terpilih"."""
    words = parse.language.relations.former | parse.language.relations.future
    near = range(max(0, first - _BESIDE), start)
    free = (index for index in near if index not in parse.name_at)
    behind = parse.lower[end : end + 2 if parse.language.grammar.head_first else end]
    behind += (" ".join(behind),)
    elect = parse.lower[end : end + 2] == ("-", "elect") or parse.lower[end : end + 1] == ("-elect",)
    return elect or any(parse.lower[index] in words for index in free) or not words.isdisjoint(behind)


def _portfolio_end(parse: Parse, start: int, end: int) -> int:
    """Return the end of an office with its portfolio or adjectives: "Menteri Kesehatan", "pejabat senior"."""
    if not parse.language.grammar.head_first:
        return end
    limit = min(len(parse), end + 4)
    while end < limit and end not in parse.name_at and not parse.is_word(end, "prepositions"):
        capital = parse.words[end][:1].isupper() and parse.words[start][:1].isupper()
        if not (capital or (parse.tags[end] in {"ADJ", "SCONJ", "NOUN"} and parse.words[end].isalpha())):
            break
        end += 1
    return end


def _body_after(parse: Parse, index: int, *, linked: bool) -> tuple[Name | None, int]:
    """Return the body of an office and the token behind it; `linked` if a preposition before it was read."""
    if index < len(parse) and parse.is_word(index, "possessive_prepositions"):
        index += 1
        if index < len(parse) and parse.tags[index] == "DET":
            index += 1
    elif not parse.language.grammar.head_first and not linked:
        return None, index
    name = parse.name_at.get(index)
    if name is None or name.kind not in _BODIES or (name.known is None and name.kind is EntityKind.PLACE):
        return None, index
    return name, name.end


def _body_before(parse: Parse, index: int) -> Name | None:
    if parse.language.grammar.head_first:
        return None
    position = index - 1
    while position >= 0 and (parse.lower[position] in SEPARATORS or parse.tags[position] == "ADJ"):
        if parse.lower[position] == "," or position in parse.name_at:
            break
        position -= 1
    name = parse.name_at.get(position)
    return name if name is not None and name.kind in _BODIES else None
