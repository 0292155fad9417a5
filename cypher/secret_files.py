"""Secrets from the environment: as a variable, or as a file that another variable names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cypher.errors import UsageError


def secret(variable: str, values: Mapping[str, str]) -> str | None:
    """Return the value of a variable, or what stands in the file that ``…_FILE`` names; empty means unset.

    The variable counts first. Raises `UsageError` if the file cannot be read.
    """
    path = values.get(f"{variable}_FILE", "").strip()
    if values.get(variable, "").strip() or not path:
        return values.get(variable) or None
    return secret_in(path, f"{variable}_FILE") or None


def secret_in(path: str, setting: str) -> str:
    """Return what stands in a file, but for the end of its line.

    Raises `UsageError`, which names the `setting`, if the file cannot be read.
    """
    try:
        return Path(path).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, ValueError) as error:  # the latter if it is no text, or its name has a zero byte
        raise UsageError(
            f"{setting}: the file {path!r} cannot be read ({error}). Name one that holds the secret alone."
        ) from None
