"""Keeps changes of briefs that are not saved, and own text that is being written, over a reload of the page.

Of a changed brief only what differs from its saved version is kept: the ids of its parts, and the content of
new ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from cypher.briefs.items import item_of
from cypher.briefs.reading import Brief, read_brief
from cypher.errors import KonstelasiError
from explorer.briefs.drafts import change, choose_brief, drafts, drop, open_brief
from explorer.phrases import Said, say
from explorer.reads.connections import reader
from explorer.view import keys, session
from explorer.work.drafts import DraftKind, beginning, register


def _changed() -> dict[str, dict[str, Any]]:
    return {name: _as_json(brief) for name, brief in drafts().items() if name}


def _as_json(brief: Brief) -> dict[str, Any]:
    return {
        "title": brief.title,
        "shared": brief.shared,
        "version": brief.version,
        "items": {item.id: item.content for item in brief.items},
    }


def _change(name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
    """Restore a changed brief; nothing of one whose version can no longer be read."""
    try:
        saved = read_brief(reader(), name, int(value["version"]))
        items = tuple(item_of(id_, content) for id_, content in value["items"].items())
    except KonstelasiError as error:
        raise ValueError(name) from error
    title, shared = str(value["title"]), bool(value["shared"])
    change(Brief(title, items, name, saved.version, saved.owner, saved.author, shared, saved.retired))


def _said_changed(value: Any) -> Said:  # noqa: ANN401 - a JSON value
    return say("changes of the brief “{title}”", title=value["title"])


def _show_brief(name: str, _value: object) -> None:
    session.open_page("briefs", {"brief": name})


def _texts() -> dict[str, Mapping[str, str]]:
    """Return own text that was typed: that of a new part, and that of the part that is edited."""
    typed = {"new": st.session_state.get(keys.BRIEF_TYPED), "part": st.session_state.get(keys.BRIEF_PART)}
    return {name: value for name, value in typed.items() if value and any(_words(value))}


def _words(value: Mapping[str, str]) -> tuple[str, str]:
    return value.get(keys.BRIEF_HEADING, "").strip(), value.get(keys.BRIEF_TEXT, "").strip()


_KEYS = {"new": keys.BRIEF_TYPED, "part": keys.BRIEF_PART}


def _put_text(name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
    st.session_state[_KEYS[name]] = {str(key): str(text) for key, text in value.items()}


def _said_text(value: Any) -> Said:  # noqa: ANN401 - a JSON value
    return say("text for a brief, “{beginning}”", beginning=beginning(" ".join(_words(value))))


def _show_text(_name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
    brief = value.get(keys.BRIEF) or open_brief()
    session.open_page("briefs", {"brief": brief} if brief else {})


def _drop_brief(name: str) -> None:
    drop(name)
    if name == open_brief():
        choose_brief(name)


register("brief", DraftKind(_changed, _change, _drop_brief, _said_changed, _show_brief))
register(
    "text",
    DraftKind(
        _texts, _put_text, lambda name: st.session_state.pop(_KEYS[name], None), _said_text, _show_text
    ),
)
