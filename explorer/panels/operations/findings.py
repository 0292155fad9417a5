"""What needs attention, the worst first, each with what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.elements import Element, element
from explorer.panels.operations.values import Ended, Operations
from explorer.panels.sources import length
from explorer.panels.widgets import badge
from explorer.phrases import Plural, Problem, Said, say

OLD_BACKUP = 2 * 86_400.0
"""Seconds after which a backup is too old."""

LATELY = 3_600.0
"""Seconds for which a failed statement needs attention."""

LEAST_FREE = 10**9
"""Bytes below which a disk is as good as full."""

_LEAST_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that needs attention: what is wrong, and what to do. A `bad` one stops people's work."""

    wrong: Said
    advice: Said
    bad: bool = False


def findings(state: Operations) -> list[Finding]:
    """Return what needs attention, the bad first."""
    found = [*_of_graph(state), *_of_disk(state), *_of_backups(state), *_of_sources(state), *_of_work(state)]
    return sorted(found, key=lambda each: not each.bad)


def findings_list(found: list[Finding]) -> Element:
    """Build the list, or say that nothing needs attention."""
    if not found:
        fine = badge(say("fine"), "verified")
        return element("div", fine, element("span", say("Nothing needs attention.")), look="row")
    return element("div", *map(_card, found))


def _card(each: Finding) -> Element:
    mark = badge(say("bad"), "conflict") if each.bad else badge(say("attention"), "disputed")
    return element(
        "div",
        element("div", mark, element("strong", each.wrong), look="row"),
        element("p", each.advice),
        look="notice bad" if each.bad else "notice",
    )


def _of_graph(state: Operations) -> Iterator[Finding]:
    if state.audit_error:
        wrong = say("What is read now cannot be recorded, and changes are refused.")
        yield Finding(wrong, Problem(state.audit_error), bad=True)
    if state.engine_error:
        yield Finding(say("The database does not answer"), Problem(state.engine_error), bad=True)
    if state.versions.changed:
        names = ", ".join(state.versions.changed)
        yield Finding(
            say("Steps of the graph differ from those of this version: {names}", names=names),
            say("Restore a backup from before the other version, or ask those who run it which one it was."),
        )


def _of_disk(state: Operations) -> Iterator[Finding]:
    free, size = state.machine.disk_free, state.machine.disk_size
    if free is None or size is None:
        wrong = say("The data folder cannot be read: {folder}", folder=state.machine.home)
        yield Finding(wrong, say("Check the owner of the folder and the disk."), bad=True)
    elif free < LEAST_FREE or free < _LEAST_SHARE * size:
        yield Finding(
            say("The disk is almost full: {size} are free", size=in_bytes(free)),
            say("Move old backups and audit files to another machine, or give the disk more room."),
            bad=free < LEAST_FREE,
        )


def _of_backups(state: Operations) -> Iterator[Finding]:
    advice = say("Run konstelasi db backup FILE, and let it run every day.")
    if not state.backups:
        yield Finding(say("No backup was made with this data folder"), advice)
    elif (age := state.now - state.backups[0].made_at) > OLD_BACKUP:
        yield Finding(say("The last backup was made {time} ago", time=length(age)), advice)


def _of_sources(state: Operations) -> Iterator[Finding]:
    if state.sources_error:
        yield Finding(say("The list of sources cannot be read"), Problem(state.sources_error), bad=True)
    if state.sources is None:
        return
    if failing := state.sources.numbers["failing"] + state.sources.numbers["ended"]:
        lost = Plural(failing, "{number} source cannot be fetched", "{number} sources cannot be fetched")
        yield Finding(lost, say("The page Sources says why, and what to do."))
    idle = state.sources.total - state.sources.numbers["stopped"] - state.sources.numbers["ended"]
    if idle and not state.is_following:
        wrong = say("The sources are not followed by a process of this machine")
        yield Finding(wrong, say("Start it on the page Sources, or let konstelasi follow run."))


def _of_work(state: Operations) -> Iterator[Finding]:
    for run in state.runs:
        if run.ended is Ended.CUT_OFF:
            wrong = say("{command} was cut off", command=run.act)
            yield Finding(wrong, say("Run it again: that completes it and adds nothing twice."))
    if lately := [each for each in state.failing if state.now - each.failed_at < LATELY]:
        wrong = say("Statements failed in the last hour: {names}", names=", ".join(x.name for x in lately))
        yield Finding(wrong, say("Look at the log of the database and of the app."))


def in_bytes(size: int) -> str:
    """Return a size in its largest fitting unit."""
    amount = float(size)
    for unit in ("B", "kB", "MB", "GB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}"
        amount /= 1000
    return f"{amount:.1f} TB"
