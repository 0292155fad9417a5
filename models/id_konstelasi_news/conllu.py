"""Read CoNLL-U files into words, with multiword tokens merged (pihaknya = pihak + nya -> one word)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

Row = list[str]


@dataclass(frozen=True, slots=True)
class Word:
    """One surface word; `head` is the index of its head in the sentence, -1 for the root."""

    form: str
    space: bool
    upos: str
    feats: str
    lemma: str
    head: int
    relation: str


Sentence = tuple[Word, ...]


def _blocks(path: Path) -> Iterator[list[Row]]:
    for block in path.read_text(encoding="utf8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        if rows:
            yield rows


def _ids(row: Row) -> range:
    first, _, last = row[0].partition("-")
    return range(int(first), int(last or first) + 1)


def _surface(rows: Sequence[Row]) -> list[tuple[Row, list[Row]]]:
    """Pair each surface row with the syntactic rows it covers."""
    rows = [row for row in rows if "." not in row[0]]
    covered: set[int] = set()
    by_id = {int(row[0]): row for row in rows if row[0].isdigit()}
    pairs = []
    for row in rows:
        ids = _ids(row)
        if ids.start in covered:
            continue
        covered.update(ids)
        pairs.append((row, [by_id[number] for number in ids]))
    return pairs


def _word(surface: Row, parts: Sequence[Row], position: dict[int, int], here: int) -> Word:
    outer = (row for row in parts if row[6] == "0" or position[int(row[6])] != here)
    top = next(outer)
    return Word(
        form=surface[1],
        space="SpaceAfter=No" not in surface[9],
        upos=top[3],
        feats="" if top[5] == "_" else top[5],
        lemma="" if top[2] == "_" else top[2],
        head=-1 if top[6] == "0" else position[int(top[6])],
        relation=top[7],
    )


def merge(rows: Sequence[Row]) -> Sentence:
    """Return the sentence's surface words; a merged word takes the analysis of its outermost part."""
    pairs = _surface(rows)
    position = {int(row[0]): i for i, (_, parts) in enumerate(pairs) for row in parts}
    return tuple(_word(row, parts, position, i) for i, (row, parts) in enumerate(pairs))


def is_tree(sentence: Sentence) -> bool:
    """Return whether the heads form one tree (merging can break it)."""
    for start in range(len(sentence)):
        seen = {start}
        node = sentence[start].head
        while node >= 0:
            if node in seen:
                return False
            seen.add(node)
            node = sentence[node].head
    return sum(word.head < 0 for word in sentence) == 1


def read_sentences(path: Path) -> list[Sentence]:
    """Read one treebank file."""
    return [merge(rows) for rows in _blocks(path)]


def key(sentence: Sentence) -> str:
    """Return the letters and digits of a sentence, which are the same in all copies of it."""
    return re.sub(r"\W", "", "".join(word.form for word in sentence).lower())


def to_doc(vocab: Vocab, group: Sequence[Sentence]) -> Doc:
    """Join consecutive sentences into one annotated document."""
    starts = [sum(map(len, group[:i])) for i in range(len(group))]
    flat = [(w, i, start) for start, s in zip(starts, group, strict=True) for i, w in enumerate(s)]
    final = {start + len(s) - 1 for start, s in zip(starts, group, strict=True)}
    return Doc(
        vocab,
        words=[w.form for w, _, _ in flat],
        spaces=[w.space or start + i in final for w, i, start in flat],
        pos=[w.upos for w, _, _ in flat],
        morphs=[w.feats for w, _, _ in flat],
        lemmas=[w.lemma for w, _, _ in flat],
        heads=[start + (i if w.head < 0 else w.head) for w, i, start in flat],
        deps=["ROOT" if w.head < 0 else w.relation for w, _, _ in flat],
    )
