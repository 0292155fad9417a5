"""The data of each language, one folder per language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def supported_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a folder, sorted."""
    folders = files("ingest").joinpath("languages").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.joinpath("boilerplate.yaml").is_file()))
