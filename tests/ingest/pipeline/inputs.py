"""Inputs for tests of the extraction in several processes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ingest.documents import Incoming, Skipped, read
from ingest.pipeline.ahead import Ahead
from ingest.pipeline.chunks import Chunk

SAMPLES = Path(__file__).parents[3] / "samples" / "articles.jsonl"

NEWS = (
    ("en", "Kenya's president met the prime minister of Norway in Oslo on Tuesday."),
    ("id", "Presiden Mesir bertemu Perdana Menteri Portugal di Lisabon pada hari Selasa."),
    ("en", "Peru's foreign minister condemned the rocket attack on Sudan."),
    ("id", "Vietnam mengirim bantuan untuk warga Yaman."),
)


def rows(number: int) -> list[str]:
    """Rows of JSON Lines: articles in two languages, each with an address of its own."""
    return [
        json.dumps(
            {
                "id": f"row-{each}",
                "language": NEWS[each % 4][0],
                "text": NEWS[each % 4][1],
                "url": f"https://wire.example/{each}",
                "published_on": "2024-05-02",
            }
        )
        for each in range(number)
    ]


def mixed(folder: Path) -> Path:
    """A folder of articles, of which some have remarks, are unusable, or stand there twice."""
    folder.mkdir()
    lines = rows(14)
    undated = json.dumps({"id": "undated", "language": "en", "text": NEWS[0][1]})
    strange = json.dumps({"id": "strange", "language": "xx", "text": "Gloria in excelsis."})
    spread = [
        *lines[:3],
        "{broken",
        *lines[3:8],
        undated,
        strange,
        *lines[8:],
        lines[0],
        '{"id": "textless"}',
    ]
    (folder / "a.jsonl").write_text("\n".join(spread), encoding="utf-8")
    (folder / "b.txt").write_text("", encoding="utf-8")
    (folder / "c.txt").write_text(NEWS[2][1], encoding="utf-8")
    (folder / "d.pdf").write_text("%PDF", encoding="utf-8")
    return folder


def articles(number: int, folder: Path) -> list[Incoming]:
    """Articles that were read from `rows`."""
    path = folder / "rows.jsonl"
    path.write_text("\n".join(rows(number)), encoding="utf-8")
    return [each for each in read([path]) if isinstance(each, Incoming)]


def in_chunks(inputs: list[Incoming], size: int) -> Ahead:
    """The articles in chunks of `size`."""
    return Ahead(_cut(inputs, size))


def _cut(inputs: list[Incoming], size: int) -> Iterator[Chunk]:
    for start in range(0, len(inputs), size):
        yield Chunk(
            tuple(inputs[start : start + size]), (Skipped(f"before {start}", "is empty", "Fill it."),)
        )
