"""A small, closed document model for content that may contain text from the news.

Streamlit's own text elements parse Markdown, but text from the news must never be parsed as markup. An
`Element` contains strings and other elements. The front end creates only allowed tags and sets strings as
text, so the reader sees ``<img onerror=…>`` in a headline as exactly these characters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from explorer.acts import Act
from explorer.identity.roles import Right
from explorer.phrases import Said, said
from explorer.words import Words

Tag: TypeAlias = Literal[
    "article", "button", "dd", "details", "div", "dl", "dt", "em", "h2", "h3", "h4", "li", "mark",
    "ol", "p", "section", "small", "span", "strong", "summary", "table", "tbody", "td", "th", "thead",
    "time", "tr", "ul",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Focus:
    """A click that the browser handles: it moves the keyboard focus.

    The focus goes to the first text area, or else the first input field, of the container with this key.
    """

    container: str

    def as_json(self) -> dict[str, object]:
        """Return it as plain values."""
        return {"focus": self.container}


@dataclass(frozen=True, slots=True)
class Save:
    """A click that the browser handles: it saves the drawing in the container with this key as a file.

    `name` is the name of the file without its ending.
    """

    container: str
    form: Literal["png", "svg"]
    name: str

    def as_json(self) -> dict[str, object]:
        """Return it as plain values."""
        return {"save": self.container, "form": self.form, "name": self.name}


@dataclass(frozen=True, slots=True)
class CopyLink:
    """A click that the browser handles: it copies the address of the page.

    Then it says `copied`, or `refused` if it could not, both in the reader's language.
    """

    copied: str
    refused: str

    def as_json(self) -> dict[str, object]:
        """Return it as plain values."""
        return {"copied": self.copied, "refused": self.refused}


Click: TypeAlias = Act | Focus | Save | CopyLink
"""What a click on an element does."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the page. `look` has classes of ``paper.css``, `hint` is its tooltip and accessible name.

    `act` is what a click on it does. `keys` are keyboard shortcuts for that click, ignored while the reader
    is typing in a field.
    """

    tag: Tag | Literal["a"]
    children: tuple[Child, ...] = ()
    look: str = ""
    act: Click | None = None
    href: str | None = None
    hint: Said | None = None
    keys: str = ""

    def as_json(self, words: Words) -> dict[str, object]:
        """Return the element as plain values for the front end, without empty ones, in a language."""
        children = [
            child.as_json(words) if isinstance(child, Element) else said(child, words)
            for child in self.children
        ]
        full: dict[str, object] = {
            "tag": self.tag,
            "look": self.look,
            "act": self.act.as_json() if self.act else None,
            "href": self.href,
            "hint": said(self.hint, words) if self.hint else None,
            "keys": self.keys,
            "children": [child for child in children if child],
        }
        return {name: value for name, value in full.items() if value}

    def text(self, words: Words | None = None) -> str:
        """Return all text in the element, in reading order, in English or another language."""
        words = words or Words()
        return "".join(
            child.text(words) if isinstance(child, Element) else said(child, words) for child in self.children
        )


Child: TypeAlias = Element | Said


def offered(part: Element, allows: Callable[[Right], bool]) -> Element | None:
    """Return the element without the acts that `allows` refuses; buttons for them are left out."""
    act = part.act
    if isinstance(act, Act) and not allows(act.needs):
        if part.tag == "button":
            return None
        act = None
    children = (offered(child, allows) if isinstance(child, Element) else child for child in part.children)
    return replace(part, act=act, children=tuple(child for child in children if child is not None))


def element(
    tag: Tag,
    *children: Child | None,
    look: str = "",
    act: Click | None = None,
    hint: Said | None = None,
) -> Element:
    """Build an element. Children that are None or empty are left out."""
    return Element(tag, tuple(child for child in children if child), look, act, None, hint)


def key_button(label: Said, keys: str, act: Click, look: str = "") -> Element:
    """Build a button with keyboard shortcuts. The first of `keys` is shown on it."""
    shown = element("span", keys[0].upper(), look="key")
    return Element("button", (label, shown), look, act, keys=keys)


def link(url: str | None, *children: Child, look: str = "link") -> Element:
    """Build a link that opens in a new tab. If `url` is not a web address, only its text is shown."""
    if url is None or not is_web_address(url):
        return Element("span", children)
    return Element("a", children, look, href=url)


def is_web_address(url: str) -> bool:
    """Return whether a link may lead there: an address of the web with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:  # for example an unclosed bracket of an IPv6 host
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
