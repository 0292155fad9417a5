"""Keeps what a command skipped in the data folder, for the page *Operations*, until it is read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cypher.audit.commanded import who
from cypher.commands.telling import tell
from cypher.errors import DatabaseError
from cypher.sources import skipped
from cypher.sources.skipped import PASTED, Kind, SkippedInput
from cypher.sources.store import Store
from ingest.documents.characters import shown
from ingest.documents.sources import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Generator

    from ingest.pipeline import Extracted, Tally

_STANDARD = "standard input"
_LONGEST_TITLE = 300
_INSIDE = re.compile(r", |/|\\")


@dataclass
class Skips:
    """What a run of `command` over `paths` skips, and what it reads that an earlier one had skipped.

    `called` are the names of the paths for the reader who has handed them over, empty for a pasted text; none
    for paths of this machine. A command without paths reads all that it has ever skipped.
    """

    home: Path
    command: str
    paths: Sequence[str] = ()
    called: Sequence[str] = ()
    refused: Mapping[str, str] = field(default_factory=dict)
    """Why the graph did not take documents, by their ids."""
    _titles: set[str] = field(default_factory=set, init=False)

    def seen(self, results: Generator[Extracted, None, None]) -> Generator[Extracted, None, None]:
        """Pass extractions on, and note which of them had been skipped under their titles."""
        waited = self._waited()
        with closing(results):
            for each in results:
                title = _title(each.incoming.document.title)
                if title in waited:
                    self._titles.add(title)
                yield each

    @contextmanager
    def kept(self, tally: Tally) -> Iterator[None]:
        """Keep at the end of the block what was skipped until then, and forget what was read if it ends well.

        A data folder that cannot keep it is told, and is no error: the articles are in the graph.
        """
        ended = False
        try:
            yield
            ended = True
        finally:
            try:
                skipped.keep(
                    Store(self.home),
                    list(self._skipped(tally)),
                    lambda each: ended and self._was_read(each, tally),
                )
            except (DatabaseError, OSError) as error:
                tell(str(error))

    def _waited(self) -> set[str]:
        """The titles of inputs that have nothing else by which they are found again."""
        try:
            known = skipped.kept(Store(self.home))
        except DatabaseError:
            return set()
        return {each.title for each in known if each.kind is Kind.PASSING and each.title}

    def _skipped(self, tally: Tally) -> Iterator[SkippedInput]:
        by, me = self.command, who()
        for each in tally.skipped:
            origin, kind = self._placed(each.origin)
            yield SkippedInput(origin, _title(each.title), each.reason, each.hint, by, me, kind)
        for document, reason in self.refused.items():
            yield SkippedInput(document, "", reason, "", by, me, Kind.PASSING)

    def _placed(self, origin: str) -> tuple[str, Kind]:
        """Return an origin as it is told later, wherever the command was run."""
        for path, name in zip(self.paths, self.called, strict=False):
            if origin == path or origin.startswith(f"{path}, "):
                return (name + origin.removeprefix(path), Kind.UPLOAD) if name else (PASTED, Kind.PASSING)
        if not self.paths or (STANDARD_INPUT in self.paths and origin.startswith(_STANDARD)):
            return origin, Kind.PASSING
        return _absolute(origin), Kind.PLACE

    def _was_read(self, each: SkippedInput, tally: Tally) -> bool:
        """Whether this run, which has ended, was the next reading of an input that had been skipped."""
        if not self.paths:
            return each.command == self.command
        if each.kind is Kind.PASSING:
            return each.title in self._titles or each.origin in tally.documents
        if each.kind is Kind.UPLOAD and each.who != who():
            return False
        is_one_of_these = bool(self.called) == (each.kind is Kind.UPLOAD)
        return is_one_of_these and not self._names.isdisjoint(_within(each.origin))

    @cached_property
    def _names(self) -> frozenset[str]:
        """The inputs by the names under which they are kept."""
        if self.called:
            return frozenset(self.called) - {""}
        return frozenset(_absolute(each) for each in self.paths if each != STANDARD_INPUT)


def _absolute(path: str) -> str:
    """Return a path as it is from any folder; links are not followed."""
    return os.path.normpath(Path(path).absolute())


def _within(origin: str) -> Iterator[str]:
    """Yield an origin and all that it is in: the file of an article, and the folders of the file."""
    yield origin
    yield from (origin[: each.start()] for each in _INSIDE.finditer(origin))


def _title(title: str | None) -> str:
    return shown(title or "", _LONGEST_TITLE)
