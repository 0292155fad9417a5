"""What commands say beside their answer: on standard error, so that the answer can be read by a program."""

from __future__ import annotations

import typer


def tell(line: str) -> None:
    """Print a line on standard error."""
    typer.echo(line, err=True)
