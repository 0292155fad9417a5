"""Measures how long the extraction takes on texts unlike any news.

    python -m bench.fuzzing                    # 100,000 characters of each shape, in each language
    python -m bench.fuzzing --language en --size 20000

Prints processor seconds, slowest first for each language. The exit code is 1 if a text takes longer than the
limit. An exception in the extraction stops the benchmark.
"""

from __future__ import annotations

import time
from typing import Annotated

import typer

from bench.shapes import NEWS, SHAPES, filled
from cypher.model.graph import Document
from cypher.model.ids import content_id
from ingest.extraction import extract

LIMIT = 30
"""Maximum processor time for one text of 100,000 characters, in seconds."""


def seconds(text: str, language: str) -> float:
    """Return the processor seconds for extracting all claims of a text."""
    document = Document(content_id("document", text), text, language, content_id("text", text))
    start = time.process_time()
    list(extract([document]))
    return time.process_time() - start


def main(
    language: Annotated[list[str] | None, typer.Option(help="Only these languages.")] = None,
    size: Annotated[int, typer.Option(help="Characters of each text.")] = 100_000,
) -> None:
    """Measure each shape, and ordinary news of the same size for comparison."""
    slowest = 0.0
    for code in language or sorted(NEWS):
        seconds(NEWS[code], code)  # loads the pipeline
        texts = {"ordinary news": filled(size, [NEWS[code]], ""), **{k: of(size) for k, of in SHAPES.items()}}
        found = {name: seconds(text, code) for name, text in texts.items()}
        for name, took in sorted(found.items(), key=lambda item: -item[1]):
            print(f"{code}  {took:6.1f} s  {name}", flush=True)
        slowest = max(slowest, *found.values())
    raise typer.Exit(1 if slowest > LIMIT else 0)


if __name__ == "__main__":
    typer.run(main)
