"""Reads lists of sources: files in TOML, OPML from feed readers, and single addresses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from cypher.errors import UsageError
from cypher.sources.source import BUCKET, EVERY, FEED, FOLDER, Source
from ingest.documents.encoding import decode
from ingest.documents.formats.feed_xml import repaired
from ingest.documents.records import UnusableError

_MOST_BYTES = 8_000_000
_MOST_SOURCES = 5000
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}
_FIELDS = {
    *("name", "kind", "publisher", "language", "grade", "every", "full_text", "private", "options", "proxy"),
}
_TEXTS = ("publisher", "language", "grade", "proxy")
_ADDRESSES = {"url": FEED, "feed": FEED, "folder": FOLDER, "address": None}
"""The fields that may hold the address, and the kind that each names."""


def read_list(path: Path, every: float = EVERY) -> list[Source]:
    """Return the sources of a TOML or OPML file; `every` counts for those that state none.

    Raises `UsageError` if the file cannot be read, or a source in it is not as it should be.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UsageError(f"The list of sources {path} cannot be read ({error}). Check its path.") from error
    if len(data) > _MOST_BYTES:
        raise UsageError(f"The list of sources {path} has more than {_MOST_BYTES:,} bytes. Split it.")
    found = _in_toml(path, data, every) if path.suffix.lower() == ".toml" else _in_opml(path, data, every)
    if not found:
        raise UsageError(f"The list {path} names no source. See docs/sources.md for its form.")
    return found[:_MOST_SOURCES]


def seconds_of(text: str) -> float:
    """Return the seconds of a time such as ``90``, ``5m``, ``1h`` or ``1d``; raises `UsageError`."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smhd]?)", text.strip().lower())
    if found is None:
        raise UsageError(f"{text!r} is no length of time. Write for example 90, 5m, 1h or 1d.")
    return float(found[1]) * _UNITS[found[2] or "s"]


def _in_toml(path: Path, data: bytes, every: float) -> list[Source]:
    try:
        rows = tomllib.loads(data.decode("utf-8")).get("source", [])
    except ValueError as error:
        raise UsageError(f"The list of sources {path} is not TOML ({error}).") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError(f"The list of sources {path} has no [[source]] tables. See docs/sources.md.")
    return [_source(row, path, every) for row in rows]


def _source(row: Mapping[str, Any], path: Path, every: float) -> Source:
    unknown = sorted(set(row) - _FIELDS - set(_ADDRESSES))
    if unknown:
        raise UsageError(
            f"A source in {path} has the field {unknown[0]!r}. Choose from: {', '.join(sorted(_FIELDS))}."
        )
    placed = [name for name in _ADDRESSES if name in row]
    if len(placed) != 1:
        raise UsageError(f"A source in {path} needs one of url, folder and address: {dict(row)!r:.200}.")
    given = {name: row[name] for name in _FIELDS & set(row)}
    address = str(row[placed[0]])
    given["every"] = seconds_of(str(given.get("every", every)))
    given["options"] = {str(name): str(value) for name, value in dict(given.get("options", {})).items()}
    for name in ("full_text", "private"):
        if not isinstance(given.setdefault(name, False), bool):
            raise UsageError(f"A source in {path} has {name} = {given[name]!r}. Write true or false.")
    texts = {name: str(row[name]) if name in row else None for name in _TEXTS}
    return Source(
        name=str(given.get("name") or _name_of(address)),
        address=address,
        kind=str(given.get("kind") or _ADDRESSES[placed[0]] or _kind_of(address)),
        **texts,
        every=given["every"],
        full_text=given["full_text"],
        private=given["private"],
        options=given["options"],
    )


def _in_opml(path: Path, data: bytes, every: float) -> list[Source]:
    try:
        text, _ = decode(data)
        xml, _ = repaired(text)
    except UnusableError as error:
        raise UsageError(f"The list of sources {path} {error.reason}. Name a TOML or OPML file.") from error
    root = etree.fromstring(xml)
    if str(root.tag).lower() != "opml":
        raise UsageError(f"The list of sources {path} is XML, but not OPML. Export the feeds as OPML again.")
    return list(_outlines(root, every))


def _outlines(root: etree._Element, every: float) -> Iterator[Source]:
    """Yield the feeds of an OPML file, each with a name of its own."""
    names: set[str] = set()
    addresses: set[str] = set()
    for outline in root.iter("outline"):
        said = {str(name).lower(): str(value).strip() for name, value in outline.attrib.items()}
        address = said.get("xmlurl", "")
        if not address or address in addresses:
            continue
        addresses.add(address)
        base = (said.get("title") or said.get("text") or _name_of(address))[:100]
        name = next(each for number in range(1, len(names) + 2)
                    if (each := base if number == 1 else f"{base} ({number})") not in names)  # fmt: skip
        names.add(name)
        language = said.get("language", "")[:2].lower() or None
        yield Source(name=name, address=address, every=every, language=language)


def from_address(address: str) -> Source:
    """Return the source of an address, of a feed or a bucket, named by its host and path."""
    return Source(name=_name_of(address), address=address, kind=_kind_of(address))


def _kind_of(address: str) -> str:
    return BUCKET if address.startswith("s3://") else FEED


def from_folder(folder: Path, every: float = EVERY) -> Source:
    """Return the source of a folder on this machine, named by its path."""
    whole = folder.expanduser().resolve()
    return Source(name=str(whole)[-100:], address=str(whole), kind=FOLDER, every=every)


def _name_of(address: str) -> str:
    try:
        parts = urlsplit(address)
        host, path = parts.hostname or "", parts.path
    except ValueError:
        return address[:100]
    return f"{host.removeprefix('www.')}{path.rstrip('/')}"[:100] or address[:100]
