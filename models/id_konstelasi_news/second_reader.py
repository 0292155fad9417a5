"""Let Konstelasi, with its rules and tables, read the lines that have projected names.

usage: second_reader.py INDONESIAN LINES PROJECTED OUT

A name found by both is taught. Of two overlapping names, Konstelasi's is taught if it is the longer one
(Kementerian Luar Negeri Iran, of which only Iran was projected). Names with different kinds or boundaries are
left open.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from cypher.model.graph import Document, EntityKind, Extraction
from ingest.extraction import extract
from models.id_konstelasi_news.countries import is_country
from models.id_konstelasi_news.tokenizer import blank_pipeline

LINES_A_DOCUMENT = 6
GAP = "\n\n"
LABELS = {
    EntityKind.PERSON: "PER",
    EntityKind.PLACE: "LOC",
    EntityKind.COUNTRY: "GPE",
    EntityKind.ORGANISATION: "ORG",
    EntityKind.ARMED_GROUP: "ORG",
    EntityKind.GOVERNMENT_BODY: "ORG",
}

Range = tuple[int, int, str]  # first and past-last character, label


def grouped(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut the lines into runs; lines of a run are mostly about the same topic."""
    return (lines[i : i + LINES_A_DOCUMENT] for i in range(0, len(lines), LINES_A_DOCUMENT))


def documents(lines: Sequence[str]) -> Iterator[Document]:
    """Join each run of lines into a document."""
    for number, group in enumerate(grouped(lines)):
        yield Document(f"lines-{number}", GAP.join(group), "id", f"lines {number}")


def ranges(extraction: Extraction) -> Iterator[Range]:
    """Yield the names of a document, without capitals and demonyms that stand for a country."""
    kinds = {entity.id: entity.kind for entity in extraction.entities}
    for mention in extraction.mentions:
        label = LABELS.get(kinds[mention.entity_id])
        if label and not mention.refers and (label != "GPE" or is_country(mention.text)):
            yield mention.span.start, mention.span.end, label


def readings(lines: Sequence[str]) -> Iterator[tuple[str, list[Range]]]:
    """Yield each line with the names that Konstelasi finds in it."""
    for group, extraction in zip(grouped(lines), extract(documents(lines)), strict=True):
        found, start = list(ranges(extraction)), 0
        for line in group:
            end = start + len(line)
            yield line, [(a - start, b - start, label) for a, b, label in found if start <= a and b <= end]
            start = end + len(GAP)


def overlap(one: Span, other: Span) -> bool:
    """Return whether two names share a word."""
    return one.start < other.end and other.start < one.end


def is_taught(name: Span, projected: Sequence[Span]) -> bool:
    """Return whether no projected name contradicts a name found by Konstelasi."""
    return all(allows(other, name) for other in projected if overlap(name, other))


def allows(projected: Span, name: Span) -> bool:
    """Return whether a projected name is the same as a name or part of it."""
    if len(projected) == len(name):
        return projected.label_ == name.label_ and projected.start == name.start
    return name.start <= projected.start and projected.end <= name.end


def merge(doc: Doc, found: Sequence[Span], projected: Sequence[Span], unknown: set[int]) -> Doc:
    """Set the names that both readings allow; leave open the disputed and unknown tokens."""
    taught = [name for name in found if is_taught(name, projected)]
    disputed = [name for name in found if name not in taught]
    taught += [name for name in projected if not any(overlap(name, other) for other in found)]
    named = {word.i for name in taught for word in name}
    unknown = (unknown | {word.i for name in disputed for word in name}) - named
    doc.set_ents(filter_spans(taught), missing=[doc[i : i + 1] for i in sorted(unknown)], default="outside")
    return doc


def main(indonesian: Path, limit: int, projected: Path, out: Path) -> None:
    """Read the first lines of the corpus and write them with the names of both readings."""
    nlp = blank_pipeline()
    before = {doc.text: doc for doc in DocBin().from_disk(projected).get_docs(nlp.vocab)}
    lines = [line.strip() for line in indonesian.read_text(encoding="utf8").splitlines()[:limit]]
    docs = []
    for line, found in readings([line for line in lines if line]):
        doc, first = nlp.make_doc(line), before.get(line)
        spans = [doc.char_span(start, end, label=label) for start, end, label in found]
        names = filter_spans(span for span in spans if span is not None)
        known = [Span(doc, e.start, e.end, label=e.label_) for e in first.ents] if first else []
        unknown = {word.i for word in first if not word.ent_iob} if first else set()
        docs.append(merge(doc, names, known, unknown))
    DocBin(docs=docs).to_disk(out)
    print(f"{out.name}: {len(docs)} documents, {sum(len(doc.ents) for doc in docs)} names")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
