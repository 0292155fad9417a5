"""Make the parser's training, development and test sets from three UD treebanks.

Sources: UD_Indonesian-CSUI and the dev and test files of UD_Indonesian-GSD (CC BY-SA 4.0), UD_Indonesian-PUD
(CC BY-SA 3.0). GSD's training file is not used. CSUI and GSD are scored on their own test files. Of PUD,
every tenth sentence is held out for testing and every tenth for development. What is in a sealed part of the
open news corpus is in neither the training nor the development set.

usage: prepare_treebanks.py DATA OUT
"""

import random
import sys
from collections.abc import Container, Iterable, Sequence
from pathlib import Path

from spacy.tokens import DocBin

from models.id_konstelasi_news.conllu import Sentence, is_tree, key, read_sentences, to_doc
from models.id_konstelasi_news.iob import key_of
from models.id_konstelasi_news.sealed import CORPUS, sealed_keys
from models.id_konstelasi_news.tokenizer import blank_pipeline

DEV_TAIL = 40
GSD_TRAIN = 480
LONGEST_GROUP = 6


def grouped(sentences: Sequence[Sentence], longest: int) -> list[list[Sentence]]:
    """Cut a treebank into documents of 1 to `longest` sentences, so that sentence boundaries are learnt."""
    generator = random.Random(2)  # noqa: S311 - a fixed shuffle, no secret
    groups, i = [], 0
    while i < len(sentences):
        size = generator.randint(1, longest)
        groups.append(list(sentences[i : i + size]))
        i += size
    return groups


def save(path: Path, sentences: Iterable[Sentence], longest: int = 1) -> None:
    """Write the sentences that are trees as a DocBin and print their number."""
    trees = [sentence for sentence in sentences if is_tree(sentence)]
    nlp = blank_pipeline()
    docs = [to_doc(nlp.vocab, group) for group in grouped(trees, longest)]
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs).to_disk(path)
    print(f"{path.name}: {len(trees)} sentences, {sum(map(len, trees))} words")


def without_sealed(sentences: Iterable[Sentence], sealed: Container[str]) -> list[Sentence]:
    """Return the sentences whose key is not among the sealed ones."""
    return [s for s in sentences if key_of("".join(word.form for word in s)) not in sealed]


def main(data: Path, out: Path) -> None:
    """Split, remove test sentences from the training data, and write all sets."""
    csui = read_sentences(data / "UD_Indonesian-CSUI/id_csui-ud-train.conllu")
    gsd = read_sentences(data / "UD_Indonesian-GSD/id_gsd-ud-dev.conllu")
    pud = read_sentences(data / "UD_Indonesian-PUD/id_pud-ud-test.conllu")
    tests = {
        "csui": read_sentences(data / "UD_Indonesian-CSUI/id_csui-ud-test.conllu"),
        "gsd": read_sentences(data / "UD_Indonesian-GSD/id_gsd-ud-test.conllu"),
        "pud": pud[9::10],
    }
    taken = {key(sentence) for test in tests.values() for sentence in test}
    csui, gsd = ([s for s in bank if key(s) not in taken] for bank in (csui, gsd))
    pud_train = [s for i, s in enumerate(pud) if i % 10 < 8]
    train = csui[:-DEV_TAIL] + gsd[:GSD_TRAIN] + pud_train
    dev = csui[-DEV_TAIL:] + gsd[GSD_TRAIN:] + pud[8::10]
    train, dev = (without_sealed(part, sealed_keys(CORPUS)) for part in (train, dev))
    random.Random(1).shuffle(train)  # noqa: S311
    save(out / "train" / "gold.spacy", train, LONGEST_GROUP)
    save(out / "dev.spacy", dev, LONGEST_GROUP)
    for name, sentences in tests.items():
        save(out / f"test_{name}.spacy", sentences)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
