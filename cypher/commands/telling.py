"""What commands say: answers on standard output, for a program as JSON; all else on standard error."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from cypher import logs

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object on standard output.")]


def tell(line: str) -> None:
    """Print a line on standard error; it is JSON if the log is."""
    logs.say(line)


def say(answer: dict[str, Any], text: str, *, as_json: bool, asked: bool = False) -> None:
    """Print `answer` as JSON, or else `text`: on standard output if it was `asked` for, else on error."""
    if as_json:
        typer.echo(json.dumps(answer, ensure_ascii=False))
    else:
        typer.echo(text, err=not asked)
