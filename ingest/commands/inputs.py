"""What the commands that read articles take: files, folders and standard input."""

from __future__ import annotations

from typing import Annotated

import typer

from cypher.model.formats import listed

_FILES = f"Files and folders of {listed()};"

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help=f"{_FILES} - is standard input.")]
"""Inputs of a command that needs at least one."""

PathsOrInput = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH…|-]", help=f"{_FILES} - or nothing: standard input.")
]
"""Inputs of a command that reads standard input unless it is given others."""
