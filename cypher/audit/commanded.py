"""Records the commands of ``konstelasi`` that read or change the graph, the sources or the record itself.

Commands that the app starts for a reader get that reader's name and role from the environment.
"""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from cypher import logs
from cypher.audit.entry import Outcome
from cypher.audit.recording import record, refuse_unrecorded
from cypher.audit.writing import AuditError
from cypher.errors import UsageError

WHO, ROLE = "KONSTELASI_AUDIT_WHO", "KONSTELASI_AUDIT_ROLE"
"""The variables with the reader for whom the app starts a command."""

AT_THE_COMMAND_LINE = "command line"
"""What stands in place of a role for whoever types a command."""

_GROUPS = frozenset({"alerts", "sources", "judgements", "brief", "db", "audit", "tokens"})
"""The commands whose first word is another command."""

_READING = frozenset(
    {
        *("query", "cypher", "search", "notes", "verdicts", "digest"),
        *("alerts list", "sources list", "judgements export", "brief list", "brief export", "audit export"),
        *("db check", "db hash", "db status", "tokens list"),
    }
)
_CHANGING = frozenset(
    {
        *("ingest", "follow", "import", "reread", "annotate", "note", "claim", "learn"),
        *("alerts", "sources", "judgements", "brief", "db", "tokens"),
    }
)
_READ_ONLY = frozenset({"--list", "--history"})
"""The options with which a command that changes something only reads."""

_BESIDE_THE_GRAPH = frozenset({"--dry-run", "--neo4j-files"})
"""The options with which an import touches no graph."""

LONG = frozenset(
    {
        *("ingest", "follow", "import", "reread", "alerts send"),
        *("db backup", "db restore", "db copy", "db hash"),
    }
)
"""What is also recorded when it begins."""

DID, LEFT = "did", "left out"
"""The details that say how many things a command did, and how many it could not."""

_about: list[str] = []
_details: dict[str, str] = {}
_numbers: dict[str, str] = {}


def about(*object_ids: str, **details: str) -> None:
    """Say what the running command reads or changes and what was asked, for its entry."""
    _about[:] = object_ids
    _details.clear()
    _details.update(details)


def note_numbers(did: int, left: int) -> None:
    """Say how many things the running command did and how many it could not, for its entry.

    One that did something has not failed, whatever its exit code says of the others.
    """
    _numbers.update({DID: str(did), LEFT: str(left)})


@contextmanager
def commanded(words: Sequence[str]) -> Iterator[None]:
    """Record how the command with these words ends; wrong usage and dry runs are no acts.

    Raises `AuditError` before a command that changes something and could not be recorded.
    """
    act = act_of(words)
    if act is None:
        yield
        return
    reads, helps = act in _READING or bool(_READ_ONLY & {*words}), "--help" in words
    about()
    _numbers.clear()
    if not reads and not helps:
        refuse_unrecorded()
    if act in LONG and not helps:
        _note(act, Outcome.BEGUN, "", reads=reads)
    outcome, why = Outcome.FAILED, "interrupted"
    try:
        yield
        outcome, why = Outcome.DONE, ""
    except SystemExit as end:
        did_some = _numbers.get(DID, "0") != "0"
        outcome = Outcome.FAILED if end.code and not did_some else Outcome.DONE
        why = f"exit code {end.code}" if end.code else ""
        raise
    except Exception as error:
        why = type(error).__name__
        if isinstance(error, UsageError):
            outcome = Outcome.REFUSED
        raise
    finally:
        has_run = not helps or _about or _details  # --help may also be the text of a note
        if why != "exit code 2" and has_run:
            _note(act, outcome, why, reads=reads)


def act_of(words: Sequence[str]) -> str | None:
    """Return the name of the act, None for commands that touch nothing."""
    if not words or (words[0] == "import" and _BESIDE_THE_GRAPH & {word.partition("=")[0] for word in words}):
        return None
    name = " ".join(words[: 2 if words[0] in _GROUPS else 1])
    if words[0] in _GROUPS and (len(words) == 1 or words[1].startswith("-")):
        return None
    return name if words[0] in _CHANGING or name in _READING else None


def signed(who: str, role: str) -> Mapping[str, str]:
    """Return the environment with which a command is recorded as somebody's.

    Its log is plain text, because the app reads what it says.
    """
    return {**os.environ, WHO: who, ROLE: role, logs.VARIABLE: ""}


def who() -> str:
    """Return who runs the command: the reader for whom the app has started it, or the user of the machine."""
    return os.environ.get(WHO) or getpass.getuser()


def _note(act: str, outcome: Outcome, why: str, *, reads: bool) -> None:
    process = {"process": str(os.getpid())} if outcome is Outcome.BEGUN else {}
    try:
        record(
            act,
            who=who(),
            role=os.environ.get(ROLE) or AT_THE_COMMAND_LINE,
            object_id=", ".join(_about),
            outcome=outcome,
            why=why,
            details={**_details, **_numbers, **process},
            durable=not reads,
        )
    except AuditError as error:
        sys.stderr.write(f"konstelasi: {error}\n")
