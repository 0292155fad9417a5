"""Gold sentences: four shapes of JSON Lines, each read into a record of its own.

| a row has | it is | what is known |
|---|---|---|
| ``text``, ``countries``, ``entities``, ``events`` | `Annotated` | everything in the sentence |
| ``text``, ``events`` whose first has ``source`` and ``target`` | `Paired` | one event with its two parties |
| ``text``, ``question``, ``answer`` | `Asked` | whether it tells an event of one type |
| ``texts`` by language | `Parallel` | the same sentence in two languages, nothing else |

A row may leave its text out and say where it stands: ``file`` (or ``files`` by language) and ``line``,
counted from 1; its entities and arguments then are ``start`` and ``end`` in that line. Every row may have
``id`` and ``split``, and needs ``language`` or ``lang`` unless it is parallel.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from cypher.errors import UsageError
from cypher.model import Span
from ingest.evaluation.answers import Answer, Argument, EventAnswer

Row: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence in which everything is annotated, and the grammatical constructions that it shows."""

    id: str
    text: str
    language: str
    answer: Answer
    constructions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paired:
    """A sentence of which one event is known, with actor, recipient and the number of its quad."""

    id: str
    text: str
    language: str
    event: EventAnswer
    quad: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence of which it is known whether it tells an event of the type in question."""

    id: str
    text: str
    language: str
    event_type: str
    answer: bool


@dataclass(frozen=True, slots=True)
class Parallel:
    """One sentence in two languages: (language, text) of each, in the order of the codes."""

    id: str
    sides: tuple[tuple[str, str], tuple[str, str]]

    @property
    def language(self) -> str:
        """Both codes: "en-id"."""
        return "-".join(code for code, _ in self.sides)


Gold: TypeAlias = Annotated | Paired | Asked | Parallel


def read_gold(path: Path, texts: Path | None = None) -> Iterator[tuple[Gold, str | None]]:
    """The rows of a file with the split of each; `texts` is the folder of the files that rows refer to.

    Raises:
        UsageError: the file cannot be read, or a row has none of the four shapes; says which and why.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read as gold: {error}") from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read_row(line, f"{path}, line {number}", texts)


def _read_row(line: str, where: str, texts: Path | None) -> tuple[Gold, str | None]:
    try:
        row = json.loads(line)
        split = row.get("split")
        return _gold(_with_text(row, texts), row.get("id") or where), split
    except json.JSONDecodeError as error:
        raise UsageError(f"{where} is not JSON: {error}") from None
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        raise UsageError(
            f"{where} has none of the shapes of gold ({type(error).__name__}: {error}); "
            "docs/extraction.md shows them"
        ) from None


def _gold(row: Row, name: str) -> Gold:
    if "texts" in row:
        one, two = sorted(row["texts"].items())
        return Parallel(name, (one, two))
    text, language = row["text"], row.get("language") or row["lang"]
    if "countries" in row:
        return Annotated(name, text, language, _answer(row, text), tuple(row.get("constructions", ())))
    if "answer" in row:
        return Asked(name, text, language, row["question"], bool(row["answer"]))
    event = row["events"][0]
    return Paired(name, text, language, _event(event, text, ("source", "target")), int(event["quad"]))


def _with_text(row: Row, texts: Path | None) -> Row:
    """The row with the text that it refers to."""
    if "files" in row:
        return row | {"texts": {code: _line(row, name, texts) for code, name in row["files"].items()}}
    return row | {"text": _line(row, row["file"], texts)} if "file" in row else row


def _line(row: Row, name: str, texts: Path | None) -> str:
    if texts is None:
        raise UsageError(
            f"this gold refers to lines of {name}, which is not here: give its folder as --texts"
        )
    line: int = row["line"]
    return _lines(texts / name)[line - 1]


@cache
def _lines(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text(encoding="utf-8").split("\n"))
    except OSError as error:
        raise UsageError(f"the text that gold refers to cannot be read: {error}") from None


def _answer(row: Row, text: str) -> Answer:
    entities = ((_words(entity, text), entity["kind"]) for entity in row["entities"])
    events = (_event(event, text, ("actor", "recipient")) for event in row["events"])
    return Answer(tuple(row["countries"]), tuple(entities), tuple(events))


def _event(event: Mapping[str, Any], text: str, sides: tuple[str, str]) -> EventAnswer:
    actors, recipients = (tuple(_argument(item, text) for item in event[side]) for side in sides)
    trigger = event.get("trigger", "")
    words = trigger if isinstance(trigger, str) else _words(trigger, text)
    status, mode = event.get("status", ""), event.get("mode")
    return EventAnswer(event["type"], words, actors, recipients, status, mode)


def _argument(item: Mapping[str, Any], text: str) -> Argument:
    words = _words(item, text)
    everywhere = (Span(*match.span()) for match in re.finditer(re.escape(words), text))
    spans = (Span(item["start"], item["end"]),) if "start" in item else tuple(everywhere)
    return Argument(words, item.get("country"), spans)


def _words(item: Mapping[str, Any], text: str) -> str:
    words: str = item["text"] if "text" in item else Span(item["start"], item["end"]).of(text)
    return words
