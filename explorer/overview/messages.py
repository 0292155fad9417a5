"""The messages between Python and the overview in the browser, as JSON values.

`explorer/types/messages.d.ts` has the same types for the JavaScript. It is written from these classes.
"""

from __future__ import annotations

from typing import TypedDict

from explorer.acts.opening import OpenEntity, OpenTogether


class OverviewGroup(TypedDict):
    """A group of nodes of one colour, as the legend names it."""

    label: str
    colour: str
    count: int


class OverviewColouring(TypedDict):
    """A way to colour nodes. `of` has the index of the group of each node."""

    groups: list[OverviewGroup]
    of: list[int]


class OverviewSign(TypedDict):
    """A sign of pairs, with the number of pairs that have it."""

    label: str
    colour: str
    count: int


class OverviewPicture(TypedDict):
    """What is drawn. Lists about nodes are parallel, those with most partners first.

    `x` grows to the right, `y` upwards. `ends` has the indexes of both nodes of each pair, one after the
    other; `signs` the index of the sign of each pair.
    """

    ids: list[str]
    names: list[str]
    kinds: list[str]
    x: list[int]
    y: list[int]
    degrees: list[int]
    ends: list[int]
    signs: list[int]
    sign_looks: list[OverviewSign]
    colourings: dict[str, OverviewColouring]


class OverviewData(TypedDict):
    """What Python sends.

    `picture` is an `OverviewPicture` as JSON text, `colour` the name of the colouring to use, `most` the
    number of nodes that the network opens at most, and `height` is in pixels, or a CSS length.
    """

    picture: str
    colour: str
    most: int
    height: int | str
    note: str
    texts: dict[str, str]


class OverviewTriggers(TypedDict):
    """What the overview reports for one run."""

    act: OpenTogether | OpenEntity
