"""Turns documents into parsed sentences: removes boilerplate, parses lines separately, keeps text offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from cypher.model.graph import Document, Sentence, Span
from cypher.model.ids import content_id, voice_of
from ingest.documents.boilerplate import boilerplate
from ingest.extraction.mentions.headlines import in_sentence_case
from ingest.extraction.mentions.names import find_names
from ingest.extraction.mentions.repeated import with_repeated
from ingest.extraction.models import load_pipeline
from ingest.extraction.syntax.joined_clauses import with_joined_clauses
from ingest.extraction.syntax.sentence import Name, Parse
from ingest.extraction.syntax.split_quotations import with_split_quotations
from ingest.extraction.syntax.stretch import Stretch, stretch_of
from ingest.extraction.vocabulary.language import Language, load_language

_LINE = re.compile(r"\S[^\n]*(?:\n[ \t]*(?=[^\W\d_A-ZÀ-Þ])[^\n]*)*")
"""A line and its continuations: lines that begin in lower case belong to the wrapped line before them."""

_LONGEST = 20_000
"""Maximum number of characters of a stretch; limits memory for a text without line breaks."""

_BATCH = 64
_BATCH_CHARACTERS = 2 * _LONGEST
"""Maximum number of stretches, and of characters, in one batch: the pipeline needs 3.5 kB a character."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+")

_ENDLESS = re.compile(r"\S{300}")
"""Longer than any word; such runs are cut, because a tokenizer searches every remainder for affixes."""


_START = attrgetter("start")

_Segment = tuple[str, tuple[Document, Span]]
"""A part of a document that is parsed at once: the document, and the span of the part."""


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document with its sentences in order."""

    document: Document
    language: Language
    sentences: tuple[Parse, ...]


def parse(documents: Iterable[Document]) -> Iterator[ParsedDocument]:
    """Parse documents lazily, in order; consecutive documents in one language share batches.

    Raises:
        UsageError: a document's language has no data or no pipeline.
    """
    for code, group in groupby(documents, key=attrgetter("language")):
        yield from _parse_language(group, load_language(code))


def _parse_language(documents: Iterable[Document], language: Language) -> Iterator[ParsedDocument]:
    pipeline = load_pipeline(language.code)
    segments = (
        (in_sentence_case(_flat(span.of(doc.text)), language), (doc, span))
        for doc in documents
        for span in _segments(doc, language)
    )
    parsed = _parsed(pipeline, segments)
    for _, group in groupby(parsed, key=lambda item: id(item[1][0])):
        yield _assemble(group, language)


def _parsed(pipeline: Pipeline, segments: Iterable[_Segment]) -> Iterator[tuple[Doc, tuple[Document, Span]]]:
    """Yield the parses of the segments in order, each with its document and span."""
    for batch in _batches(segments):
        yield from pipeline.pipe(batch, as_tuples=True, batch_size=_BATCH)


def _batches(segments: Iterable[_Segment]) -> Iterator[list[_Segment]]:
    batch: list[_Segment] = []
    characters = 0
    for segment in segments:
        length = len(segment[0])
        if batch and (len(batch) == _BATCH or characters + length > _BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(segment)
        characters += length
    if batch:
        yield batch


def _assemble(segments: Iterable[tuple[Doc, tuple[Document, Span]]], language: Language) -> ParsedDocument:
    """Return the sentences of the parsed segments of one document.

    The parses of spaCy are dropped on the way: those of a long document need more memory than all else.
    """
    stretches: deque[Stretch] = deque()
    found: list[list[Name]] = []
    for doc, place in segments:
        document, offset = place[0], place[1].start
        stretches.append(stretch_of(doc, language, offset))
        found.append(find_names(doc, language, offset))
    sentences: list[Parse] = []
    for stretch, names in with_repeated(_taken(stretches), found):
        for first, last in stretch.sentences:
            span = Span(stretch.spans[first].start, stretch.spans[last - 1].end)
            sentence = _sentence(document, span, len(sentences))
            if sentence is not None:
                sentences.append(_parse_of(stretch, (first, last), sentence, language, names))
    return ParsedDocument(document, language, tuple(sentences))


def _taken(stretches: deque[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches in order and forget each."""
    while stretches:
        yield stretches.popleft()


def _segments(document: Document, language: Language) -> Iterator[Span]:
    """Yield the parts of a text to parse: lines without boilerplate, cut where they are too long.

    A document that contains only boilerplate yields one empty part, so that it is still returned, without
    sentences.
    """
    taken = boilerplate(document.text, language.code)
    stretches = list(_cut(document.text, _lines(document.text, taken)))
    yield from stretches or [Span(0, 0)]


def _lines(text: str, taken: Iterable[Span]) -> Iterator[Span]:
    edges = [0, *(edge for span in sorted(taken) for edge in (span.start, span.end)), len(text)]
    for start, end in list(pairwise(edges))[::2]:
        for match in _LINE.finditer(text, start, end):
            yield Span(match.start(), match.start() + len(match.group().rstrip()))


def _flat(text: str) -> str:
    """Replace the line breaks of a wrapped line with blanks; offsets stay the same."""
    return text.replace("\n", " ").replace("\r", " ")


def _cut(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        ends = (match.end() for match in _ENDLESS.finditer(text, span.start, span.end))
        edges = [span.start, *ends, span.end]
        for start, end in pairwise(edges):
            if start < end:
                yield from _shortened(text, Span(start, end))


def _shortened(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > _LONGEST:
        end = _border(text, start, start + _LONGEST)
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _border(text: str, start: int, limit: int) -> int:
    """Where to cut: behind the last sentence of the second half, else the last blank, else at `limit`."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, (start + limit) // 2, limit)]
    return ends[-1] if ends else text.rfind(" ", start, limit) + 1 or limit


def _sentence(document: Document, span: Span, index: int) -> Sentence | None:
    text = span.of(document.text)
    if not text.strip():
        return None
    sentence_id = content_id("sentence", document.id, span.start, text)
    return Sentence(sentence_id, document.id, index, span, text, voice_of(text))


def _parse_of(
    stretch: Stretch, tokens: tuple[int, int], record: Sentence, language: Language, names: Sequence[Name]
) -> Parse:
    """Return the sentence in plain tuples; `names` are those of its stretch by their start."""
    first, last = tokens
    own = names[bisect_left(names, first, key=_START) : bisect_left(names, last, key=_START)]
    plain = Parse(
        record=record,
        language=language,
        words=stretch.words[first:last],
        lemmas=stretch.lemmas[first:last],
        tags=stretch.tags[first:last],
        details=stretch.details[first:last],
        features=stretch.features[first:last],
        labels=stretch.labels[first:last],
        heads=tuple(head - first for head in stretch.heads[first:last]),
        spans=stretch.spans[first:last],
        names=tuple(sorted((_moved(name, first, last) for name in own), key=attrgetter("start", "end"))),
    )
    return with_split_quotations(with_joined_clauses(plain))


def _moved(name: Name, first: int, last: int) -> Name:
    start, end = name.start - first, min(name.end, last) - first
    return Name(start, end, name.span, name.text, name.kind, name.known, name.sense)
