"""Why a question of a program has no answer, in the form of RFC 9457 (``application/problem+json``)."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from starlette.responses import JSONResponse

from cypher.errors import (
    BusyError,
    DatabaseError,
    KonstelasiError,
    NewerGraphError,
    OlderGraphError,
    StatementCancelledError,
    StatementMemoryError,
    StatementTimeoutError,
    UnavailableError,
    UnfinishedGraphError,
    UsageError,
    WriteRefusedError,
)

MEDIA_TYPE = "application/problem+json"

FRESH = {"cache-control": "no-store"}
"""The headers of all answers: what the graph says changes, and what somebody may read as well."""

TITLES: Mapping[int, str] = {
    400: "The request cannot be read",
    401: "Nobody is signed in",
    403: "This is not allowed",
    404: "There is no such thing",
    405: "Only reading is possible",
    422: "A parameter does not fit",
    429: "Too many questions",
    500: "The server made a mistake",
    503: "The graph cannot answer now",
    504: "The answer takes too long",
}
"""What each status means here."""

OFF = "The interface for programs is switched off by KONSTELASI_INTERFACE=0. Ask whoever runs this server."
"""What is said where the interface is switched off."""

_SOON = 5
"""Seconds after which a question that the database could not answer may be asked again."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A parameter whose value does not fit, with the reason and what would fit."""

    parameter: str
    detail: str


@dataclass(eq=False)
class Problem(Exception):  # noqa: N818 - the word of the RFC
    """Why there is no answer: a status, and what happened and what to do; `help` is an address to read.

    `wait` is the number of seconds after which the same question may be asked again.
    """

    status: int
    detail: str
    errors: Sequence[Misfit] = ()
    help: str | None = None
    wait: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def content(self) -> dict[str, object]:
        """Return the members of the answer."""
        found: dict[str, object] = {
            "type": "about:blank",
            "title": TITLES.get(self.status, "The question has no answer"),
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            found["errors"] = [{"parameter": e.parameter, "detail": e.detail} for e in self.errors]
        return found | ({"help": self.help} if self.help else {})

    def response(self) -> JSONResponse:
        """Return the answer by HTTP."""
        wait = {"retry-after": str(self.wait)} if self.wait else {}
        return JSONResponse(
            self.content(), self.status, {**FRESH, **self.headers, **wait}, media_type=MEDIA_TYPE
        )


def misfitting(errors: Sequence[Misfit], help_at: str | None = None) -> Problem:
    """Return the problem of parameters that do not fit."""
    return Problem(422, " ".join(each.detail for each in errors), errors, help_at)


def problem_of(error: KonstelasiError) -> Problem:
    """Return the problem that an error is for a program.

    It names no address or user of the database: the log has the whole error.
    """
    if isinstance(error, UsageError):
        return Problem(422, str(error))
    _log.warning("A question could not be answered: %s", error)
    if isinstance(error, StatementTimeoutError):
        return Problem(504, f"{error} Ask for less: a shorter period, fewer entities, a lower limit.")
    if isinstance(error, StatementMemoryError):
        return Problem(503, f"{error} Ask for less: a shorter period, fewer entities, a lower limit.")
    if isinstance(error, BusyError | StatementCancelledError | WriteRefusedError):
        return Problem(503, str(error), wait=_SOON)
    for kind, detail in _ILL.items():
        if isinstance(error, kind):
            return Problem(503, f"{detail} Ask again later, or ask whoever runs this server.", wait=_SOON)
    return Problem(500, "The question failed. The log of the server says why.")


_ILL: Mapping[type[KonstelasiError], str] = {
    NewerGraphError: "The graph was made by another version of Konstelasi.",
    OlderGraphError: "The graph was made by another version of Konstelasi.",
    UnfinishedGraphError: "The graph is being filled by a copy or a restore.",
    UnavailableError: "The database does not answer.",
    DatabaseError: "The database refused the question.",
}
