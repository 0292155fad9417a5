"""Days that an address can name and the fields of the page can hold."""

from __future__ import annotations

from datetime import date

EARLIEST = date(1900, 1, 1)
"""The first day of every field for a day; Streamlit cannot draw a field with an earlier one."""


def day_of(text: str | None) -> date | None:
    """Return the day that an ISO text means; None if it is none, or an earlier one than fields hold."""
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if day >= EARLIEST else None


def day_text(text: str | None) -> str | None:
    """Return the day that an ISO text means, as a text of one form; None as for `day_of`."""
    day = day_of(text)
    return day.isoformat() if day else None
