"""The file ``backup.json`` of a backup: its format, the engine's version, the time, and the list of files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from importlib.metadata import version
from typing import Any

FORMAT = 2
"""The format that this version writes. It also reads format 1, which has no list of files."""

_ENGINE = re.compile(r"\d+(\.\w+){1,5}", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}")


class UnfitError(ValueError):
    """This version cannot use the ``backup.json``; the text is the reason, as part of a sentence."""


class NewerError(UnfitError):
    """A newer version of Konstelasi made the backup."""


@dataclass(frozen=True, slots=True)
class Packed:
    """One file of a backup: its size in bytes and its SHA-256 as hexadecimal digits."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class About:
    """The format, the engine's version, the time (ISO, UTC), and the size of all files together in bytes.

    `files` is the manifest: the entries of the archive by name. Format 1 has none.
    """

    format: int
    engine: str
    created_at: str
    size: int
    files: Mapping[str, Packed] = field(default_factory=dict)

    @property
    def listed(self) -> bool:
        """Whether there is a manifest."""
        return self.format > 1

    def text(self) -> str:
        """Return the content of ``backup.json``."""
        return json.dumps(asdict(self), indent=1)

    def summary(self) -> dict[str, Any]:
        """Return the fields, with the number of files in place of the manifest."""
        return {**asdict(self), "files": len(self.files)}

    @classmethod
    def parse(cls, text: bytes) -> About:
        """Read ``backup.json``; raises `UnfitError` if this version cannot use it."""
        try:
            record = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise UnfitError("backup.json is not JSON") from error
        if not isinstance(record, dict):
            raise UnfitError("backup.json is not a JSON object")
        layout, engine = _number(record, "format", least=1), _engine(record)
        if layout > FORMAT or _numbers(engine) > _numbers(engine_version()):
            raise NewerError(f"format {layout}, engine {engine}; here {FORMAT} and {engine_version()}")
        about = cls(layout, engine, _moment(record), _number(record, "size"), _manifest(record, layout))
        if about.listed and about.size != sum(packed.size for packed in about.files.values()):
            raise UnfitError("the sizes in backup.json do not add up to its total")
        return about


def engine_version() -> str:
    """The version of the installed engine."""
    return version("arcadedb-embedded")


def _number(record: Mapping[str, Any], name: str, least: int = 0) -> int:
    value = record.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise UnfitError(f"{name!r} in backup.json is not a whole number from {least}")
    return value


def _engine(record: Mapping[str, Any]) -> str:
    value = record.get("engine")
    if not isinstance(value, str) or not _ENGINE.fullmatch(value):
        raise UnfitError("'engine' in backup.json is not a version")
    return value


def _moment(record: Mapping[str, Any]) -> str:
    try:
        return datetime.fromisoformat(record["created_at"]).isoformat()
    except (KeyError, TypeError, ValueError) as error:
        raise UnfitError("'created_at' in backup.json is not a time") from error


def _manifest(record: Mapping[str, Any], layout: int) -> dict[str, Packed]:
    if layout == 1:
        return {}
    files = record.get("files")
    if not isinstance(files, dict):
        raise UnfitError("'files' in backup.json is not an object")
    return {name: _packed(name, value) for name, value in files.items()}


def _packed(name: str, value: object) -> Packed:
    if not isinstance(value, dict):
        raise UnfitError(f"the entry of {name!r} in backup.json is not an object")
    digest = value.get("sha256")
    if not isinstance(digest, str) or not _HASH.fullmatch(digest):
        raise UnfitError(f"the hash of {name!r} in backup.json is not a SHA-256")
    try:
        return Packed(_number(value, "size"), digest)
    except UnfitError as error:
        raise UnfitError(f"the size of {name!r} in backup.json is not a whole number from 0") from error


def _numbers(text: str) -> tuple[int, ...]:
    """The leading numbers of a version, e.g. (26, 10, 2) of ``26.10.2.post1``."""
    parts = []
    for part in text.split("."):
        if not part.isdigit():
            break
        parts.append(int(part))
    return tuple(parts)
