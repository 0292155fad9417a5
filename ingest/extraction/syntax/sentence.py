"""A parsed sentence as plain tuples, independent of spaCy and of the language."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from cypher.model.graph import EntityKind, Sentence, Span
from ingest.extraction.vocabulary.language import Language
from ingest.knowledge import KnownEntity, Sense

_BESIDE_VERB = frozenset({"ADV", "AUX", "PART"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: half-open range of tokens, exact span in the document, and its kind.

    `known` is the entity in the knowledge base with this name, `sense` how the name stands for it.
    """

    start: int
    end: int
    span: Span
    text: str
    kind: EntityKind
    known: KnownEntity | None = field(default=None, hash=False)
    sense: Sense | None = None

    def holds(self, index: int) -> bool:
        """Return whether the token is part of the name."""
        return self.start <= index < self.end


@dataclass(frozen=True, slots=True)
class Parse:
    """A parsed sentence. All tuples are parallel, one item per token; at the root, `heads` points to itself.

    `tags` are universal parts of speech, `details` the tags of the language's own tag set, `features` the
    morphological features of a word ("Tense=Fut"). In a headline most words are capitalised, so capitals do
    not indicate names.
    """

    record: Sentence
    language: Language
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    details: tuple[str, ...]
    features: tuple[tuple[str, ...], ...]
    labels: tuple[str, ...]
    heads: tuple[int, ...]
    spans: tuple[Span, ...]
    names: tuple[Name, ...] = ()
    children: tuple[tuple[int, ...], ...] = field(default=())
    lower: tuple[str, ...] = field(default=())
    name_at: dict[int, Name] = field(default_factory=dict)
    is_headline: bool = field(default=False)

    def __len__(self) -> int:
        return len(self.words)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.words]
        for index, head in enumerate(self.heads):
            if head != index:
                below[head].append(index)
        object.__setattr__(self, "children", tuple(map(tuple, below)))
        object.__setattr__(self, "lower", tuple(sys.intern(word.lower()) for word in self.words))
        object.__setattr__(self, "is_headline", _are_capitalised(self.words))
        for name in self.names:
            self.name_at.update(dict.fromkeys(range(name.start, name.end), name))

    def span(self, start: int, end: int) -> Span:
        """Return the span in the document of the tokens `start` to `end` (exclusive)."""
        return Span(self.spans[start].start, self.spans[end - 1].end)

    def text(self, span: Span) -> str:
        """Return the sentence's text in a span of the document."""
        offset = self.record.span.start
        return self.record.text[span.start - offset : span.end - offset]

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first."""
        while self.heads[index] != index:
            index = self.heads[index]
            yield index

    def is_below(self, index: int, top: int) -> bool:
        """Return whether a token is `top` or depends on it, directly or indirectly."""
        return index == top or top in self.ancestors(index)

    def head_of(self, span: Span) -> int | None:
        """Return the token in a span of the document that the others depend on; None without a token."""
        inside = [index for index, own in enumerate(self.spans) if span.overlaps(own)]
        return next((i for i in inside if self.heads[i] == i or self.heads[i] not in inside), None)

    def is_time(self, index: int) -> bool:
        """Return whether a token is a unit of time, a weekday or a month."""
        dates = self.language.dates
        return any(self.lower[index] in dates[group] for group in ("units", "weekdays", "months"))

    def is_nominalised(self, index: int) -> bool:
        """Return whether an ending turns a verb into a noun: "terbunuhnya X", "mundurnya X"."""
        endings, word = self.language.possessive_endings, self.lower[index]
        nominal = bool(endings) and word.endswith(endings) and not self.language.forms.is_active(word)
        return nominal and not self.ends_with_doer(index)

    def ends_with_doer(self, index: int) -> bool:
        """Return whether the ending of a passive verb is who does it: "yang dikecamnya", "X dinilainya …".

        Its subject then stands before it. "Kabar ditangkapnya X" is a noun, with X behind it.
        """
        endings, word = self.language.possessive_endings, self.lower[index]
        if not (endings and word.endswith(endings) and self.language.forms.is_passive(word)):
            return False
        before = next((i for i in range(index - 1, -1, -1) if self.tags[i] not in _BESIDE_VERB), None)
        if before is None or self.is_word(before, "relative_pronouns"):
            return before is not None
        behind = index + 1
        named = behind in self.name_at or self.tags[behind : behind + 1] == ("NOUN",)
        return not named and (before in self.name_at or self.tags[before] in _NOUNS)

    def is_word(self, index: int, group: str) -> bool:
        """Return whether a token belongs to a group of function words of the language.

        Behind the last token there is no word, as for `phrase_at`: a text may end anywhere.
        """
        return index < len(self.words) and self.language.grammar.has(self.lower[index], group)

    def words_in(self, group: str) -> tuple[str, ...]:
        """Return the function words of a group that the sentence has, each once, in text order."""
        words = self.language.grammar.words[group]
        return tuple(dict.fromkeys(word for word in self.lower if word in words))

    def is_one_of(self, index: int, words: Container[str]) -> bool:
        """Return whether a token or its lemma is one of these words; False behind the last token."""
        return index < len(self.words) and (self.lower[index] in words or self.lemmas[index] in words)

    def phrase_at(self, index: int, group: str) -> int:
        """Return the number of words of the longest phrase of a group that starts here; 0 if none does.

        The groups are the word lists of the language; a single word may also stand there as a lemma.
        """
        if index >= len(self.words):
            return 0
        for phrase in self.language.openings[group].get(self.lower[index], ()):
            if self.lower[index : index + len(phrase)] == phrase:
                return len(phrase)
        return int(self.is_one_of(index, self.language.groups[group]))

    def may_hold(self, *groups: str) -> bool:
        """Return whether a phrase of one of these groups may be in the sentence: its first word is."""
        words = {*self.lower, *self.lemmas}
        return any(not words.isdisjoint(self.language.first_words[group]) for group in groups)


def _are_capitalised(words: tuple[str, ...]) -> bool:
    letters = [word for word in words if word[:1].isalpha()]
    return 2 * sum(word[0].isupper() for word in letters) > len(letters) + 2
