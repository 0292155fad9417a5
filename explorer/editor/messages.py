"""The messages between Python and the editor in the browser, as JSON values.

`explorer/types/messages.d.ts` has the same types for the JavaScript. It is written from these classes.
"""

from __future__ import annotations

from typing import TypedDict


class SentMistake(TypedDict):
    """A `Mistake`."""

    text: str
    line: int
    column: int
    said: str


class Vocabulary(TypedDict):
    """The names that the editor completes."""

    labels: list[str]
    types: list[str]
    properties: list[str]
    values: list[str]
    words: list[str]


class Insertion(TypedDict):
    """A text to insert at the cursor, once. `n` differs each time."""

    n: int
    text: str


class EditorData(TypedDict):
    """What Python sends. `label` is the accessible name of the editor."""

    text: str
    label: str
    vocabulary: Vocabulary
    mistake: SentMistake | None
    insertion: Insertion | None


class EditorStates(TypedDict):
    """What the editor reports and Streamlit keeps until it changes."""

    text: str


class RunEvent(TypedDict):
    """The text is to be run. `n` differs each time."""

    n: float


class EditorTriggers(TypedDict):
    """What the editor reports for one run."""

    run: RunEvent
