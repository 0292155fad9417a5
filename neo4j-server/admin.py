"""Run ``neo4j-admin`` of the same Neo4j that ``serve.py`` starts, on a folder of its data.

    python neo4j-server/admin.py --home FOLDER database dump neo4j --to-path=COPIES

The server on the folder must not be running. The heap is 512 MB, or ``HEAP_SIZE`` (as in ``2g``).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer
from lines import LINES, Name

_MAIN = "org.neo4j.cli.AdminTool"


def main(
    words: Annotated[list[str], typer.Argument(help="The words after neo4j-admin.")],
    home: Annotated[Path, typer.Option(help="The server's folder")],
    name: Annotated[Name, typer.Option("--line", help="The line of Neo4j: 5.26, or the newest")] = Name.LTS,
) -> None:
    """Replace this process by neo4j-admin, which gets all words that follow."""
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").touch()
    os.environ |= {"NEO4J_HOME": str(home.resolve()), "NEO4J_CONF": str(home.resolve() / "conf")}
    command = LINES[name].command(_MAIN, f"-Xmx{os.environ.get('HEAP_SIZE', '512m')}")
    os.execv(command[0], [*command, *words])  # noqa: S606


if __name__ == "__main__":
    app = typer.Typer(add_completion=False)
    app.command(context_settings={"ignore_unknown_options": True})(main)
    app()
