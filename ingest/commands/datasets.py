"""``konstelasi datasets``: lists the data sets of events that can be imported."""

from __future__ import annotations

import json
from typing import Annotated

import typer

# ruff: noqa: PLC0415 - the readers are imported where they are used, so that help answers at once


def datasets(
    as_json: Annotated[bool, typer.Option("--json", help="The list as JSON.")] = False,
) -> None:
    """List the data sets that `konstelasi import` reads, with grade, licence and where to get them.

    Example: konstelasi datasets
    """
    from ingest.datasets.sources import data_sets

    listed = [
        {
            "name": each.name,
            "title": each.title,
            "grade": each.grade,
            "confidence": each.confidence,
            "licence": each.licence,
            "home": each.home,
        }
        for each in data_sets().values()
    ]
    if as_json:
        typer.echo(json.dumps(listed, ensure_ascii=False))
        return
    for each in listed:
        typer.echo(f"{each['name']}: {each['title']}, grade {each['grade']}")
        typer.echo(f"    {each['licence']}; {each['home']}")
