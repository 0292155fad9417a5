"""Slots for typed queries: a slot gives a query a database user of its own and a deadline.

A user sees and ends only its own transactions, so a typed query cannot list or end those of others. Overdue
queries are ended (`cypher.engine.guard.overdue`), even if the process that sent them is gone.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from cypher.bolt.settings import Role
from cypher.engine.folder import EngineFolder, read_record, write_record
from cypher.engine.processes import Identity
from cypher.errors import (
    DatabaseError,
    StatementCancelledError,
    StatementTimeoutError,
    UnavailableError,
)

USERS = tuple(f"typed-{number}" for number in range(1, 5))
"""The engine's users for typed queries; their number limits how many run at the same time."""

_POLL = 0.05
_YOUNG = 5.0  # seconds during which a slot's file may be incomplete, because it is being written


@dataclass(frozen=True, slots=True)
class Slot:
    """A taken slot: `holder` is the process that sent the query; times are seconds since 1970.

    `began` is when the slot was taken, `ends` the deadline. `engine` is the process id of the engine that
    runs the query, and `end_requested` the time when that engine was asked to end it; both are 0 before.
    """

    path: Path
    holder: Identity
    began: float
    ends: float
    engine: int = 0
    end_requested: float = 0.0

    @property
    def user(self) -> str:
        """The engine's user that runs this slot's query."""
        return self.path.stem

    @property
    def due(self) -> bool:
        """Whether this slot's query must be ended: its deadline has passed, or its holder is gone."""
        return time.time() > self.ends or not self.holder.alive()

    def sent_to(self, engine: int) -> bool:
        """Record the process id of the engine that will run the query; `False` if the slot was lost."""
        return self._change(engine=engine)

    def note_end_request(self) -> None:
        """Record that the engine was asked now to end the query, unless it was asked before."""
        if not read_record(self.path).get("end_requested"):
            self._change(end_requested=time.time())

    def free(self) -> None:
        """Free the slot for the next typed query."""
        if read_record(self.path).get("began") == self.began:  # otherwise another query has taken it
            self.path.unlink(missing_ok=True)

    def abandon(self) -> None:
        """Leave the slot to the supervisor, which has the query ended and the slot freed."""
        self._change(ends=0.0)

    def _change(self, **values: float) -> bool:
        """Change the slot's record; `False` if the slot was freed or taken by another query meanwhile."""
        record = read_record(self.path)
        if record.get("began") != self.began:
            return False
        write_record(self.path, {**record, **values})
        return True

    def write_new(self) -> bool:
        """Take the slot; `False` if another query has it."""
        self.path.parent.mkdir(mode=0o700, exist_ok=True)
        try:
            descriptor = os.open(self.path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
        except FileExistsError:
            return False
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(self._record(), file)
        return True

    def _record(self) -> dict[str, object]:
        return {
            "holder": asdict(self.holder),
            "began": self.began,
            "ends": self.ends,
            "engine": self.engine,
            "end_requested": self.end_requested,
        }


def taken(folder: EngineFolder) -> list[Slot]:
    """Return the taken slots of `folder`, and remove unreadable records of slots."""
    found = []
    for path in sorted(_slots(folder).glob("*.json")):
        record = read_record(path)
        holder = Identity.read(record.get("holder", {}))
        if holder is not None:
            began, ends, requested = (float(record.get(key, 0)) for key in ("began", "ends", "end_requested"))
            found.append(Slot(path, holder, began, ends, int(record["engine"]), requested))
        elif path.exists() and time.time() - path.stat().st_mtime > _YOUNG:
            path.unlink(missing_ok=True)
    return found


@contextmanager
def slot(folder: EngineFolder, seconds: float) -> Iterator[Slot]:
    """Hold a slot within the block; its deadline is in `seconds`.

    If the query may still be running after the block (it timed out, was cancelled, or lost its connection),
    the slot is left to the supervisor, which has the query ended and the slot freed. Raises
    `StatementTimeoutError` when no slot becomes free within `seconds`.
    """
    held = _take(folder, seconds)
    answered = False
    try:
        yield held
        answered = True
    except (StatementTimeoutError, StatementCancelledError, UnavailableError):
        raise
    except DatabaseError:
        answered = True
        raise
    finally:
        if answered:
            held.free()
        else:
            held.abandon()


def _take(folder: EngineFolder, seconds: float) -> Slot:
    now = time.time()
    while time.time() < now + seconds:
        for user in USERS:
            held = Slot(_slots(folder) / f"{user}.json", Identity.of(), time.time(), now + seconds)
            if held.write_new():
                return held
        time.sleep(_POLL)
    raise StatementTimeoutError(
        f"The typed query did not start within {seconds:g} s, because {len(USERS)} others were running. "
        "Run it again in a moment."
    )


def _slots(folder: EngineFolder) -> Path:
    return folder.run / "slots"


def slot_passwords(known: Mapping[Role, str]) -> dict[str, str]:
    """Return the password of each slot's user, derived from the owner's password."""
    key = known[Role.OWNER].encode()
    return {user: hmac.new(key, user.encode(), hashlib.sha256).hexdigest() for user in USERS}
