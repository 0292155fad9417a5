"""Reads and writes the mapping of a table as a TOML file."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from cypher.errors import InputError
from ingest.datasets.own_tables.mapping import FIELDS, Codes, TableMapping
from ingest.datasets.own_tables.mapping_checks import FaultyMappingError, check, texts_of
from ingest.documents.characters import shown

_SETTINGS = ("directed", "parties", "dates", "separator", "encoding")


def read_mapping(path: Path) -> TableMapping:
    """Read a mapping file; raises `InputError` as `parsed` does, or if the file cannot be read."""
    return parsed(*_read(path))


def read_draft(path: Path) -> TableMapping:
    """Read a mapping file that may be incomplete; raises `InputError` as `read_mapping` does."""
    return draft(*_read(path))


def _read(path: Path) -> tuple[str, str]:
    """Return the text of a file and its name for messages."""
    name = shown(str(path), 300)
    try:
        return path.read_text(encoding="utf-8-sig"), name
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8 at byte {error.start}. Save it as UTF-8.") from error
    except OSError as error:
        raise InputError(f"{name} cannot be read ({error.strerror}). Check the path.") from error


def parsed(text: str, name: str) -> TableMapping:
    """Return the mapping that a TOML text gives.

    Raises:
        InputError: it is no TOML, a key or value is wrong, or something is missing; the error begins with
            `name`, says which, and what to do.
    """
    mapping = draft(text, name)
    if missing := mapping.missing():
        raise InputError(
            f"{name}: nothing gives the {missing[0]} of an event ({FIELDS[missing[0]]}). Add the column that "
            f'has it to [columns], such as: {missing[0]} = "{missing[0].title()}"'
        )
    if mapping.codes is Codes.OWN and not mapping.words:
        raise InputError(
            f'{name}: codes = "own" needs [words]: the table\'s words, each with its type: raid = "ASSAULT"'
        )
    return mapping


def draft(text: str, name: str) -> TableMapping:
    """Return the mapping that a TOML text, or a JSON object, gives; raises as `parsed`.

    It may lack needed fields, and the words of the table.
    """
    try:
        table = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is no TOML: {error}. Write texts in quotation marks.") from error
    try:
        return _mapping(table)
    except FaultyMappingError as error:
        raise InputError(f"{name}: {error}") from None


def _mapping(table: dict[str, Any]) -> TableMapping:
    check(table)
    columns, constants, words = (
        dict(texts_of(part, table.get(part, {}))) for part in ("columns", "constants", "words")
    )
    settings = {key: table[key] for key in _SETTINGS if key in table}
    codes = Codes(table.get("codes") or (Codes.OWN if words else Codes.PLOVER))
    return TableMapping(columns, constants, codes, words, **settings)


def as_toml(mapping: TableMapping) -> str:
    """Return the text of a mapping file, with explanations; `parsed` reads it if nothing is missing."""
    lines = ["# How the rows of a table become events.", ""]
    lines += [
        f"codes = {_quoted(mapping.codes)}  # plover, cameo, or own: then [words] gives each word a type"
    ]
    lines += [f"directed = {str(mapping.directed).lower()}  # false if actor and recipient do it together"]
    lines += [f"parties = {_quoted(mapping.parties)}  # parts several parties in one cell"]
    stated = {"dates": mapping.dates, "separator": mapping.separator, "encoding": mapping.encoding}
    lines += [f"{key} = {_quoted(value)}" for key, value in stated.items() if value is not None]
    lines += ["", "[columns]  # field = column of the table"]
    lines += [f"{name} = {_quoted(column)}  # {FIELDS[name]}" for name, column in mapping.columns.items()]
    lines += [f'# {name} = "…"  # missing: {FIELDS[name]}' for name in mapping.missing()]
    if mapping.constants:
        lines += ["", "[constants]  # field = text for all rows"]
        lines += [f"{name} = {_quoted(text)}" for name, text in mapping.constants.items()]
    if mapping.words:
        lines += ["", '[words]  # word of the table = type/mode; rows with "" are rejected']
        lines += [f"{_quoted(word)} = {_quoted(meaning)}" for word, meaning in mapping.words.items()]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
