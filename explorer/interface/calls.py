"""What the server notes of each question of a program: a line in its log, and one in the audit record."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from cypher.audit import AuditError, Outcome, record
from explorer.interface.callers import Caller
from explorer.interface.problems import TITLES

_REFUSED = (401, 403, 429)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Call:
    """A question of a program: the caller, the door, the statement with its values, and the outcome.

    `act` is what was done, as the audit record names it, and `operation` the name of the statement. `rows` is
    None if there was no answer.
    """

    caller: Caller
    door: str
    act: str
    operation: str
    values: Mapping[str, object] = field(default_factory=dict)
    status: int = 200
    rows: int | None = None
    seconds: float = 0.0


def note_call(call: Call) -> None:
    """Note a call. The log has no values, and an answer is given even if nothing can be recorded."""
    _log.info(
        "A question by %s had the status %d and %s rows",
        call.door,
        call.status,
        "no" if call.rows is None else call.rows,
        extra={
            "who": call.caller.name,
            "act": call.act,
            "statement": call.operation,
            "seconds": round(call.seconds, 3),
        },
    )
    with suppress(AuditError):  # the record logs and counts what it could not write
        record(
            call.act,
            who=call.caller.name,
            role=call.caller.role or "",
            object_id=call.operation,
            outcome=_outcome(call.status),
            why="" if call.status == 200 else TITLES.get(call.status, ""),
            details={"by": call.door, **_asked(call.values)},
        )


def _asked(values: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in values.items() if value not in (None, "", [])}


def _outcome(status: int) -> Outcome:
    if status == 200:
        return Outcome.DONE
    return Outcome.REFUSED if status in _REFUSED else Outcome.FAILED
