"""What one reader has chosen, kept in Streamlit's session and in the address bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NoReturn

import streamlit as st

from cypher.model.graph import Lens
from cypher.model.lens import lens_parameter
from explorer.view import address, keys, undo
from explorer.view.clock import KNOWN_BY, known_by, stand_on
from explorer.view.reader import author, forget_refusal, know_browser, reader_name
from explorer.view.state import Expansion, View
from explorer.view.undo_list import STEP
from explorer.words import LANGUAGES, Words

__all__ = ["author", "reader_name"]

_SHARED = ("page", "lens", "language", KNOWN_BY)
_REMEMBERED = 4

_NO_AUTHOR = " "  # nothing can be recorded under a blank name, so that this lens sees nothing

MOST_STEPS = 200
"""Steps that the reader can go back."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The pictures that the reader has been through."""

    view: View
    past: tuple[View, ...] = ()
    future: tuple[View, ...] = ()

    def go(self, view: View) -> Trail:
        """On to another view; a mere selection does not count as a step."""
        if view.drawn() == self.view.drawn():
            return replace(self, view=view)
        return Trail(view, (*self.past, self.view)[-MOST_STEPS:])

    def jump(self, place: int) -> Trail:
        """To one of the views before, counted from the first; the ones after it can be gone on to."""
        steps = (*self.past, self.view, *self.future)
        return Trail(steps[place], steps[:place], steps[place + 1 :])

    def back(self) -> Trail:
        """The view before, if there is one."""
        return self.jump(len(self.past) - 1) if self.past else self

    def forward(self) -> Trail:
        """The view that `back` left, if there is one."""
        return self.jump(len(self.past) + 1) if self.future else self


def trail() -> Trail:
    """The reader's trail on the network page."""
    found: Trail = st.session_state.setdefault(keys.TRAIL, Trail(View()))
    return found


def view() -> View:
    """What the network page shows."""
    return trail().view


def go(view: View) -> None:
    """Show another view."""
    before = trail()
    st.session_state[keys.TRAIL] = before.go(view)
    if trail().past is not before.past:
        undo.did(STEP)


def step(backwards: bool) -> None:
    """One step back or forward."""
    _walk(trail().back() if backwards else trail().forward())


def jump(place: int) -> None:
    """Back to one of the steps of the trail, counted from the first."""
    if place < len(trail().past):
        _walk(trail().jump(place))


def _walk(there: Trail) -> None:
    """Go along the trail."""
    steps = len(there.past) - len(trail().past)
    st.session_state[keys.TRAIL] = there
    list_ = undo.undo_list()
    for _ in range(abs(steps)):
        list_ = list_.stepped(backwards=steps < 0)
    undo.keep(list_)


def expansion() -> Expansion:
    """How the reader wants ties to be brought."""
    found: Expansion = st.session_state.get(keys.EXPANSION, Expansion())
    return found


def choose_expansion(wanted: Expansion) -> None:
    """Bring ties like this from now on."""
    st.session_state[keys.EXPANSION] = wanted


def words() -> Words:
    """The words of the reader's language."""
    return Words(st.session_state.get(keys.LANGUAGE, "en"))


def lens() -> str:
    """The value of the parameter ``lens`` of every exploring statement."""
    return lens_parameter(Lens(st.session_state.get(keys.LENS, Lens.TRUSTED)), author() or _NO_AUTHOR)


def start(pages: Sequence[str]) -> None:
    """Take over what the address says: at the first run, and when the reader has changed it by hand."""
    asked = st.query_params.to_dict()
    if asked in st.session_state.get(keys.ADDRESSES, ()):
        return
    named = asked.get("page")
    st.session_state[keys.PAGE] = named if named in pages else pages[0]
    st.session_state[keys.OPENED] = {name: value for name, value in asked.items() if name not in _SHARED}
    if keys.LANGUAGE not in st.session_state:
        st.session_state[keys.BY_LINK] = bool(asked)
        st.session_state[keys.LANGUAGE] = (
            asked.get("language") if asked.get("language") in LANGUAGES else "en"
        )
        know_browser()
        look_from({"lens": Lens.TRUSTED.value, KNOWN_BY: "", **asked})


def came_by_link() -> bool:
    """Whether the address of this session asked for something from the start."""
    return bool(st.session_state.get(keys.BY_LINK))


def standpoint() -> dict[str, str]:
    """The lens and the day from which everything is looked at, as they stand in an address."""
    return {"lens": st.session_state[keys.LENS], KNOWN_BY: known_by() or ""}


def look_from(asked: Mapping[str, str]) -> None:
    """Take over the lens and the day of an address, as far as it names them; what makes no sense is usual."""
    if "lens" in asked:
        st.session_state[keys.LENS] = asked["lens"] if asked["lens"] in set(Lens) else Lens.TRUSTED.value
    if KNOWN_BY in asked:
        stand_on(asked[KNOWN_BY], st.session_state)


def page() -> str:
    """The page that is open."""
    name: str = st.session_state[keys.PAGE]
    return name


def go_to_page(name: str) -> None:
    """Open a page as it was left."""
    forget_refusal()
    undo.hush()
    st.session_state[keys.PAGE] = name


def open_page(name: str, parameters: Mapping[str, str]) -> NoReturn:
    """Open a page with the parameters of a link to it, while a page is being drawn."""
    go_to_page(name)
    st.session_state[keys.OPENED] = dict(parameters)
    st.rerun()


def opened() -> Mapping[str, str] | None:
    """The parameters of the link that was just opened, once."""
    asked: Mapping[str, str] | None = st.session_state.pop(keys.OPENED, None)
    return asked


def show_address(parameters: Mapping[str, str]) -> None:
    """Write the parameters that reopen what is shown into the address bar.

    The browser may send the address before this one with a click that is already on its way.
    """
    wanted = {**_chosen(), **parameters}
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
    written = [address for address in st.session_state.get(keys.ADDRESSES, ()) if address != wanted]
    st.session_state[keys.ADDRESSES] = [*written, wanted][-_REMEMBERED:]


def adopt_view() -> None:
    """Show what a link asks for."""
    asked = opened()
    if asked is None:
        return
    opened_view = address.from_url(asked)
    if keys.TRAIL in st.session_state:
        go(opened_view)
    else:
        st.session_state[keys.TRAIL] = Trail(opened_view)


def _chosen() -> dict[str, str]:
    """What is shared by all pages, where it is not at its default."""
    usual = {"page": "network", "lens": Lens.TRUSTED.value, "language": "en"}
    chosen = {name: st.session_state[name] for name in usual if st.session_state[name] != usual[name]}
    return chosen | ({KNOWN_BY: day} if (day := known_by()) else {})
