"""Let the teacher annotate unlabelled text as training data for the small pipeline.

usage: distil.py TEACHER OUT --lines N TEXT... | --docs N DOCBIN...

The first N lines or documents of each source are read; a line holds a sentence or a paragraph. A teacher with
a parser annotates the texts anew. A teacher with a recogniser only adds names to DocBins where annotations
are missing; it never replaces existing ones.
"""

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from models.id_konstelasi_news import teacher  # noqa: F401 - registers the teacher's layers
from models.id_konstelasi_news.tokenizer import blank_pipeline

LINES_A_DOCUMENT = 3


def read_lines(path: Path, lines: int) -> Iterator[str]:
    """Yield short runs of consecutive lines, so that sentence boundaries are learnt."""
    texts = path.read_text(encoding="utf8").splitlines()[:lines]
    kept = [text.strip() for text in texts if text.strip()]
    for i in range(0, len(kept), LINES_A_DOCUMENT):
        yield " ".join(kept[i : i + LINES_A_DOCUMENT])


def read_docs(path: Path, documents: int) -> Iterator[Doc]:
    """Yield the documents of a DocBin with their own tokens."""
    yield from islice(DocBin().from_disk(path).get_docs(blank_pipeline().vocab), documents)


def complete(doc: Doc, reading: Doc) -> Doc:
    """Fill tokens with unknown entities with the teacher's entities that fit there."""
    unknown = {token.i for token in doc if not token.ent_iob}
    added = [e for e in reading.ents if unknown.issuperset(range(e.start, e.end))]
    spans = [doc.char_span(e.start_char, e.end_char, label=e.label_) for e in added]
    doc.set_ents([*doc.ents, *[span for span in spans if span is not None]], default="outside")
    return doc


def annotate(nlp: Language, docs: list[Doc]) -> list[Doc]:
    """Parse documents, or complete their entities if the teacher has a recogniser."""
    copies = [Doc(nlp.vocab, [t.text for t in d], [bool(t.whitespace_) for t in d]) for d in docs]
    readings = list(nlp.pipe(copies))
    if not nlp.has_pipe("ner"):
        return readings
    return [complete(doc, reading) for doc, reading in zip(docs, readings, strict=True)]


def main(model: Path, out: Path, option: str, limit: int, *sources: str) -> None:
    """Annotate all sources and write one DocBin."""
    nlp = spacy.load(model)
    blank = blank_pipeline()
    if option == "--lines":
        docs = [blank(text) for name in sources for text in read_lines(Path(name), limit)]
    else:
        docs = [doc for name in sources for doc in read_docs(Path(name), limit)]
    out.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=annotate(nlp, docs)).to_disk(out)
    print(f"{out.name}: {len(docs)} documents, {sum(map(len, docs))} tokens")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), *sys.argv[5:])
