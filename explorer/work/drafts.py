"""Keeps what readers are writing until it is saved or discarded, also over a reload of the page.

Each kind of draft is registered by the room that has its form. The kind says what is written at present; what
has changed is kept on the server (`explorer.work.draft_files`) whenever a part of the page has been drawn.
A new session of the same browser under the same name begins with it, and says so above the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import streamlit as st

from cypher.bolt.settings import Settings
from explorer.acts import perform
from explorer.acts.drafts import DiscardDraft, HideDraft, OpenDraft
from explorer.browser import BROWSER, cookie
from explorer.elements import Element, draw_elements, element
from explorer.phrases import Said, say
from explorer.view import keys, session
from explorer.work.draft_files import DraftFiles, sweep

Name: TypeAlias = tuple[str, str]
"""The name of a kind, and that of a draft within it."""

_SHOWN = 60
"""The number of characters of a draft by which the reader knows it again."""


@dataclass(frozen=True, slots=True)
class DraftKind:
    """A kind of draft. Drafts are JSON values with names; they hold what the reader typed, as text.

    `taken` returns those that the session has now, `put` restores one into the session, and `drop` forgets
    one. `said` says what a draft is. `show` opens its page; None if the form is wherever it is used.
    """

    taken: Callable[[], Mapping[str, Any]]
    put: Callable[[str, Any], None]
    drop: Callable[[str], None]
    said: Callable[[Any], Said]
    show: Callable[[str, Any], None] | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    """Whose drafts the session has, which of them are on the disk, and which it was not given by typing."""

    files: DraftFiles
    written: Mapping[Name, Any]
    restored: frozenset[Name] = frozenset()


_KINDS: dict[str, DraftKind] = {}


def register(name: str, kind: DraftKind) -> None:
    """Have a kind of draft kept."""
    _KINDS[name] = kind


def follow_reader() -> None:
    """Restore the drafts of the reader at the first run, and after the name has changed.

    The drafts of the name before are put away. Those of a reader without a name go with the name.
    """
    kept, files = _kept(), _files()
    if kept and kept.files == files:
        return
    if kept is None:
        sweep(files.root)
    elif kept.files.author:
        keep_drafts()
        for kind, name in _present():
            _KINDS[kind].drop(name)
    else:
        for each in kept.written:
            kept.files.remove(_text(each))
    present, restored = _present(), set()
    found = {_name(text): value for text, value in files.read().items()}
    for each, value in found.items():
        if each not in present and _is_put(each, value):
            restored.add(each)
    st.session_state[keys.DRAFTS] = _Kept(files, found, frozenset(restored))


def _is_put(name: Name, value: object) -> bool:
    """Restore a draft; return whether it could be read. One of another version of the program may not."""
    kind = _KINDS.get(name[0])
    try:
        if kind:
            kind.put(name[1], value)
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
    return kind is not None


def keep_drafts() -> None:
    """Write the drafts that have changed, and remove those that were saved or discarded."""
    kept = _kept()
    if kept is None or kept.files != _files():
        return
    present = _present()
    for each, value in present.items():
        if kept.written.get(each) != value:
            kept.files.write(_text(each), value)
    for each in kept.written.keys() - present.keys():
        kept.files.remove(_text(each))
    if present != kept.written:
        st.session_state[keys.DRAFTS] = replace(
            kept, written=present, restored=kept.restored & present.keys()
        )


def point_out(kind: str, name: str) -> None:
    """Say above the page that there is a draft, which the reader does not see at present."""
    kept = _kept()
    if kept:
        st.session_state[keys.DRAFTS] = replace(kept, restored=kept.restored | {(kind, name)})


def draw_restored() -> None:
    """Say above the page which drafts were restored, with ways to open and to discard each."""
    kept = _kept()
    with st.container(key="restored drafts"):  # always there, so that nothing below it moves
        present = _present() if kept and kept.restored else {}
        shown = [each for each in present if kept and each in kept.restored]
        if shown:
            draw_elements(*(_line(each, present[each]) for each in shown), key="restored lines")


def _line(name: Name, value: object) -> Element:
    kind = _KINDS[name[0]]
    said = say("Restored, not saved yet: {what}", what=kind.said(value))
    return element(
        "div",
        element("span", said),
        element(
            "span",
            element("button", say("Open"), look="act", act=OpenDraft(*name)) if kind.show else None,
            element("button", say("Discard"), look="act", act=DiscardDraft(*name)),
            element("button", say("Hide"), look="act", act=HideDraft(*name)),
            look="row",
        ),
        look="notice spread",
    )


def beginning(text: str) -> str:
    """Return the beginning of a text, in one line, by which its reader knows it again."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


@perform.register
def _open(act: OpenDraft) -> None:
    kind, present = _KINDS.get(act.kind), _present()
    if kind and kind.show and (act.kind, act.name) in present:
        kind.show(act.name, present[act.kind, act.name])


@perform.register
def _discard(act: DiscardDraft) -> None:
    if (act.kind, act.name) in _present():
        _KINDS[act.kind].drop(act.name)
        keep_drafts()


@perform.register
def _hide(act: HideDraft) -> None:
    kept = _kept()
    if kept:
        st.session_state[keys.DRAFTS] = replace(kept, restored=kept.restored - {(act.kind, act.name)})


def _present() -> dict[Name, Any]:
    return {(name, each): value for name, kind in _KINDS.items() for each, value in kind.taken().items()}


def _kept() -> _Kept | None:
    found: _Kept | None = st.session_state.get(keys.DRAFTS)
    return found


def _files() -> DraftFiles:
    root = Settings.from_environment().home / "drafts"
    return DraftFiles(root, cookie(BROWSER) or "", session.reader_name())


def _text(name: Name) -> str:
    return " ".join(name)


def _name(text: str) -> Name:
    kind, _, name = text.partition(" ")
    return kind, name
