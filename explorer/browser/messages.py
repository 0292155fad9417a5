"""The messages between Python and the listener of the whole page, as JSON values.

`explorer/types/messages.d.ts` has the same types for the JavaScript. It is written from these classes.
"""

from __future__ import annotations

from typing import TypedDict


class BrowserData(TypedDict):
    """What Python sends.

    `name` is the name of the cookie of who judges, `reader` its value in this session. `cookies` are to be
    kept; `token` differs each time.
    """

    name: str
    reader: str
    token: str
    cookies: dict[str, str]


class BrowserTriggers(TypedDict):
    """What the page reports for one run. `reader` is the cookie that another tab has written."""

    reader: str
    undo: bool
    redo: bool
    search: bool
