"""What the page *Operations* shows, as plain values; times are in seconds since 1970."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cypher.backups.noted import NotedBackup
from cypher.sources.rejected import RejectedRows
from cypher.sources.summary import Summary, Unread
from explorer.serving.statement_times import Timed


class Ended(StrEnum):
    """How a run is."""

    RUNNING = "running"
    DONE = "done"
    PARTLY = "partly"  # it did what it could, and left something out
    FAILED = "failed"
    CUT_OFF = "cut off"  # it began, its process is gone, and nothing says how it ended


@dataclass(frozen=True, slots=True)
class Run:
    """A command that takes long: its name, what it was about, who ran it, when it began, how it is.

    `did` and `left` count what it did and what it could not, such as articles; None if it did not say.
    """

    act: str
    about: str
    who: str
    began_at: float
    ended_at: float | None
    ended: Ended
    why: str = ""
    did: int | None = None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Machine:
    """The data folder, its disk, and memory, in bytes; None for what is unknown or elsewhere."""

    home: str
    disk_free: int | None
    disk_size: int | None
    graph: int | None
    audit: int
    memory: int
    engine_memory: int | None


@dataclass(frozen=True, slots=True)
class Versions:
    """What runs: names with versions. `engine` is empty if the database does not answer.

    `steps` counts the steps that brought the graph up to date, `changed` names those that another version of
    the program has taken in another form. `reader` and `writer` are users of the database, empty if one does
    both.
    """

    program: str
    engine: str
    release: int
    steps: int
    changed: tuple[str, ...]
    python: str
    models: tuple[str, ...]
    reader: str = ""
    writer: str = ""


@dataclass(frozen=True, slots=True)
class Operations:
    """All that the page shows, at the time `now`. An empty error means that there was none."""

    now: float
    machine: Machine
    versions: Versions
    runs: tuple[Run, ...] = ()
    is_following: bool = False
    sources: Summary | None = None
    unread: tuple[Unread, ...] = ()
    number_unread: int = 0
    rejected: tuple[RejectedRows, ...] = ()
    backups: tuple[NotedBackup, ...] = ()
    slowest: tuple[Timed, ...] = ()
    failing: tuple[Timed, ...] = ()
    engine_error: str = ""
    sources_error: str = ""
    audit_error: str = ""
