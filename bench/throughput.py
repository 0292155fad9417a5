"""Measures the speed of extraction against the spaCy pipeline alone, on the same sentences in one run.

The text is our own sample articles. Both run in turn, ``ROUNDS`` times; the figure is the ratio of the
medians.
"""

from __future__ import annotations

import json
import resource
import statistics
import time
from collections import defaultdict
from pathlib import Path

from cypher.model.graph import Document
from cypher.model.ids import content_id
from ingest.extraction import extract
from ingest.extraction.models import load_pipeline

SAMPLES = Path(__file__).parent.parent / "samples" / "articles.jsonl"
COPIES, ROUNDS = 6, 3


def measure() -> dict[str, dict[str, float]]:
    """Return for each language the words per second of extraction and pipeline alone, and their ratio."""
    return {language: _measure(texts, language) for language, texts in sorted(_texts().items())}


def _texts() -> dict[str, list[str]]:
    texts: dict[str, list[str]] = defaultdict(list)
    for line in SAMPLES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts[row["language"]] += [row["text"]] * COPIES
    return texts


def _measure(texts: list[str], language: str) -> dict[str, float]:
    pipeline = load_pipeline(language)
    documents = [
        Document(f"bench-{number}", text, language, content_id("text", text), published_on="2024-01-01")
        for number, text in enumerate(texts)
    ]
    sentences = [sentence.text for found in extract(documents) for sentence in found.sentences]
    whole, bare = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        list(extract(documents))
        middle = time.perf_counter()
        list(pipeline.pipe(sentences, batch_size=64))
        whole.append(middle - start)
        bare.append(time.perf_counter() - middle)
    words = sum(len(sentence.split()) for sentence in sentences)
    ours, theirs = words / statistics.median(whole), words / statistics.median(bare)
    return {"words_per_second": ours, "bare_words_per_second": theirs, "ratio": ours / theirs}


def main() -> None:
    """Print the figures."""
    for language, figures in measure().items():
        print(
            f"extraction {language}: {figures['words_per_second']:,.0f} words/s, bare pipeline "
            f"{figures['bare_words_per_second']:,.0f} words/s, ratio {figures['ratio']:.2f} (goal >= 0.7)"
        )
    print(f"extraction peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


if __name__ == "__main__":
    main()
