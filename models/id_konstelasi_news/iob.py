"""Read IOB files and turn their sentences back into running text with entity spans."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from models.id_konstelasi_news.countries import is_country

Tagged = tuple[str, str]
CLOSING = re.compile(r"[.,;:!?)\]}%”’…]+|''")
OPENING = frozenset("([{“‘") | {"``"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with their IOB tags, and the map from the data set's types to our labels."""

    words: tuple[Tagged, ...]
    labels: Mapping[str, str]

    @property
    def key(self) -> str:
        """The ASCII letters and digits of a sentence, which are the same in all copies of it."""
        return key_of("".join(word for word, _ in self.words))


def key_of(text: str) -> str:
    """Return the ASCII letters and digits of a text in lower case."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def read_sentences(path: Path, labels: Mapping[str, str]) -> list[Sentence]:
    """Read one file: each line has the word first and the tag last; an empty line ends a sentence."""
    blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf8").replace("\r", ""))
    rows = [[line.split() for line in block.splitlines() if line.strip()] for block in blocks]
    return [Sentence(tuple((r[0], r[-1]) for r in block), labels) for block in rows if block]


def detokenise(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Join words with the spaces of ordinary writing; return the text and each word's range."""
    text, ranges = "", []
    attach, quoted = True, False
    for word in words:
        closes = bool(CLOSING.fullmatch(word)) or (word == '"' and quoted)
        if not (attach or closes):
            text += " "
        if word == '"':
            quoted = not quoted
        attach = word in OPENING or (word == '"' and quoted)
        ranges.append((len(text), len(text) + len(word)))
        text += word
    return text, ranges


def tag_runs(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return `(first, past_last, type)` of every entity; a stray I- opens one."""
    runs: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        prefix, _, kind = tag.partition("-")
        if tag == "O" or not kind:
            continue
        if prefix == "I" and runs and runs[-1][1:] == (i, kind):
            runs[-1] = (runs[-1][0], i + 1, kind)
        else:
            runs.append((i, i + 1, kind))
    return runs


def to_doc(nlp: Language, sentence: Sentence) -> Doc:
    """Tokenise the sentence anew and project its entities; places that are countries become GPE."""
    text, ranges = detokenise([word for word, _ in sentence.words])
    doc = nlp.make_doc(text)
    spans = []
    for first, past, kind in tag_runs([tag for _, tag in sentence.words]):
        label = sentence.labels.get(kind)
        if label is None:
            continue
        start, end = ranges[first][0], ranges[past - 1][1]
        if label == "LOC" and is_country(text[start:end]):
            label = "GPE"
        spans.append(doc.char_span(start, end, label=label, alignment_mode="expand"))
    doc.ents = filter_spans(span for span in spans if span is not None)
    return doc
