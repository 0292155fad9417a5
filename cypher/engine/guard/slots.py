"""Slots for typed queries: each runs as a user of its own, and its slot says when it must have ended.

A user sees and ends only its own transactions, so a typed query cannot list or end those of others. The
supervisor ends what is overdue (`cypher.engine.guard.overdue`), also when its author's process is gone.
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
"""The engine's users for typed queries: as many of them run at the same time."""

_POLL = 0.05
_YOUNG = 5.0  # seconds that a slot's file may be incomplete while it is written


@dataclass(frozen=True, slots=True)
class Slot:
    """A taken slot: the process that asks, when it began and must end (seconds since 1970), whom it asked.

    `engine` is the process id of the engine that was sent the query, and `told` when that engine was told to
    end it; 0 before.
    """

    path: Path
    holder: Identity
    began: float
    ends: float
    engine: int = 0
    told: float = 0.0

    @property
    def user(self) -> str:
        """The user of the engine whose transactions belong to this slot."""
        return self.path.stem

    @property
    def due(self) -> bool:
        """Whether what still runs in this slot must be ended."""
        return time.time() > self.ends or not self.holder.alive()

    def sent_to(self, engine: int) -> bool:
        """Record that the query may run in the engine with this process id; `False` when it lost its slot."""
        return self._changed(engine=engine)

    def told_to_end(self) -> None:
        """Record that the engine was told now to end the query; again does not count."""
        if not read_record(self.path).get("told"):
            self._changed(told=time.time())

    def free(self) -> None:
        """Let the next typed query take it."""
        if read_record(self.path).get("began") == self.began:  # else another has it already
            self.path.unlink(missing_ok=True)

    def abandon(self) -> None:
        """Leave it to the supervisor, which ends the query and frees the slot."""
        self._changed(ends=0.0)

    def _changed(self, **values: float) -> bool:
        """Change its record, unless the slot was freed and taken by another query meanwhile."""
        record = read_record(self.path)
        if record.get("began") != self.began:
            return False
        write_record(self.path, {**record, **values})
        return True

    def write_new(self) -> bool:
        """Take the slot; `False` when another query has it."""
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
            "told": self.told,
        }


def taken(folder: EngineFolder) -> list[Slot]:
    """The slots in which a typed query runs."""
    found = []
    for path in sorted(_slots(folder).glob("*.json")):
        record = read_record(path)
        holder = Identity.read(record.get("holder", {}))
        if holder is not None:
            began, ends, told = (float(record[name]) for name in ("began", "ends", "told"))
            found.append(Slot(path, holder, began, ends, int(record["engine"]), told))
        elif path.exists() and time.time() - path.stat().st_mtime > _YOUNG:
            path.unlink(missing_ok=True)
    return found


@contextmanager
def slot(folder: EngineFolder, seconds: float) -> Iterator[Slot]:
    """Hold a slot within the block, for at most `seconds`; `StatementTimeoutError` when all stay taken.

    Where the query may still run after the block (it took too long, was cancelled, or the connection broke)
    the slot is left to the supervisor, which ends the query and frees the slot.
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
        f"The typed query did not begin within {seconds:g} s, because {len(USERS)} others were running. "
        "Run it again in a moment."
    )


def _slots(folder: EngineFolder) -> Path:
    return folder.run / "slots"


def slot_passwords(known: Mapping[Role, str]) -> dict[str, str]:
    """The password of each user of a slot, derived from the owner's."""
    key = known[Role.OWNER].encode()
    return {user: hmac.new(key, user.encode(), hashlib.sha256).hexdigest() for user in USERS}
