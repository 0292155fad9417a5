"""Lines of the log: plain text, or one JSON object a line if ``KONSTELASI_LOG`` is json.

Messages may quote text from the news. It never begins a line of its own, and no terminal obeys it.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from collections.abc import Mapping
from datetime import UTC, datetime

VARIABLE = "KONSTELASI_LOG"

FIELDS = ("who", "act", "source", "document", "statement", "seconds", "error")
"""The fields that a line has besides its message, given by ``extra``."""

PACKAGES = ("cypher", "ingest", "explorer")

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys or a reader takes for the end of a line, except line breaks and tabs."""


def wants_json(environment: Mapping[str, str] | None = None) -> bool:
    """Whether the log is to be JSON."""
    values = os.environ if environment is None else environment
    return values.get(VARIABLE, "").strip().lower() == "json"


class AsJson(logging.Formatter):
    """One JSON object a line, in ASCII: time in UTC, level, logger, message, and the fields that it has."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        content: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
        }
        content |= {name: value for name in FIELDS if (value := getattr(record, name, None)) is not None}
        if record.exc_info:
            content["exception"] = self.formatException(record.exc_info)
        return json.dumps(content, default=str)


class AsText(logging.Formatter):
    """Plain text: a message stays on one line; only the traceback of an error has several."""

    default_msec_format = "%s.%03d"

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record, with the traceback of an error below it."""
        bare = logging.makeLogRecord(record.__dict__)
        bare.msg, bare.args = cleaned(_message(record)).replace("\n", "\\n"), ()
        bare.exc_text = cleaned(self.formatException(record.exc_info)) if record.exc_info else None
        return super().format(bare)


def cleaned(text: str) -> str:
    """Return text without characters that a terminal obeys."""
    return _OBEYED.sub("\ufffd", text)


def formatter(text_format: str = "%(message)s") -> logging.Formatter:
    """Return the formatter that the environment asks for; `text_format` is that of plain text."""
    return AsJson() if wants_json() else AsText(text_format)


def set_up() -> None:
    """Write the lines of this program to standard error: warnings as text, also what is told as JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(formatter())
    for name in PACKAGES:
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.propagate = False
        logger.setLevel(logging.INFO if wants_json() else logging.WARNING)


def say(line: str, level: int = logging.INFO) -> None:
    """Write what a command tells people on standard error, as a line of the log if that is JSON."""
    if wants_json():
        record = logging.LogRecord("konstelasi", level, "", 0, "%s", (line,), None)
        line = AsJson().format(record)
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        return f"{record.msg} {record.args}"
