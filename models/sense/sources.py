"""Reads the texts that the sense of a text is learnt from, with their topics where these are known."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TEXTS = Path(__file__).with_name("texts")
ACTS = "acts"
LINES = 2000
"""Number of lines of the parallel news that are read; gold refers to later lines."""

_NERP = 1500
_OTHER_DOMAINS = ("ai", "science", "literature", "music")
_BEFORE_MARK, _AFTER_BRACKET = re.compile(r" ([.,;:!?)\]])"), re.compile(r"([(\[]) ")


@dataclass(frozen=True, slots=True)
class Text:
    """A text; `acts` says whether it is about acts of states, None that its topic is not known.

    `origin` is ``own`` (written for this), ``annotated`` (real news with annotated events) or ``other``.
    """

    text: str
    acts: bool | None
    origin: str = "other"


def own_texts(language: str, half: str) -> list[Text]:
    """Return our own texts of one half (``learning``, ``unread``), all with a topic."""
    with (TEXTS / f"{half}-{language}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Text(row["text"], row["topic"] == ACTS, "own") for row in rows]


def other_texts(language: str, corpora: Path, news: Path, annotated: Path) -> Iterator[Text]:
    """Yield texts of samples, annotated news, open corpora, parallel news and annotated sentences."""
    for row in _json(ROOT / "samples" / "sentences.jsonl"):
        if row["language"] == language and row["events"]:
            yield Text(row["text"], acts=True)
    for row in _json(ROOT / "samples" / "gold.jsonl"):
        if row["language"] == language and row["events"]:
            yield Text(row["text"], acts=True)
    for row in _json(ROOT / "corpus" / f"learning_{language}.jsonl"):
        yield Text(row["text"], True if row["events"] else None, "annotated")
    yield from (Text(line, None) for line in _lines(news / f"panl-int-{language}.dev.txt")[:LINES])
    yield from (Text(line, None) for line in _treebanks(corpora, language))
    if language == "en":
        yield from (Text(row["text"], acts=True) for row in _json(annotated))
    elif language == "id":
        yield from _tagged_corpora(corpora)


def _tagged_corpora(corpora: Path) -> Iterator[Text]:
    for name in ("train", "dev"):
        yield from (Text(text, None) for text in _tagged(corpora / "idner-news-2k" / f"{name}.txt"))
    prose = list(_tagged(corpora / "indonlu" / "nerp_ner-prosa" / "train_preprocess.txt"))
    yield from (Text(text, None) for text in prose[:_NERP])
    for domain in _OTHER_DOMAINS:
        texts = _tagged(corpora / "idcrossner" / domain / "train.txt")
        yield from (Text(text, acts=False) for text in texts)


def _treebanks(corpora: Path, language: str) -> Iterator[str]:
    key = "# text_en = " if language == "en" else "# text = "
    paths = ["UD_Indonesian-PUD/id_pud-ud-test.conllu"]
    paths += ["UD_Indonesian-CSUI/id_csui-ud-train.conllu"] if language == "id" else []
    for path in paths if language in ("en", "id") else ():
        yield from (line.removeprefix(key) for line in _lines(corpora / path) if line.startswith(key))


def _tagged(path: Path) -> Iterator[str]:
    """Yield the sentences of a file with a token and its tags on each line."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        tokens = [re.split(r"[\t ]", line)[0] for line in block.split("\n") if line.strip()]
        yield _AFTER_BRACKET.sub(r"\1", _BEFORE_MARK.sub(r"\1", " ".join(tokens)))


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _json(path: Path) -> Iterator[dict[str, Any]]:
    yield from (json.loads(line) for line in _lines(path))
