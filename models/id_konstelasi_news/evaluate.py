"""Score a pipeline on every test set and print the figures.

Parses are scored with gold words and sentence boundaries, counting all words. Entities are scored on raw
text, with GPE read as LOC where a data set does not distinguish them. `--speed TEXT` measures tokens per
second and memory on a text file.

usage: evaluate.py PIPELINE TREEBANKS ENTITIES [--speed TEXT]
"""

import resource
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

ROLES = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "appos", "conj", "ccomp", "acl:relcl")
NAME_TYPES = {
    "test_idner": ("PER", "ORG", "LOC"),
    "test_grit": ("PER", "ORG", "LOC"),
    "test_politics": ("PER", "ORG", "LOC", "EVT"),
}
Items = list[set[tuple[object, ...]]]


def f_score(gold: Items, found: Items) -> float:
    """Return the F1 of two lists of item sets."""
    hits = sum(len(a & b) for a, b in zip(gold, found, strict=True))
    return 2 * hits / max(1, sum(map(len, gold)) + sum(map(len, found)))


def without_analysis(doc: Doc, nlp: Language) -> Doc:
    """Copy the words of one gold sentence, marked as one sentence."""
    starts: list[bool | int | None] = [i == 0 for i in range(len(doc))]
    spaces = [bool(token.whitespace_) for token in doc]
    return Doc(nlp.vocab, words=[t.text for t in doc], spaces=spaces, sent_starts=starts)


def relation(doc: Doc, name: str) -> set[tuple[object, ...]]:
    """Return dependents and heads of one relation."""
    return {(token.i, token.head.i) for token in doc if token.dep_ == name}


def score_parse(nlp: Language, path: Path) -> None:
    """Print tag and attachment scores, then the F1 of each relation that marks a role."""
    gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    found = list(nlp.pipe([without_analysis(doc, nlp) for doc in gold]))
    pairs = [(a, b) for g, f in zip(gold, found, strict=True) for a, b in zip(g, f, strict=True)]
    attached = [a.head.i == b.head.i for a, b in pairs]
    labelled = [h and a.dep_ == b.dep_ for h, (a, b) in zip(attached, pairs, strict=True)]
    figures = {
        "UPOS": sum(a.pos_ == b.pos_ for a, b in pairs),
        "FEATS": sum(str(a.morph) == str(b.morph) for a, b in pairs),
        "UAS": sum(attached),
        "LAS": sum(labelled),
    }
    print(path.stem, *(f"{name} {count / len(pairs):.3f}" for name, count in figures.items()))
    for name in ROLES:
        edges = [[relation(doc, name) for doc in docs] for docs in (gold, found)]
        print(f"    {name} {f_score(*edges):.3f}", end="")
    print()


def names(doc: Doc, kinds: Iterable[str]) -> set[tuple[object, ...]]:
    """Return the entities of the given types as character ranges, GPE as LOC."""
    read = ((e.start_char, e.end_char, "LOC" if e.label_ == "GPE" else e.label_) for e in doc.ents)
    return {item for item in read if item[2] in kinds}


def score_entities(nlp: Language, path: Path) -> None:
    """Print the F1 over all types, of each type, and of exact GPE labels."""
    gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    found = list(nlp.pipe([doc.text for doc in gold]))
    kinds = NAME_TYPES[path.stem]
    print(path.stem, end="")
    for kind, group in [("all", kinds), *((kind, (kind,)) for kind in kinds)]:
        score = f_score([names(d, group) for d in gold], [names(d, group) for d in found])
        print(f" {kind} {score:.3f}", end="")
    exact: list[Items] = [
        [{(e.start_char, e.end_char) for e in doc.ents if e.label_ == "GPE"} for doc in docs]
        for docs in (gold, found)
    ]
    print(f" GPE {f_score(*exact):.3f}")


def measure_speed(nlp: Language, text: str, repeats: int = 40) -> None:
    """Print tokens per second of processor time and resident memory."""
    start = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe([text] * repeats))
    speed = tokens / (time.process_time() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"speed {speed:.0f} tokens/CPU-s, {memory} MB")


def main(pipeline: str, treebanks: Path, entities: Path) -> None:
    """Print all scores."""
    nlp = spacy.load(pipeline)
    if "--speed" in sys.argv:
        measure_speed(nlp, Path(sys.argv[-1]).read_text(encoding="utf8"))
    if nlp.has_pipe("parser"):
        for path in sorted(treebanks.glob("test_*.spacy")):
            score_parse(nlp, path)
    if nlp.has_pipe("ner"):
        for name in NAME_TYPES:
            score_entities(nlp, entities / f"{name}.spacy")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
