"""``konstelasi learn``: teaches the confidence of claims by the verdicts in the graph."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.commands.telling import tell
from cypher.database import Role, Settings
from cypher.errors import UsageError
from cypher.judging.opening import opened

# What is heavy (numpy) is imported where it is used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from cypher.review.held_out import Comparison
    from cypher.review.learning import Lesson


def learn(
    undo: Annotated[bool, typer.Option("--undo", help="Take back the latest lesson.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="List the lessons; change nothing.")] = False,
    trial: Annotated[bool, typer.Option("--try", help="Only measure; change nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Learn from the verdicts in the graph how far rules, senses and publishers are to be trusted.

    The confidence of all claims follows, and with it the trusted lens. Measured on held-out verdicts; if the
    gain could be chance, nothing changes. Later loads use what was learned.

    Example: konstelasi learn --try
    """
    from cypher.review import learning

    if undo + listing + trial > 1:
        raise UsageError("Give only one of --undo, --list and --try.")
    role = Role.READER if listing or trial else Role.ANALYST
    with opened(Settings.from_environment(), role, tell) as database:
        if listing:
            found = learning.lessons(database)
            force = learning.in_force(found)
            _say([_listed(each, force) for each in found], "There are no lessons yet.", as_json=as_json)
        elif trial:
            _, comparison = learning.assess(database)
            _print(_measured(comparison), asdict(comparison), as_json=as_json)
        else:
            lesson = learning.undo(database) if undo else learning.learn(database)
            _print(_done(lesson), asdict(lesson), as_json=as_json)


def _done(lesson: Lesson) -> str:
    if lesson.comparison is None:
        return "The latest lesson was taken back; all claims have their confidence from before it."
    kept = f"Lesson {lesson.number} was kept and applied to all claims."
    return f"{_measured(lesson.comparison)}\n{kept} `konstelasi learn --undo` takes it back."


def _measured(comparison: Comparison) -> str:
    """Return the comparison as lines of text."""
    before, after = comparison.before, comparison.after
    told = "more than chance" if comparison.is_better_than_chance else "could be chance"
    rows = (
        ("mean loss", before.log_loss, after.log_loss),
        ("calibration error", before.calibration_error, after.calibration_error),
        ("trusted lens: precision", before.precision, after.precision),
        ("trusted lens: recall", before.recall, after.recall),
    )
    lines = (f"  {name:26}{_figure(old)}  {_figure(new)}" for name, old, new in rows)
    head = f"{comparison.verdicts} verdicts on {comparison.articles} articles, each held out in turn:"
    gain = f"{comparison.gain:.3f} (95 %: {comparison.low:.3f} to {comparison.high:.3f})"
    return "\n".join((head, f"  {'':26}before after", *lines, f"  the mean loss falls by {gain}, {told}"))


def _figure(value: float | None) -> str:
    return "   – " if value is None else f"{value:5.3f}"


def _listed(lesson: Lesson, force: Lesson | None) -> dict[str, object]:
    return {
        "number": lesson.number,
        "created_at": lesson.created_at,
        "verdicts": lesson.comparison.verdicts if lesson.comparison else None,
        "gain": round(lesson.comparison.gain, 3) if lesson.comparison else None,
        "undoes": lesson.undoes,
        "in_force": lesson is force,
        "id": lesson.id,
    }


def _say(rows: list[dict[str, object]], nothing: str, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        what = (
            f"took back {row['undoes']}"
            if row["undoes"]
            else f"{row['verdicts']} verdicts, gain {row['gain']}"
        )
        mark = "*" if row["in_force"] else " "
        typer.echo(f"{mark} {row['number']:>3}  {row['created_at']}  {what}  {row['id']}")
    if not rows:
        typer.echo(nothing)


def _print(text: str, data: dict[str, object], *, as_json: bool) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False) if as_json else text)
