"""Measures the search for words in sentences: percentiles of its time, and what the index adds to a load.

The sentences are drawn from the words of our sample articles, as often as these have them, and from a long
tail of rare words. A query has one to three of the words that a search finds, frequent and rare ones alike.
``python -m bench.search [SENTENCES]`` runs on the embedded engine, or on the Neo4j server of KONSTELASI_URI.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.results import recording
from cypher.bolt.settings import Role, Settings
from cypher.database import Database, connect
from cypher.engine import client
from cypher.model.document_rows import word_rows
from cypher.model.graph import Document, Extraction, Sentence, Span
from cypher.model.ids import content_id
from cypher.model.search_words import words_of
from ingest.loading.load import load

SAMPLES = Path(__file__).parent.parent / "samples" / "articles.jsonl"
SENTENCES, EACH, WORDS, RARE, QUERIES = 100_000, 20, 22, 30_000, 60
LANGUAGES = ("en", "id")


def extractions(sentences: int, seed: int = 7) -> Iterator[Extraction]:
    """Yield articles of `EACH` sentences without actors, reproducible by `seed`."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark's dice
    spoken = {language: _words(language) for language in LANGUAGES}
    for number in range(sentences // EACH):
        language = LANGUAGES[number % len(LANGUAGES)]
        lines = [_line(chance, spoken[language]) for _ in range(EACH)]
        yield _article(number, language, lines)


def _words(language: str) -> Counter[str]:
    read = (json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines())
    return Counter(word for row in read if row["language"] == language for word in row["text"].split())


def _line(chance: random.Random, spoken: Counter[str]) -> str:
    drawn = chance.choices(list(spoken), list(spoken.values()), k=WORDS - 4)
    return " ".join([*drawn, *(f"nama{chance.randrange(RARE)}" for _ in range(4))])


def _article(number: int, language: str, lines: list[str]) -> Extraction:
    identity, text = f"bench-text-{number}", "\n".join(lines)
    day = f"{2015 + number % 9}-{1 + number % 12:02}-{1 + number % 28:02}"
    document = Document(
        identity, text, language, content_id("text", text), published_on=day, publisher="Wire"
    )
    found, start = [], 0
    for index, line in enumerate(lines):
        span = Span(start, start + len(line))
        found.append(Sentence(f"{identity}-{index}", identity, index, span, line, f"voice-{number}-{index}"))
        start += len(line) + 1
    return Extraction(document, tuple(found))


def measure(database: Database, sentences: int) -> dict[str, float]:
    """Return the seconds of a load, the milliseconds of queries, and the hits of the most frequent word."""
    start = time.perf_counter()
    load(database, extractions(sentences))
    loading = time.perf_counter() - start
    counts = _counts(sentences)
    asked = list(_queries(counts))
    for words in asked[:10]:
        _ask(database, words)
    times = sorted(_ask(database, words) for words in asked)
    most = counts.most_common(1)[0]
    return {
        "loading": loading,
        "p50": statistics.median(times),
        "p95": times[int(len(times) * 0.95)],
        "commonest": min(_ask(database, most[0]) for _ in range(3)),
        "hits": most[1],
    }


def _counts(sentences: int) -> Counter[str]:
    return Counter(
        word for each in extractions(sentences) for row in word_rows([each]) for word in _listed(row)
    )


def _listed(row: object) -> list[str]:
    return list(row["words"]) if isinstance(row, dict) else []


def _queries(counts: Counter[str]) -> Iterator[str]:
    """Yield queries of one to three words, each as often as sentences have it."""
    chance = random.Random(11)  # noqa: S311 - a benchmark's dice
    for number in range(QUERIES):
        words = chance.choices(list(counts), list(counts.values()), k=1 + number % 3)
        if words_of(" ".join(words), "en"):
            yield " ".join(words)


def _ask(database: Database, words: str) -> float:
    start = time.perf_counter()
    database.read("saved/text/sentences", words=words)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Print the figures."""
    sentences = int(sys.argv[1]) if len(sys.argv) > 1 else SENTENCES
    given = Settings.from_environment()
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(Path(name)) if given.embedded else given
        try:
            with (
                recording("search", {"sentences": sentences}, "made up") as result,
                connect(settings, Role.ANALYST) as database,
            ):
                figures = measure(database, sentences)
                result.add("loading", figures["loading"], unit="s")
                result.add_all({name: figures[name] for name in ("p50", "p95", "commonest")}, "ms")
        finally:
            if settings.embedded:
                client.stop(settings.home)
    print(
        f"search in {sentences:,} sentences: p50 {figures['p50']:.0f} ms, p95 {figures['p95']:.0f} ms "
        f"(goal <= 250); the most frequent word, in {figures['hits']:,.0f} of them: "
        f"{figures['commonest']:.0f} ms; loaded in {figures['loading']:.0f} s"
    )


if __name__ == "__main__":
    main()
