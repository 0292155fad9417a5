"""The commands that run or ran lately, from the audit record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import psutil

from cypher.audit.commanded import DID, LEFT, LONG
from cypher.audit.entry import Entry, Outcome
from cypher.audit.reading import latest
from explorer.panels.operations.values import Ended, Run

MOST = 15
"""The runs that are shown."""

_ENDS = {Outcome.DONE: Ended.DONE, Outcome.FAILED: Ended.FAILED, Outcome.REFUSED: Ended.FAILED}


def runs(home: Path) -> list[Run]:
    """Return the last runs of commands that take long, the latest first; empty if there is no record."""
    try:
        found = latest(home)
    except OSError:
        return []
    return sorted(_paired(each for each in found if each.act in LONG), key=lambda run: -run.began_at)[:MOST]


def _paired(entries: Iterable[Entry]) -> Iterator[Run]:
    """Pair the beginnings with their ends: those of one act by one person, in order."""
    open_: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        begun = open_.setdefault((entry.act, entry.who), [])
        if entry.outcome is Outcome.BEGUN:
            begun.append(entry)
            continue
        first = begun.pop() if begun else entry
        began, ended = first.time.timestamp(), entry.time.timestamp()
        did, left = _number(entry, DID), _number(entry, LEFT)
        ended_as = Ended.PARTLY if entry.outcome is Outcome.DONE and left else _ENDS[entry.outcome]
        yield Run(entry.act, entry.object_id, entry.who, began, ended, ended_as, entry.why, did, left)
    for unended in open_.values():
        for entry in unended:
            ended_as = Ended.RUNNING if _lives(entry) else Ended.CUT_OFF
            yield Run(entry.act, entry.object_id, entry.who, entry.time.timestamp(), None, ended_as)


def _number(entry: Entry, name: str) -> int | None:
    try:
        return int(entry.details[name])
    except (KeyError, ValueError):
        return None


def _lives(entry: Entry) -> bool:
    """Whether the process that wrote an entry still runs on this machine."""
    number = entry.details.get("process", "")
    try:
        process = psutil.Process(int(number))
        return (
            process.create_time() <= entry.time.timestamp() + 1 and process.status() != psutil.STATUS_ZOMBIE
        )
    except (ValueError, psutil.Error):
        return False
