"""The commands that run or ran lately, from the audit record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import psutil

from cypher.audit.commanded import LONG
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
        yield Run(entry.act, entry.object_id, entry.who, began, ended, _ENDS[entry.outcome], entry.why)
    for left in open_.values():
        for entry in left:
            ended_as = Ended.RUNNING if _lives(entry) else Ended.CUT_OFF
            yield Run(entry.act, entry.object_id, entry.who, entry.time.timestamp(), None, ended_as)


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
