"""Adds articles from the app, by running ``konstelasi ingest`` (see `command_runs`)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cypher.errors import UsageError
from cypher.model.formats import TEXT, ending_of, endings
from explorer.work.command_runs import AGAIN

_PASTED = "pasted.jsonl"

KIND = "articles"
"""The kind of these runs."""

TIME_OUT = 600.0
"""Seconds after which the process is killed."""


@dataclass(frozen=True, slots=True)
class Article:
    """A file with articles: `name` is the reader's name for it, whose ending gives its format."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run reads. `columns` are those of tables with other names, as ``--map`` takes them."""

    articles: Sequence[Article]
    columns: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the command says of an input, in English: why it was skipped, or what it remarks on it.

    `name` is the reader's name for the file, `place` the article in it such as ``line 3``. `hint` is a fix. A
    reason that is not of an input has no name.
    """

    name: str
    place: str
    reason: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class IngestResult:
    """The result of a run: `troubles` are the inputs that were skipped, `remarks` those on the others."""

    documents: tuple[str, ...]
    counts: Mapping[str, tuple[int, int]]
    """New and known documents, entities, events, relations and claims."""
    troubles: tuple[Trouble, ...] = ()
    remarks: tuple[Trouble, ...] = ()


def pasted(text: str, about: Mapping[str, str | None]) -> Article:
    """Make an article of pasted text; `about` may have its title, published_on, publisher and url.

    Raises `UsageError` if there is no text.
    """
    if not text.strip():
        raise UsageError("There is no text yet. Paste the article, or choose files.")
    row = {name: value for name, value in about.items() if value} | {"text": text}
    return Article(_PASTED, json.dumps(row).encode())


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads articles by ``konstelasi ingest``."""

    inputs: Inputs
    kind = KIND
    time_out = TIME_OUT
    advice = AGAIN

    def arguments(self, folder: Path) -> Sequence[str]:
        """Write the articles into a folder; return the command with its arguments."""
        names = self._names(folder)
        for path, article in zip(names, self.inputs.articles, strict=True):
            Path(path).write_bytes(article.content)
        stated = [f"--map={self.inputs.columns}"] if self.inputs.columns else []
        called = [f"--called={_called(each.name)}" for each in self.inputs.articles]
        return ["ingest", "--json", *stated, *called, *names]

    def result(self, summary: str, folder: Path) -> IngestResult:
        """Return the result in the command's summary."""
        return _fed(json.loads(summary), self._names(folder))

    def _names(self, folder: Path) -> Mapping[str, str]:
        """Return the reader's names of the files by their paths."""
        articles = enumerate(self.inputs.articles)
        return {str(folder / _file_name(number, each)): each.name for number, each in articles}


def _called(name: str) -> str:
    """Return the reader's name for a file as an argument of a command; empty for a pasted text."""
    return "" if name == _PASTED else name.replace("\0", "").encode("utf-8", "replace").decode() or "?"


def _file_name(number: int, article: Article) -> str:
    """Return a safe file name: only a known ending of the reader's file name is used."""
    ending = ending_of(article.name)
    return f"{number:03}{ending if ending in endings() else TEXT.endings[0]}"


def _fed(summary: Mapping[str, Any], names: Mapping[str, str]) -> IngestResult:
    """Return the result in the command's summary; `names` maps its files to the reader's names for them."""
    kinds = ("documents", "entities", "events", "relations", "claims")
    skipped, warned = summary["skipped"], summary["warnings"]
    return IngestResult(
        documents=tuple(summary["document_ids"]),
        counts={kind: (summary[kind]["new"], summary[kind]["known"]) for kind in kinds},
        troubles=tuple(
            Trouble(*_named(each["input"], names), each["reason"], each["hint"] or "") for each in skipped
        ),
        remarks=tuple(Trouble(*_named(each["input"], names), each["remark"]) for each in warned),
    )


def _named(origin: str | None, names: Mapping[str, str]) -> tuple[str, str]:
    """Return the reader's name for a file, and the place in it, of an input such as ``/x/1.csv, line 3``."""
    origin = origin or ""
    path = next((each for each in names if origin.startswith(each)), "")
    return names.get(path, ""), origin.removeprefix(path).removeprefix(", ")
