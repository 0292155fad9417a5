"""Checks a mapping that was read from a TOML file, and says what is wrong with it and what to do."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from cypher.model.ontology import event_types
from ingest.datasets.codes.plover_words import plover_named
from ingest.datasets.own_tables.mapping import FIELDS, Codes, nearest
from ingest.documents.characters import shown

_KINDS: Mapping[str, type] = {
    "codes": str,
    "directed": bool,
    "parties": str,
    "dates": str,
    "separator": str,
    "encoding": str,
    "columns": dict,
    "constants": dict,
    "words": dict,
}
_SAID = {str: "a text in quotation marks", bool: "true or false", dict: "a table, which begins with [{}]"}
_LETTERS = (("yyyy", "%Y"), ("yy", "%y"), ("mmm", "%b"), ("mm", "%m"), ("dd", "%d"))
_ENCODINGS = ("utf-8", "utf-16", "windows-1252", "windows-1250", "iso-8859-1", "gb18030", "shift_jis")


class FaultyMappingError(Exception):
    """The mapping cannot be used; the text says why and what to do."""


def check(table: Mapping[str, Any]) -> None:
    """Raise `FaultyMappingError` for the first key or value that is wrong."""
    for key, value in table.items():
        _check_kind(key, value)
    for part in ("columns", "constants"):
        _check_fields(part, table.get(part, {}))
    for word, meaning in texts_of("words", table.get("words", {})):
        _check_meaning(word, meaning)
    _check_values(table)


def texts_of(part: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the texts of a part by key; raises `FaultyMappingError` for what is no text or number."""
    for name, value in table.items():
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise FaultyMappingError(f"“{shown(name)}” in [{part}] must be a text, not {shown(repr(value))}.")
        text = str(value).strip()
        if not text and part != "words":
            raise FaultyMappingError(f"“{shown(name)}” in [{part}] is empty. Fill it in, or remove the line.")
        yield name, text


def _check_kind(key: str, value: object) -> None:
    if key in FIELDS:
        raise FaultyMappingError(f"“{key}” is a field of an event. Move it below [columns] or [constants].")
    kind = _KINDS.get(key)
    if kind is None:
        raise FaultyMappingError(
            f"a mapping has no “{shown(key)}”{nearest(key, _KINDS)} It has {', '.join(_KINDS)}."
        )
    if not isinstance(value, kind):
        raise FaultyMappingError(f"“{key}” must be {_SAID[kind].format(key)}, not {shown(repr(value))}.")


def _check_fields(part: str, fields: dict[str, Any]) -> None:
    for name, _ in texts_of(part, fields):
        if name not in FIELDS:
            raise FaultyMappingError(
                f"“{shown(name)}” in [{part}] is no field of an event{nearest(name, FIELDS)} "
                f"The fields are {', '.join(FIELDS)}. On the right of = stands the "
                f"{'column of your table' if part == 'columns' else 'text'}."
            )


def _check_meaning(word: str, meaning: str) -> None:
    if not meaning or plover_named(meaning) is not None:
        return
    code, _, mode = meaning.partition("/")
    kind = plover_named(code)
    if kind is None:
        raise FaultyMappingError(
            f"“{shown(word)}” in [words] stands for “{shown(code)}”, which is no event type"
            f"{nearest(code, event_types())} The types are {', '.join(event_types())}."
        )
    modes = event_types()[kind.event_type].modes
    listed = f"Its modes are {', '.join(modes)}." if modes else "It has none."
    raise FaultyMappingError(
        f"“{shown(word)}” in [words] has the mode “{shown(mode)}”, which {kind.event_type} lacks"
        f"{nearest(mode, modes)} {listed}"
    )


def _check_codes(stated: str) -> None:
    known = tuple(Codes)
    if stated not in known:
        raise FaultyMappingError(
            f"there are no codes “{shown(stated)}”{nearest(stated, known)} There are {', '.join(known)}."
        )


def _check_values(table: Mapping[str, Any]) -> None:
    for key in ("separator", "parties"):
        if key in table and len(table[key]) != 1:
            raise FaultyMappingError(
                f'“{key}” must be one character, such as ";" or "\\t", not {shown(repr(table[key]))}.'
            )
    if "codes" in table:
        _check_codes(table["codes"])
    if "encoding" in table:
        check_encoding(table["encoding"])
    if "dates" in table:
        _check_dates(table["dates"])


def check_encoding(name: str) -> None:
    """Raise `FaultyMappingError` if there is no such encoding of texts."""
    try:
        codecs.getincrementaldecoder(name)
        b"a".decode(name, "replace")  # "hex" and the like are for no texts
    except (LookupError, ValueError):
        raise FaultyMappingError(
            f"there is no encoding “{shown(name)}”{nearest(name, _ENCODINGS)} "
            f"Often met are {', '.join(_ENCODINGS)}."
        ) from None


def _check_dates(form: str) -> None:
    try:
        moment = datetime(2001, 2, 3)  # noqa: DTZ001 - only its day is used
        fits = datetime.strptime(moment.strftime(form), form).year == moment.year  # noqa: DTZ007
    except ValueError:
        fits = False
    if not fits or not ("%Y" in form or "%y" in form):
        meant = form.lower()
        for letters, code in _LETTERS:
            meant = meant.replace(letters, code)
        hint = f"; did you mean “{meant}”?" if meant != form.lower() else "."
        raise FaultyMappingError(
            f"dates = “{shown(form)}” is no format with a year{hint} "
            "Write %d for the day, %m for the month, %b for its English name, %Y for the year."
        )
