"""The audit record as a file, for admins."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

import streamlit as st

from cypher.audit.reading import Only
from cypher.audit.table import csv_lines, json_lines
from cypher.bolt.settings import home_from_environment
from cypher.database.export import safe_cell
from explorer.elements import draw_elements, element
from explorer.phrases import say
from explorer.view import session
from explorer.view.audited import Deed, signature

DAYS = 31
"""The days whose entries the files have."""

_FORMS = {"csv": "text/csv", "jsonl": "application/x-ndjson"}


def draw_audit_export() -> None:
    """Draw the buttons that save the record of the last days."""
    words, today = session.words(), datetime.now(UTC).date()
    since = today - timedelta(days=DAYS - 1)
    lead = say(
        "Who read and changed what in the last {days} days. The command konstelasi audit export writes all, "
        "and konstelasi audit check finds whether a line was altered.",
        days=DAYS,
    )
    head = element("h3", say("The audit record"))
    draw_elements(head, element("p", lead, look="lead"), key="audit head")
    with st.container(horizontal=True, key="audit files"):
        for ending, media_type in _FORMS.items():
            st.download_button(
                words("Download as {format}", format=ending.upper()),
                signature().exporting(
                    Deed("export audit record", ending, {"since": since.isoformat()}),
                    partial(_written, ending, Only(since=since)),
                ),
                file_name=f"konstelasi-audit-{since}-{today}.{ending}",
                mime=media_type,
                icon=":material/download:",
                on_click="ignore",
                key=f"audit {ending}",
            )


def _written(ending: str, only: Only) -> bytes:
    home = home_from_environment()
    found = csv_lines(home, only, safe_cell) if ending == "csv" else json_lines(home, only)
    return "".join(found).encode()
