"""``konstelasi verdicts``: writes judged claims as training data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cypher.commands.telling import tell
from cypher.database import Role, Settings
from cypher.judging.opening import opened
from cypher.review.training import training_lines


def verdicts(
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="A file; standard output by default.")
    ] = None,
) -> None:
    """Write judged claims as training data, one JSON object a line: the sentence and its correct reading.

    Offsets count the characters of the sentence. `correct` is null if analysts rejected the claim or are
    unsure.

    Example: konstelasi verdicts --out verdicts.jsonl
    """
    with opened(Settings.from_environment(), Role.READER, tell) as database:
        lines = training_lines(database)
    if out is None:
        typer.echo(lines, nl=False)
    else:
        out.write_text(lines, encoding="utf-8")
    typer.echo(f"{lines.count(chr(10)):,} judged claims", err=True)
