"""``konstelasi datasets``: lists the data sets of events, or names the data set of each file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

# ruff: noqa: PLC0415 - the readers are imported where they are used, so that help answers at once


def datasets(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH…]", help="Files to name the data sets of, packed or not."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The list as JSON.")] = False,
) -> None:
    """List the data sets that `konstelasi import` reads, with grade, licence and where to get them.

    With files, name instead the data set of each file, by its columns.

    Example: konstelasi datasets

    Example: konstelasi datasets download.csv
    """
    if paths:
        _tell_of(paths, as_json=as_json)
        return
    from ingest.datasets.sources import data_sets

    listed = [
        {
            "name": each.name,
            "title": each.title,
            "grade": each.grade,
            "confidence": each.confidence,
            "licence": each.licence,
            "home": each.home,
            "withdraws": each.withdraws,
        }
        for each in data_sets().values()
    ]
    if as_json:
        typer.echo(json.dumps(listed, ensure_ascii=False))
        return
    for each in listed:
        typer.echo(f"{each['name']}: {each['title']}, grade {each['grade']}")
        typer.echo(f"    {each['licence']}; {each['home']}")


def _tell_of(paths: list[Path], *, as_json: bool) -> None:
    from ingest.datasets.recognition import recognised

    found = [(path, recognised(path)) for path in paths]
    if as_json:
        told = [
            {
                "file": str(path),
                "name": each.dataset.name if each else None,
                "problem": each.problem if each else "",
            }
            for path, each in found
        ]
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    for path, each in found:
        if each is None:
            typer.echo(f"{path}: none of the data sets. For a table of your own: konstelasi mapping {path}")
        elif each.problem:
            typer.echo(f"{path}: {each.dataset.name}. {each.problem}")
        else:
            typer.echo(
                f"{path}: {each.dataset.title}. Import it: konstelasi import {each.dataset.name} {path}"
            )
