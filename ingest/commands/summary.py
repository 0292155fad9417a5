"""What a command tells a person while it works and when it is done, all of it on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cypher.commands.telling import tell

# ruff: noqa: PLC0415 - rich is imported where it is used, so that help and wrong use answer at once

if TYPE_CHECKING:
    from ingest.pipeline import Tally

_SHOWN = 20
"""Warnings and skipped inputs that the summary lists one by one; the JSON summary has all."""


def report(tally: Tally, counts: dict[str, int], unloaded: Iterable[str] = ()) -> None:
    """The summary of a run; `unloaded` are reasons for which articles were not loaded."""
    skipped = [*map(str, tally.skipped), *unloaded]
    _list("warning", [*map(str, tally.warnings)])
    _list("skipped", skipped)
    found = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    tell(f"{found}; {len(skipped):,} skipped, {len(tally.warnings):,} warnings")


def _list(label: str, lines: list[str]) -> None:
    for line in lines[:_SHOWN]:
        tell(f"{label}: {line}")
    if len(lines) > _SHOWN:
        tell(f"{label}: … and {len(lines) - _SHOWN:,} more")


@contextmanager
def progress(
    verb: str, things: str = "documents", *, in_lines: bool = False
) -> Iterator[Callable[[int], None]]:
    """Shows how far it is on standard error where that is a terminal; give it what more is done.

    `in_lines` writes a line each time, wherever standard error leads.
    """
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn(f"{{task.completed:,}} {things} {verb}"), TimeElapsedColumn())
    with Bar(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(verb, total=None)

        def done(more: int) -> None:
            bar.advance(task, more)
            if in_lines:
                tell(f"{bar.tasks[0].completed:,.0f} {things} {verb}")

        yield done
