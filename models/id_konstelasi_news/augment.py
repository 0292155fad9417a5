"""Copy annotated sentences with their names replaced.

usage: augment.py OUT SEED COPIES DOCBIN...

Each name is replaced by one of the same kind (`pools.py`) four times out of five; tokens without a known
annotation stay open. Some people get a title in front, with or without a place (Wali Kota Istanbul …). Some
names that open a sentence get a common word before them. Some sentences are written in capitals.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from models.id_konstelasi_news.pools import WORDS, Pools
from models.id_konstelasi_news.tokenizer import blank_pipeline

REPLACED = 0.8
TITLED = 0.15
CAPITALS = 0.02
LED = 0.3
OFFICES = {"LOC": "offices_of_places", "GPE": "offices_of_states"}
PLACE_HEADS = frozenset(WORDS["place_heads"])


Piece = tuple[str, bool, str]  # word, space after it, IOB tag ("" if unknown)


class Replacer:
    """Writes copies of documents with other names."""

    def __init__(self, nlp: Language, seed: int) -> None:
        """Start a fixed sequence of names; the pipeline's tokenizer splits them into words."""
        self.generator = random.Random(seed)  # noqa: S311 - a fixed sequence, no secret
        self.pools = Pools(self.generator)
        self.nlp = nlp

    def copy(self, doc: Doc) -> Doc:
        """Return the document with new names; its tags and open tokens are kept."""
        pieces: list[Piece] = []
        at = 0
        if doc.ents and doc.ents[0].start == 0 and self.generator.random() < LED:
            pieces.append((self.generator.choice(WORDS["leads"]), True, "O"))
        for entity in doc.ents:
            pieces += outside(doc[at : entity.start])
            pieces += self.renamed(entity)
            at = entity.end
        pieces += outside(doc[at:])
        if self.generator.random() < CAPITALS:
            pieces = [(word.upper(), space, tag) for word, space, tag in pieces]
        return build(self.nlp, pieces)

    def renamed(self, entity: Span) -> Iterator[Piece]:
        """Yield the words of the name that replaces the entity."""
        name = self.new_name(entity) if self.generator.random() < REPLACED else None
        if name and entity.label_ == "PER" and self.generator.random() < TITLED:
            yield from self.titled()
        words = self.nlp.make_doc(name) if name else entity.as_doc()
        for i, word in enumerate(words):
            last = i == len(words) - 1
            space = bool(entity[-1].whitespace_ if last else word.whitespace_)
            yield word.text, space, f"{'I' if i else 'B'}-{entity.label_}"

    def titled(self) -> Iterator[Piece]:
        """Yield the words of a title, half the time with a place."""
        if self.pools.once_in(2):
            yield from self.tagged(self.generator.choice(WORDS["titles"]), None)
            return
        label = self.generator.choice(list(OFFICES))
        yield from self.tagged(self.generator.choice(WORDS[OFFICES[label]]), None)
        yield from self.tagged(self.pools.place() if label == "LOC" else self.pools.state(), label)

    def tagged(self, text: str, label: str | None) -> Iterator[Piece]:
        """Yield words, as one name if a label is given."""
        for i, word in enumerate(self.nlp.make_doc(text)):
            yield word.text, True, f"{'I' if i else 'B'}-{label}" if label else "O"

    def new_name(self, entity: Span) -> str | None:
        """Return a name of the entity's kind; None for events and for places that contain a common noun."""
        if entity.label_ == "PER":
            return self.pools.person(len(entity))
        if entity.label_ == "ORG":
            return self.pools.organisation(len(entity))
        if entity.label_ == "GPE":
            return self.pools.state()
        if entity.label_ != "LOC":
            return None
        if entity[0].lower_ not in PLACE_HEADS:
            return self.pools.place() if len(entity) < 3 else None
        return f"{entity[0].text} {self.pools.place()}" if len(entity) == 2 else None


def outside(words: Span) -> Iterator[Piece]:
    """Yield words that are outside names or have an unknown annotation."""
    for word in words:
        yield word.text, bool(word.whitespace_), "O" if word.ent_iob else ""


def build(nlp: Language, pieces: list[Piece]) -> Doc:
    """Create a document from words and tags."""
    words = [word for word, _, _ in pieces]
    doc = Doc(nlp.vocab, words, [space for _, space, _ in pieces])
    starts = [i for i, (_, _, tag) in enumerate(pieces) if tag[:1] == "B"]
    names = []
    for start in starts:
        end = start + 1
        while end < len(pieces) and pieces[end][2][:1] == "I":
            end += 1
        names.append(Span(doc, start, end, label=pieces[start][2][2:]))
    unknown = [doc[i : i + 1] for i, (_, _, tag) in enumerate(pieces) if not tag]
    doc.set_ents(names, missing=unknown, default="outside")
    return doc


def main(out: Path, seed: int, copies: int, *sources: Path) -> None:
    """Write the copies of all documents that contain a name."""
    replacer = Replacer(blank_pipeline(), seed)
    docs = [doc for source in sources for doc in DocBin().from_disk(source).get_docs(replacer.nlp.vocab)]
    made = [replacer.copy(doc) for _ in range(copies) for doc in docs if doc.ents]
    DocBin(docs=made).to_disk(out)
    print(f"{out.name}: {len(made)} documents")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *map(Path, sys.argv[4:]))
