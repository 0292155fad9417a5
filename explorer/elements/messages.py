"""The messages between Python and the elements in the browser, as JSON values.

`explorer/types/messages.d.ts` has the same types for the JavaScript. It is written from these classes.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict


class SentElement(TypedDict):
    """An `Element`, without its empty fields. `act` has the name of an act and the id of its subject."""

    tag: str
    look: NotRequired[str]
    act: NotRequired[tuple[str, str]]
    href: NotRequired[str]
    hint: NotRequired[str]
    keys: NotRequired[str]
    children: NotRequired[list[SentElement | str]]


class ElementsData(TypedDict):
    """What Python sends. `subject` identifies what the content is about."""

    subject: str
    content: list[SentElement]


class SentAct(TypedDict):
    """An element with an act was clicked."""

    name: str
    subject: str


class ElementsTriggers(TypedDict):
    """What the elements report for one run."""

    act: SentAct
