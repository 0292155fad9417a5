"""The arguments of commands that read articles: files, folders and standard input."""

from __future__ import annotations

from typing import Annotated

import typer

from cypher.model.formats import listed

_FILES = f"Files and folders of {listed()};"

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help=f"{_FILES} - is standard input.")]
"""The inputs of a command that needs at least one."""

PathsOrInput = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH…|-]", help=f"{_FILES} - or nothing: standard input.")
]
"""The inputs of a command that reads standard input by default."""

Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN,…",
        help="The columns of a table (CSV, TSV) that have other names: text=isi_berita,date=tgl",
    ),
]
"""The columns of tables, as `ingest.documents.formats.columns.stated_columns` reads them."""

Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        min=1,
        max=1000,
        metavar="N",
        help="Processes that extract; by default by cores, memory and inputs (one for few articles).",
    ),
]
"""How many processes extract; None lets `ingest.pipeline.jobs` choose."""
