"""A closed, tiny document model: what may stand on a paper, and nothing else.

Streamlit's own text elements read Markdown, and news must never be read as markup. An `Element` carries
strings and other elements; the front end creates each by a whitelisted tag and sets its text, so that
``<img onerror=…>`` in a headline is seen by the reader as exactly these characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import urlsplit

Tag: TypeAlias = Literal[
    "article", "button", "dd", "details", "div", "dl", "dt", "em", "h2", "h3", "h4", "li", "mark",
    "ol", "p", "section", "small", "span", "strong", "summary", "table", "tbody", "td", "th", "thead",
    "time", "tr", "ul",
]  # fmt: skip


FOCUS = "focus"


class Act(NamedTuple):
    """What a click tells Python: the name of the act and the id of its object."""

    name: str
    subject: str


@dataclass(frozen=True, slots=True)
class Element:
    """One element; `look` is a class of ``paper.css``, `hint` its tooltip and accessible name.

    `keys` are the keys that do what a click on it does, while nobody is typing. An act called `FOCUS` is done
    in the browser: it puts the cursor into the first text area or field of the container of that key.
    """

    tag: Tag | Literal["a"]
    children: tuple[Child, ...] = ()
    look: str = ""
    act: Act | None = None
    href: str | None = None
    hint: str | None = None
    keys: str = ""

    def as_json(self) -> dict[str, object]:
        """Plain values for the front end; what is empty is left out."""
        full: dict[str, object] = {
            "tag": self.tag,
            "look": self.look,
            "act": list(self.act) if self.act else None,
            "href": self.href,
            "hint": self.hint,
            "keys": self.keys,
            "children": [child if isinstance(child, str) else child.as_json() for child in self.children],
        }
        return {name: value for name, value in full.items() if value}

    def text(self) -> str:
        """All the words in it, in reading order."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


Child: TypeAlias = Element | str


def element(
    tag: Tag, *children: Child | None, look: str = "", act: Act | None = None, hint: str | None = None
) -> Element:
    """An element of `children`; those that are None or empty are left out."""
    return Element(tag, tuple(child for child in children if child), look, act, None, hint)


def key_button(label: str, keys: str, act: Act, look: str = "") -> Element:
    """A button that `keys` press too, the first of which stands on it."""
    shown = element("span", keys[0].upper(), look="key")
    return Element("button", (label, shown), look, act, keys=keys)


def link(url: str | None, *children: Child, look: str = "link") -> Element:
    """A link that opens beside the app, or the bare words when `url` is not an address of the web."""
    if url is None or not _is_web_address(url):
        return Element("span", children)
    return Element("a", children, look, href=url)


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # such as an unclosed bracket of an IPv6 host
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
