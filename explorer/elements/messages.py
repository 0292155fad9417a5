"""The messages between Python and the elements in the browser, as JSON values.

`explorer/types/messages.d.ts` has the same types for the JavaScript. It is written from these classes.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict


class SentAct(TypedDict):
    """An act of `explorer.acts`: the name of its class, and beside it the fields of the class."""

    act: str


class SentFocus(TypedDict):
    """A `Focus`, which the browser handles: the key of the container that gets the focus."""

    focus: str


class SentSave(TypedDict):
    """A `Save`, which the browser handles: the key of the container of a drawing, and the file to save."""

    save: str
    form: Literal["png", "svg"]
    name: str


class SentCopyLink(TypedDict):
    """A `CopyLink`, which the browser handles: what it says after it has copied the address, or could not."""

    copied: str
    refused: str


class SentElement(TypedDict):
    """An `Element`, without its empty fields."""

    tag: str
    look: NotRequired[str]
    act: NotRequired[SentAct | SentFocus | SentSave | SentCopyLink]
    href: NotRequired[str]
    hint: NotRequired[str]
    keys: NotRequired[str]
    children: NotRequired[list[SentElement | str]]


class ElementsData(TypedDict):
    """What Python sends. `subject` identifies what the content is about."""

    subject: str
    content: list[SentElement]


class ElementsTriggers(TypedDict):
    """What the elements report for one run: the act of the element that was clicked."""

    act: SentAct
