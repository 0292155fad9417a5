"""Counts the claims of all ties of an offline load at its end, from a file with what is said of each tie.

The counts are those of `cypher.judging.added_claims`. In memory there are 22 bytes for each claim of a tie.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar

import numpy as np

from cypher.bulk.files import number_of
from cypher.judging.added_claims import NewClaim, counts_with
from cypher.model.assertions import Row
from cypher.model.graph import Event
from ingest.loading.coded.ledger import uncounted
from ingest.loading.coded.offline.places import Places

_RECORD = struct.Struct("<IQIH")  # tie, voice, dates, manner
_SORTED = np.dtype([("tie", "<u4"), ("voice", "<u8"), ("dates", "<u4"), ("manner", "<u2")])

_Value = TypeVar("_Value")


class _Listed(Generic[_Value]):
    """Values that recur, each once; they are named by their places."""

    def __init__(self) -> None:
        self.values: list[_Value] = []
        self._places: dict[_Value, int] = {}

    def place(self, value: _Value) -> int:
        found = self._places.get(value)
        if found is None:
            found = self._places[value] = len(self.values)
            self.values.append(value)
        return found


class TieFiles:
    """The ties of a load and what is said of them, in files in `folder`; a ``with`` block removes them."""

    def __init__(self, folder: Path) -> None:
        self._ties = Places()
        self._dates: _Listed[tuple[str | None, str | None, str]] = _Listed()
        self._manners: _Listed[tuple[str, tuple[str, ...], bool, bool, bool]] = _Listed()
        self._rows = (folder / "ties.jsonl").open("x+", encoding="utf-8")
        self._said = (folder / "said.bin").open("x+b")

    def __enter__(self) -> TieFiles:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        for file in (self._rows, self._said):
            file.close()
            Path(file.name).unlink(missing_ok=True)

    def add(self, event: Event, ties: Iterable[Row], claims: Iterable[NewClaim]) -> None:
        """Add claims of an event to the ties that it forms, rows of ``load/merge_ties``."""
        places = [self._place(row) for row in ties]
        for claim in claims:
            voice = number_of(claim.voice)
            dates = self._dates.place((claim.date, claim.not_after, claim.known_on))
            manner = self._manners.place(
                (claim.event_type, claim.lenses, claim.planned, claim.own, bool(event.recipients))
            )
            for place in places:
                self._said.write(_RECORD.pack(place, voice, dates, manner))

    def counted(self) -> Iterator[Row]:
        """Yield the rows of ``load/create_counted_ties``."""
        self._said.flush()
        said = np.fromfile(Path(self._said.name), dtype=_SORTED)
        order = np.argsort(said["tie"], kind="stable")
        ends = np.cumsum(np.bincount(said["tie"], minlength=len(self._ties)))
        self._rows.seek(0)
        start = 0
        for line, end in zip(self._rows, ends.tolist(), strict=True):
            row: Row = json.loads(line)
            records = said[order[start:end]].tolist()
            claims = [self._claim(*record) for record in records]
            pointing = any(self._manners.values[manner][-1] for *_, manner in records)
            before = uncounted(str(row["id"]))
            yield {
                **row,
                "counts": {"directed": False, **counts_with(before, claims, (), {}, directed=pointing)},
            }
            start = end

    def _place(self, row: Row) -> int:
        place, new = self._ties.find(number_of(str(row["id"])))
        if new:
            self._rows.write(json.dumps(row) + "\n")
        return place

    def _claim(self, _tie: int, voice: int, dates: int, manner: int) -> NewClaim:
        event_type, lenses, planned, own, _ = self._manners.values[manner]
        date, not_after, known_on = self._dates.values[dates]
        return NewClaim("", event_type, str(voice), date, not_after, known_on, lenses, planned, own=own)
