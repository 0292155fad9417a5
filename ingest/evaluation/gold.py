"""Reads gold sentences: several shapes of JSON Lines, each read into its own record type.

| a row has | record | known about it |
|---|---|---|
| ``text``, ``countries``, ``entities``, ``events`` | `Annotated` | everything in the sentence |
| ``text``, ``events`` with ``source`` and ``target`` | `Paired` | one event with its two parties |
| ``text``, ``relations`` | `Related` | every lasting relation in the sentence |
| ``text``, ``question``, ``answer`` | `Asked` | whether it contains an event of one type |
| ``text``, ``chains`` | `Chained` | which mentions in an article have the same referent |
| ``texts`` by language | `Parallel` | the same sentence in two languages |

A row may refer to its text instead of containing it: by ``file`` (or ``files`` by language) and ``line``,
counted from 1. Its entities and arguments are then ``start`` and ``end`` in that line. Every row may have
``id`` and ``split``, and needs ``language`` or ``lang`` unless it is parallel.

If a row with parties has several events, the first one with a ``type`` is used, or else the first one with a
``quad``. A missing or null quad follows from the type. A row whose events have neither describes something
for which the ontology has no type: it is read as `Untyped` and not scored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from cypher.errors import UsageError
from cypher.model.graph import RelationType, Span
from cypher.model.ontology import event_type, quads
from ingest.evaluation.answers import Answer, Argument, EventAnswer, RelationAnswer, head_of, quad_of
from ingest.evaluation.gold_row import Row, parsed_row


@dataclass(frozen=True, slots=True)
class Annotated:
    """A fully annotated sentence, with the grammatical constructions in it and its publisher, if known."""

    id: str
    text: str
    language: str
    answer: Answer
    constructions: tuple[str, ...] = ()
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Paired:
    """A sentence with one known event: its actor, its recipient and the number of its quad.

    The type is empty if gold has only the quad.
    """

    id: str
    text: str
    language: str
    event: EventAnswer
    quad: int


@dataclass(frozen=True, slots=True)
class Untyped:
    """A sentence whose known event has neither type nor quad."""

    id: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Related:
    """A sentence in which only the lasting relations are annotated, all of them."""

    id: str
    text: str
    language: str
    relations: tuple[RelationAnswer, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence with the answer to one question: does it contain an event of this type?"""

    id: str
    text: str
    language: str
    event_type: str
    answer: bool


@dataclass(frozen=True, slots=True)
class Chained:
    """An article with coreference chains of spans; `references` are the spans that are not names."""

    id: str
    text: str
    language: str
    chains: tuple[tuple[Span, ...], ...]
    references: frozenset[Span]


@dataclass(frozen=True, slots=True)
class Parallel:
    """One sentence in two languages: (language, text) of each, ordered by language code."""

    id: str
    sides: tuple[tuple[str, str], tuple[str, str]]

    @property
    def language(self) -> str:
        """Both language codes: "en-id"."""
        return "-".join(code for code, _ in self.sides)


Gold: TypeAlias = Annotated | Paired | Untyped | Related | Asked | Chained | Parallel


def read_gold(path: Path, texts: Path | None = None) -> Iterator[tuple[Gold, str | None]]:
    """Yield the rows of a file, each with its split; `texts` is the folder of files that rows refer to.

    Raises:
        UsageError: the file cannot be read, a row has none of the shapes, or an event has an unknown
            type or quad; the message says which row and why.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}). Check the path.") from None
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{path} is not UTF-8 (at byte {error.start}). Convert it: iconv -f ENCODING -t UTF-8"
        ) from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read_row(line, f"{path}, line {number}", texts)


def _read_row(line: str, where: str, texts: Path | None) -> tuple[Gold, str | None]:
    try:
        row = parsed_row(line)
        return _gold(_with_text(row, texts), str(row.get("id") or where)), row.get("split")
    except UsageError as error:
        raise UsageError(f"{where}: {error}") from None
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
        answer = _answer(row, text, language)
        publisher = row.get("publisher") or row.get("origin") or ""
        return Annotated(name, text, language, answer, tuple(row.get("constructions", ())), publisher)
    if "chains" in row:
        return _chained(row, name, text, language)
    if "relations" in row:
        return Related(name, text, language, tuple(_relations(row, text, language)))
    if "answer" in row:
        return Asked(name, text, language, event_type(row["question"]).code, bool(row["answer"]))
    return _known_event(row, name, text, language)


def _known_event(row: Row, name: str, text: str, language: str) -> Paired | Untyped:
    events = row["events"] or [{}]
    typed = (one for one in events if one["type"] is not None)
    event = next(typed, None) or next((one for one in events if one.get("quad") is not None), None)
    if event is None:
        return Untyped(name, text, language)
    read = _event(event, text, ("source", "target"), language)
    return Paired(name, text, language, read, _quad(event))


def _quad(event: Mapping[str, Any]) -> int:
    number = event.get("quad")
    if number is None:
        return quad_of(event["type"])
    if number not in quads():
        raise UsageError(f"{number!r} is not a quad: use 1, 2, 3 or 4, or omit the quad if there is a type")
    return int(number)


def _chained(row: Row, name: str, text: str, language: str) -> Chained:
    placed = [
        [(Span(item["start"], item["end"]), bool(item.get("refers"))) for item in chain]
        for chain in row["chains"]
    ]
    chains = tuple(tuple(span for span, _ in chain) for chain in placed)
    return Chained(
        name, text, language, chains, frozenset(span for chain in placed for span, refers in chain if refers)
    )


def _with_text(row: Row, texts: Path | None) -> Row:
    """Return the row with the text that it refers to."""
    if "files" in row:
        return row | {"texts": {code: _line(row, name, texts) for code, name in row["files"].items()}}
    return row | {"text": _line(row, row["file"], texts)} if "file" in row else row


def _line(row: Row, name: str, texts: Path | None) -> str:
    if texts is None:
        raise UsageError(
            f"this gold refers to lines of {name}, which was not given: pass its folder as --texts"
        )
    lines, number = _lines(texts / name), row["line"]
    if not 1 <= number <= len(lines):
        raise UsageError(f"{name} has no line {number}, only {len(lines)}")
    return str(lines[number - 1])


@cache
def _lines(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text(encoding="utf-8").split("\n"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the text that this gold refers to: {error}") from None


def _answer(row: Row, text: str, language: str) -> Answer:
    entities = ((_words(entity, text), entity["kind"]) for entity in row["entities"])
    events = [_event(event, text, ("actor", "recipient"), language) for event in row["events"]]
    if not all(event.event_type for event in events):
        raise UsageError("every event of a fully annotated sentence needs a type")
    return Answer(tuple(row["countries"]), tuple(entities), tuple(events))


def _event(event: Mapping[str, Any], text: str, sides: tuple[str, str], language: str) -> EventAnswer:
    kind = event["type"] or ""
    if kind:
        quad_of(kind)  # raises, and lists the types
    actors, recipients, mediators = (
        tuple(_argument(item, text, language) for item in items)
        for items in (*(event[side] for side in sides), event.get("mediator", ()))
    )
    trigger = event.get("trigger", "")
    words = trigger if isinstance(trigger, str) else _words(trigger, text)
    status, mode = event.get("status", ""), event.get("mode")
    doubtful = bool(event.get("doubtful"))
    return EventAnswer(kind, words, actors, recipients, status, mode, doubtful=doubtful, mediators=mediators)


def _relations(row: Row, text: str, language: str) -> Iterator[RelationAnswer]:
    for relation in row["relations"]:
        subject, thing = (_argument(relation[end], text, language) for end in ("subject", "object"))
        yield RelationAnswer(RelationType(relation["type"]).value, subject, thing)


def _argument(item: Mapping[str, Any], text: str, language: str) -> Argument:
    words = _words(item, text)
    everywhere = (Span(*match.span()) for match in re.finditer(re.escape(words), text))
    spans = (Span(item["start"], item["end"]),) if "start" in item else tuple(everywhere)
    return Argument(words, item.get("country"), spans, head_of(words, language))


def _words(item: Mapping[str, Any], text: str) -> str:
    words: str = item["text"] if "text" in item else Span(item["start"], item["end"]).of(text)
    return words
