"""Records what somebody did in the data folder that the environment names, and counts what could not be."""

from __future__ import annotations

import functools
import logging
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from cypher.audit.entry import Entry, Outcome
from cypher.audit.writing import AuditError, AuditLog
from cypher.bolt.settings import home_from_environment

_NOTHING: Mapping[str, str] = MappingProxyType({})
_log = logging.getLogger(__name__)


class _Failures:
    """How often a line could not be written by this process, and the last reason if the last one was not."""

    count = 0
    last: AuditError | None = None


def record(  # noqa: PLR0913 - one parameter a field of the record
    act: str,
    *,
    who: str,
    role: str = "",
    object_id: str = "",
    outcome: Outcome = Outcome.DONE,
    why: str = "",
    details: Mapping[str, str] = _NOTHING,
    durable: bool = False,
) -> None:
    """Record that somebody did something; see `Entry` for what the parameters may hold.

    Changes are `durable`: it returns when the disk has them. Raises `AuditError` if it cannot be recorded.
    """
    entry = Entry(act, who, role, object_id, outcome, why, details)
    try:
        _audit_log(home_from_environment()).append(entry, durable=durable)
    except AuditError as error:
        _Failures.count += 1
        _Failures.last = error
        said = {"who": who, "act": act}
        _log.error("Not recorded: %s of %s by %s (%s). %s", act, object_id, who, outcome, error, extra=said)
        raise
    _Failures.last = None


def refuse_unrecorded() -> None:
    """Raise `AuditError` if what is about to be changed could not be recorded afterwards."""
    _audit_log(home_from_environment()).check_room()


def failures() -> int:
    """Return how many lines this process could not write."""
    return _Failures.count


def trouble() -> AuditError | None:
    """Return why the last line could not be written; None if it was."""
    return _Failures.last


@functools.lru_cache(maxsize=8)
def _audit_log(home: Path) -> AuditLog:
    return AuditLog(home)
