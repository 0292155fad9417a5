"""The sections of the page *Operations*."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from cypher.backups.noted import NotedBackup
from cypher.sources.rejected import RejectedRows
from cypher.sources.skipped import PASTED
from cypher.sources.summary import Summary, Unread
from explorer.acts.opening import GoToPage
from explorer.elements import Element, element, link
from explorer.panels.operations.findings import OLD_BACKUP, in_bytes
from explorer.panels.operations.values import Ended, Machine, Run, Versions
from explorer.panels.sources import ago, length
from explorer.panels.widgets import badge
from explorer.phrases import Number, Phrase, Plural, Problem, Said, joined, say
from explorer.serving.statement_times import Timed

_ENDED: dict[Ended, tuple[Phrase, str]] = {
    Ended.RUNNING: (say("running"), "cooperation"),
    Ended.DONE: (say("done"), "verified"),
    Ended.PARTLY: (say("done in part"), "disputed"),
    Ended.FAILED: (say("failed"), "conflict"),
    Ended.CUT_OFF: (say("cut off"), "conflict"),
}
_NUMBERS = {
    "import": "loaded {did}, rejected {left}",
    "follow": "fetched {did}, not fetched {left}",
    "alerts send": "sent {did}, not accepted {left}",
}
_LOADED = "loaded {did}, skipped {left}"
_CONDITIONS: dict[str, Phrase] = {
    "fine": say("fetched as they should be"),
    "failing": say("could not be fetched the last time"),
    "ended": say("given up"),
    "stopped": say("stopped by somebody"),
    "new": say("not fetched yet"),
}
_SHORTEST = 60
_LONG_ADDRESS = 90
_MOST_IMPORTS, _MOST_INPUTS, _MOST_REASONS = 10, 3, 3

Describe = Callable[[str], Said]
"""Says what a statement asks, by its name."""


def runs_section(runs: Iterable[Run], now: float) -> tuple[Element, ...]:
    """Build the list of commands that run or ran lately, the latest first."""
    return _section(say("Runs"), [_run(each, now) for each in runs], say("Nothing has run here yet."))


def _run(run: Run, now: float) -> Element:
    label, look = _ENDED[run.ended]
    lasted = say("for {time}", time=length((run.ended_at or now) - run.began_at))
    about = run.about if len(run.about) <= _SHORTEST else f"{run.about[: _SHORTEST - 1]}…"
    facts = joined(" · ", (ago(run.began_at, now), lasted, run.who, about, _numbers(run) or run.why))
    return element(
        "li",
        element("span", element("span", run.act), element("small", facts), look="stack"),
        badge(label, look),
    )


def _numbers(run: Run) -> Phrase | None:
    """Say how much a run did and what it left out; None if it left out nothing, or did not say."""
    if run.did is None or not run.left:
        return None
    return say(_NUMBERS.get(run.act, _LOADED), did=Number(run.did), left=Number(run.left))


def sources_section(found: Summary | None, now: float) -> tuple[Element, ...]:
    """Build the numbers of sources by how they are, with a way to their page; None is for an unknown list."""
    if found is None:
        return _section(say("Sources"), [], say("unknown"))
    if not found.total:
        return _section(say("Sources"), [], say("No sources yet"))
    lines = [
        _fact(_CONDITIONS[condition], Number(number)) for condition, number in found.numbers.items() if number
    ]
    last = say("never") if found.last_at is None else ago(found.last_at, now)
    lines += [_fact(say("Last fetch"), last), _fact(say("Waiting to be added"), Number(found.waiting))]
    way = element("button", say("Open the page Sources"), look="act", act=GoToPage("sources"))
    return (*_section(say("Sources"), lines, ""), way)


def unread_section(unread: Sequence[Unread], number: int, now: float) -> tuple[Element, ...]:
    """Build the list of articles that could not be read, of `number` in all, each with what to do."""
    lines = [
        element(
            "li",
            element(
                "span",
                link(each.origin, _shortened(each.title) if each.title else _origin(each)),
                *([element("small", _origin(each))] if each.title else []),
                element("small", joined(". ", [Problem(text) for text in (each.reason, each.hint) if text])),
                element("small", joined(" · ", (*_by(each), ago(each.at, now)))),
                look="stack",
            ),
        )
        for each in unread
    ]
    more = say("{number} more are not listed here.", number=number - len(unread))
    return (
        *_section(say("What could not be read"), lines, say("All that was read lately could be read.")),
        *([element("p", more, look="lead")] if number > len(unread) else []),
    )


def _origin(unread: Unread) -> Said:
    return say("pasted text") if unread.origin == PASTED else _shortened(unread.origin)


def _by(unread: Unread) -> tuple[str, ...]:
    """Name the source of an article, or the command and who ran it."""
    return tuple(part for part in (unread.source, unread.command, unread.who) if part)


def rejected_section(imports: Sequence[RejectedRows], now: float) -> tuple[Element, ...]:
    """Build the list of imports that rejected rows: how many, why the first, and where all of them stand."""
    lines = [_rejected(each, now) for each in imports[:_MOST_IMPORTS]]
    more = say("{number} more are not listed here.", number=len(imports) - len(lines))
    return (
        *_section(say("Rows that imports rejected"), lines, say("No import has rejected rows.")),
        *([element("p", more, look="lead")] if len(imports) > len(lines) else []),
    )


def _rejected(each: RejectedRows, now: float) -> Element:
    rows = Plural(each.number, "{number} row rejected", "{number} rows rejected")
    inputs = [_shortened(name) for name in each.inputs[:_MOST_INPUTS]]
    more = len(each.inputs) - len(inputs)
    return element(
        "li",
        element(
            "span",
            element("span", joined(": ", (each.dataset, rows))),
            element("small", joined(", ", (*inputs, joined("", ("+", Number(more))) if more else None))),
            *(element("small", Problem(reason)) for reason in each.first[:_MOST_REASONS]),
            element("small", _list_of(each)),
            element("small", joined(" · ", (each.who, ago(each.at, now)))),
            look="stack",
        ),
    )


def _list_of(each: RejectedRows) -> Phrase:
    if each.file:
        return say("All of them are listed in {file}", file=each.file)
    if each.uploaded:
        return say("Their list was offered to the reader when the import ended.")
    return say("A later import has replaced their list. Import the files again to get it.")


def versions_section(found: Versions) -> tuple[Element, ...]:
    """Build the list of what runs, with versions."""
    taken = (
        Plural(found.steps, "{number} step taken", "{number} steps taken")
        if found.steps
        else say("none needed")
    )
    changed = (
        say("differ: {names}", names=", ".join(found.changed)) if found.changed else say("as in this version")
    )
    lines = [
        _fact(say("Program"), found.program),
        _fact(say("Database"), found.engine or say("does not answer")),
        *([_fact(say("Its users"), _users(found))] if found.reader else []),
        _fact(say("Shape of the graph"), say("release {number}", number=found.release)),
        _fact(say("Steps of the graph"), joined(", ", (taken, changed)) if found.engine else say("unknown")),
        _fact(say("Python"), found.python),
        *(_fact(say("Model"), model) for model in found.models),
    ]
    return _section(say("Versions"), lines, "")


def _users(found: Versions) -> Phrase:
    return say("{reader} reads, {writer} writes", reader=found.reader, writer=found.writer)


def machine_section(found: Machine, backups: Iterable[NotedBackup], now: float) -> tuple[Element, ...]:
    """Build the list of the data folder, its disk, backups and memory."""
    free = None
    if found.disk_free is not None and found.disk_size is not None:
        free = say("{free} of {size}", free=in_bytes(found.disk_free), size=in_bytes(found.disk_size))
    lines = [
        _fact(say("Data folder"), found.home),
        _fact(say("Free on its disk"), free or say("unknown")),
        _fact(say("The graph"), say("on a server") if found.graph is None else in_bytes(found.graph)),
        _fact(say("The audit record"), in_bytes(found.audit)),
        _fact(say("Memory of the app"), in_bytes(found.memory)),
    ]
    if found.engine_memory is not None:
        lines.append(_fact(say("Memory of the engine"), in_bytes(found.engine_memory)))
    return (*_section(say("Disk and memory"), lines, ""), *_backups(backups, now))


def _backups(backups: Iterable[NotedBackup], now: float) -> tuple[Element, ...]:
    lines = [
        element(
            "li",
            element(
                "span",
                element("span", each.file),
                element("small", joined(" · ", (ago(each.made_at, now), in_bytes(each.size)))),
                look="stack",
            ),
            badge(say("old"), "disputed")
            if not place and now - each.made_at > OLD_BACKUP
            else badge(say("was verified"), "verified"),
        )
        for place, each in enumerate(backups)
    ]
    return _section(say("Backups"), lines, say("No backup was made with this data folder"))


def statements_section(
    slowest: Iterable[Timed], failing: Iterable[Timed], describe: Describe, now: float
) -> tuple[Element, ...]:
    """Build the tables of the slowest statements and of those that have failed, since the app was started."""
    slow = [
        _row(
            each,
            describe,
            Number(each.count),
            _seconds(each.median),
            _seconds(each.p95),
            ago(each.last_at, now),
        )
        for each in slowest
    ]
    failed = [
        _row(each, describe, Number(each.failures), Number(each.count), each.error, ago(each.failed_at, now))
        for each in failing
    ]
    heads = (
        say("Statement"),
        say("Attempts"),
        say("Half took less than"),
        say("95 % took less than"),
        say("Last"),
    )
    failed_heads = (say("Statement"), say("Failed"), say("Attempts"), say("Error"), say("Last"))
    return (
        element("h3", say("Slowest statements since the start")),
        _table(heads, slow) if slow else element("p", say("Nothing was asked yet."), look="lead"),
        element("h3", say("Statements that failed")),
        _table(failed_heads, failed) if failed else element("p", say("None."), look="lead"),
    )


def _row(each: Timed, describe: Describe, *cells: Said) -> Element:
    asks = element("div", element("small", describe(each.name)))
    return element("tr", element("td", each.name, asks), *(element("td", cell) for cell in cells))


def _table(heads: Iterable[Said], rows: Iterable[Element]) -> Element:
    head = element("tr", *(element("th", each) for each in heads))
    return element("table", element("thead", head), element("tbody", *rows), look="events")


def _seconds(seconds: float) -> Phrase:
    return say("{number} ms", number=round(seconds * 1000))


def _section(head: Said, lines: list[Element], empty: Said) -> tuple[Element, ...]:
    body = element("ul", *lines, look="list") if lines else element("p", empty, look="lead")
    return element("h3", head), body


def _fact(name: Said, value: Said) -> Element:
    return element("li", element("span", name), element("span", value, look="number"))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONG_ADDRESS else f"{text[: _LONG_ADDRESS - 1]}…"
