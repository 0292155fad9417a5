"""Make the entity recogniser's training, development and test sets.

Sources: idner-news-2k and IDCrossNER (MIT, khairunnisaor), NERGrit via IndoNLU (Apache-2.0, attribution to
grit-id). Every sentence that is also in the test or development set of any source, or in a sealed part of
the open news corpus, is dropped from the training data; so are duplicates.

usage: prepare_entities.py DATA OUT
"""

import random
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import DocBin

from models.id_konstelasi_news.iob import Sentence, read_sentences, tag_runs, to_doc
from models.id_konstelasi_news.sealed import CORPUS, sealed_keys
from models.id_konstelasi_news.tokenizer import blank_pipeline

NEWS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}
GRIT = {"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG"}
CROSS = {
    **dict.fromkeys(("person", "politician", "scientist", "writer", "researcher"), "PER"),
    **dict.fromkeys(("organisation", "politicalparty", "university", "band"), "ORG"),
    **dict.fromkeys(("event", "election", "conference"), "EVT"),
    "musicalartist": "PER",
    "location": "LOC",
    "country": "GPE",
}
DOMAINS = ("politics", "science", "literature", "music", "ai")
DEV_TAIL = 60
TITLECASE_SHARE = 0.12
HYPHEN_SHARE = 0.12
SHORTEST_SENTENCE = 6
FUNCTION_WORDS = (
    "dan di ke dari yang untuk pada dengan oleh dalam atau serta hingga akan itu ini kepada para sebagai"
)
LOWERCASE_WORDS = frozenset(FUNCTION_WORDS.split())

Sets = dict[tuple[str, str], list[Sentence]]


def read_sets(data: Path) -> Sets:
    """Read every file by data set and split."""
    sets: Sets = {}
    for split, grit_file in (("train", "train"), ("dev", "valid"), ("test", "test")):
        grit = data / f"indonlu/nergrit_ner-grit/{grit_file}_preprocess.txt"
        sets["grit", split] = read_sentences(grit, GRIT)
        sets["idner", split] = read_sentences(data / f"idner-news-2k/{split}.txt", NEWS)
        for domain in DOMAINS:
            path = data / f"idcrossner/{domain}/{split}.txt"
            sets[domain, split] = read_sentences(path, CROSS)
    return sets


def titlecase(sentence: Sentence) -> Sentence:
    """Return the sentence in title case, like a headline; many names occur only in headlines."""
    words = (
        (word if word.lower() in LOWERCASE_WORDS else word[:1].upper() + word[1:], tag)
        for word, tag in sentence.words
    )
    return Sentence(tuple(words), sentence.labels)


def hyphenate(sentence: Sentence) -> Sentence | None:
    """Return the sentence from its first full name on, with that name hyphenated (Amir-Abdollahian)."""
    for first, past, kind in tag_runs([tag for _, tag in sentence.words]):
        if sentence.labels.get(kind) == "PER" and past - first > 1:
            name = "-".join(word for word, _ in sentence.words[past - 2 : past])
            words = ((name, f"B-{kind}"), *sentence.words[past:])
            return Sentence(words, sentence.labels) if len(words) >= SHORTEST_SENTENCE else None
    return None


def choose_training(sets: Sets, held_out: Iterable[Sentence], sealed: Iterable[str] = ()) -> list[Sentence]:
    """Return all training sentences and the other domains' test sets, without duplicates.

    Sentences that are held out, or whose key is among the sealed ones, are left out.
    """
    seen = {sentence.key for sentence in held_out} | set(sealed)
    splits = [key for key in sets if key[1] == "train" or key[0] in DOMAINS]
    chosen = []
    for sentence in (sentence for key in splits for sentence in sets[key]):
        if sentence.key not in seen:
            seen.add(sentence.key)
            chosen.append(sentence)
    return chosen


def save(path: Path, sentences: Iterable[Sentence]) -> None:
    """Write the sentences as a DocBin and print their counts."""
    nlp = blank_pipeline()
    docs = [to_doc(nlp, sentence) for sentence in sentences]
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs).to_disk(path)
    labels = Counter(entity.label_ for doc in docs for entity in doc.ents)
    print(f"{path.name}: {len(docs)} sentences, {sum(map(len, docs))} tokens, {dict(labels)}")


def main(data: Path, out: Path) -> None:
    """Split, de-duplicate, add headlines and hyphenated names, and write all sets."""
    sets = read_sets(data)
    tests = {name: sets[name, "test"] for name in ("idner", "grit", "politics")}
    dev = sets["idner", "dev"] + sets["grit", "dev"] + sets["politics", "dev"][-DEV_TAIL:]
    train = choose_training(sets, [s for test in [*tests.values(), dev] for s in test], sealed_keys(CORPUS))
    generator = random.Random(0)  # noqa: S311 - a fixed shuffle, no secret
    generator.shuffle(train)
    headlines = [titlecase(s) for s in train if generator.random() < TITLECASE_SHARE]
    openings = [hyphenate(s) for s in train if generator.random() < HYPHEN_SHARE]
    save(out / "train" / "gold.spacy", train)
    save(out / "train" / "headlines.spacy", headlines)
    save(out / "train" / "hyphens.spacy", [s for s in openings if s is not None])
    save(out / "dev.spacy", dev)
    for name, sentences in tests.items():
        save(out / f"test_{name}.spacy", sentences)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
