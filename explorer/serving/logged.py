"""Lets the lines of Streamlit and uvicorn go through the formatter of this program's log."""

from __future__ import annotations

import logging
from typing import Any

import streamlit.logger
import uvicorn.config

from cypher import logs

SLOW = 1.0
"""Seconds from which a statement is told in the log, if that is JSON."""

_STREAMLIT = "%(asctime)s %(message)s"
_UVICORN = "%(levelname)s:     %(message)s"
_log = logging.getLogger(__name__)


def adopt_servers() -> None:
    """Give the loggers of Streamlit and uvicorn, present and future, the formatter of the log."""
    formatters: dict[str, Any] = uvicorn.config.LOGGING_CONFIG["formatters"]
    for each in formatters.values():
        each.clear()
        each["()"] = _of_uvicorn
    usual = streamlit.logger.setup_formatter

    def set_up(logger: logging.Logger) -> None:
        usual(logger)
        for handler in logger.handlers:
            handler.setFormatter(logs.formatter(_STREAMLIT))

    streamlit.logger.setup_formatter = set_up
    streamlit.logger.update_formatter()


def _of_uvicorn(use_colors: bool | None = None) -> logging.Formatter:
    """Return the formatter for uvicorn, which says whether it wants colours; there are none."""
    return logs.formatter(_UVICORN)


def tell_statement(name: str, seconds: float, failure: str) -> None:
    """Tell a statement that took long or failed; in plain text they would only be noise."""
    if failure or seconds >= SLOW:
        said = "%s failed after %.2f s" if failure else "%s took %.2f s"
        fields = {"statement": name, "seconds": round(seconds, 3), "error": failure or None}
        _log.info(said, name, seconds, extra=fields)
