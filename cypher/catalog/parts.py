"""Shared parts of statements: pieces of Cypher and declared parameters, in ``cypher/statements/parts/``.

A line ``// :part NAME`` in a body is replaced by the file ``parts/NAME.cypher``. A line ``// :use NAME …`` in
a header declares parameters of ``parts/parameters.cypher``. Columns may hold maps that ``parts/maps.cypher``
declares.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

STATEMENTS = Path(__file__).parents[1] / "statements"
"""The folder of all statements."""

PARTS = STATEMENTS / "parts"
"""The folder of the shared parts, which are not statements themselves."""

_PLACE = re.compile(r"^[ \t]*// :part ([a-z_]+)[ \t]*$", re.MULTILINE)


def split_source(source: str) -> tuple[list[str], str]:
    """Split a file into the lines of its header, without ``//``, and its body, without a final semicolon.

    A header line that is indented by three spaces or more continues the line before.
    """
    lines = source.splitlines()
    size = next((i for i, line in enumerate(lines) if not _in_header(line)), len(lines))
    body = "\n".join(lines[size:]).strip().removesuffix(";").strip()
    header = re.sub(r"\n// {3,}", " ", "\n".join(lines[:size])).splitlines()
    return [line[2:].strip() for line in header], body


def directives_in(header: list[str]) -> list[tuple[str, str]]:
    """Return the declaring lines of a header as pairs such as (``param``, text after it)."""
    found = (line[1:].partition(" ") for line in header if line.startswith(":"))
    return [(key, rest.strip()) for key, _, rest in found]


def parts_in(body: str) -> list[str]:
    """Return the names of the parts that `body` includes."""
    return _PLACE.findall(body)


def header_of(part: str) -> list[tuple[str, str]]:
    """What the header of a part declares; raises `LookupError` for an unknown one."""
    return directives_in(_source(part)[0])


def with_parts(body: str) -> str:
    """Replace each line that names a part by that part, which may name others.

    Raises `LookupError` for an unknown one.
    """
    return _PLACE.sub(lambda found: with_parts(_source(found[1])[1]), body)


def shared_parameter(name: str) -> str:
    """Return the declaration of a shared parameter, without ``:param``; raises `LookupError`."""
    declared = _shared_parameters()
    if name not in declared:
        raise LookupError(f"`:use {name}` is not one of {', '.join(declared)}")
    return declared[name]


def _in_header(line: str) -> bool:
    return line.startswith("//") and _PLACE.match(line) is None


@cache
def _source(name: str) -> tuple[list[str], str]:
    """Header and body of a part."""
    try:
        source = (PARTS / f"{name}.cypher").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise LookupError(f"`:part {name}` is not a file in {PARTS.name}/") from None
    return split_source(source)


@cache
def _shared_parameters() -> dict[str, str]:
    declared = [rest for key, rest in header_of("parameters") if key == "param"]
    return {each.partition(" ")[0]: each for each in declared}
