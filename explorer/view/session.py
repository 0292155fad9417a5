"""The reader's choices, in Streamlit's session and in the address bar."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NoReturn, TypeAlias

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from cypher.model.graph import USUAL_LEVEL, Lens, Level
from cypher.model.lens import lens_parameter
from explorer.view import address, audited, keys, undo
from explorer.view.clock import KNOWN_BY, known_by, stand_on
from explorer.view.level import LEVEL, level, level_of_link, show_level
from explorer.view.opening import NETWORK, is_bare, opens_since, page_of
from explorer.view.places import PLACES
from explorer.view.reader import author, forget_refusal, know_browser, reader_name
from explorer.view.redraw import Part, Shown, redraw
from explorer.view.state import Expansion, View
from explorer.view.trail import Trail
from explorer.view.undo_list import STEP
from explorer.view.ways import way_of
from explorer.words import LANGUAGES, Words

__all__ = ["author", "reader_name"]

_SHARED = ("page", "lens", "language", KNOWN_BY, LEVEL)
_REMEMBERED = 4

FindUnread: TypeAlias = Callable[[Mapping[str, str]], Collection[str]]
"""Returns the names of an address's parameters with a value that a page cannot read."""

_NO_AUTHOR = " "  # no judgement has a blank author, so the lens *mine* is empty


def trail() -> Trail:
    """Return the reader's trail on the network page."""
    found: Trail = st.session_state.setdefault(keys.TRAIL, Trail(View()))
    return found


def view() -> View:
    """Return the view of the network page."""
    return trail().view


def go(view: View) -> None:
    """Show another view."""
    before = trail()
    st.session_state[keys.TRAIL] = before.go(view)
    if trail().past is not before.past:
        undo.did(STEP)


def step(backwards: bool) -> None:
    """Go one step back or forward on the trail."""
    _move_to(trail().back() if backwards else trail().forward())


def jump(place: int) -> None:
    """Go back to the step with this index on the trail."""
    if 0 <= place < len(trail().past):
        _move_to(trail().jump(place))


def _move_to(there: Trail) -> None:
    """Go to another place of the trail, and move its steps on the undo list."""
    steps = len(there.past) - len(trail().past)
    st.session_state[keys.TRAIL] = there
    list_ = undo.undo_list()
    for _ in range(abs(steps)):
        list_ = list_.stepped(backwards=steps < 0)
    undo.keep(list_)


def expansion() -> Expansion:
    """Return the reader's choice of which ties an expansion adds."""
    found: Expansion = st.session_state.get(keys.EXPANSION, Expansion())
    return found


def choose_expansion(wanted: Expansion) -> None:
    """Set which ties expansions add from now on."""
    st.session_state[keys.EXPANSION] = wanted


def words() -> Words:
    """Return the translator into the reader's language."""
    return Words(st.session_state.get(keys.LANGUAGE, "en"))


def lens() -> str:
    """Return the value of the parameter ``lens`` of exploring statements."""
    return lens_parameter(Lens(st.session_state.get(keys.LENS, Lens.TRUSTED)), author() or _NO_AUTHOR)


def start(pages: Mapping[str, FindUnread]) -> None:
    """Read the address, at the first run and after the reader has changed it or gone back in the browser.

    `pages` are the names of the pages, the usual one first, each with what finds the parameters of an address
    that it cannot read.
    """
    asked = st.query_params.to_dict()
    if asked in st.session_state.get(keys.ADDRESSES, ()) and not _came_by_history():
        return
    st.session_state[keys.PAGE] = page_of(asked, pages)
    st.session_state[keys.OPENED] = {
        name: value for name, value in asked.items() if name == LEVEL or name not in _SHARED
    }
    if not has_begun():
        st.session_state[keys.BY_LINK] = bool(asked)
        know_browser()
    language = asked.get("language")
    st.session_state[keys.LANGUAGE] = language if language in LANGUAGES else "en"
    usual = {"lens": Lens.TRUSTED.value, KNOWN_BY: ""}
    look_from({**usual, **asked, LEVEL: level_of_link(asked, _SHARED)})
    st.session_state[keys.UNREAD] = _unread(asked, pages)


def _unread(asked: Mapping[str, str], pages: Mapping[str, FindUnread]) -> tuple[str, ...]:
    """Return the parameters of an address that have no meaning, as ``name=value``; defaults replace them."""
    known: Mapping[str, Collection[str]] = {
        "page": pages,
        "language": LANGUAGES,
        "lens": set(Lens),
        LEVEL: set(Level),
    }
    names = [name for name, values in known.items() if asked.get(name) and asked[name] not in values]
    if asked.get(KNOWN_BY) and known_by() is None:
        names.append(KNOWN_BY)
    names += pages[page()](asked)
    return tuple(f"{name}={asked[name]}" for name in names)


def unread() -> tuple[str, ...]:
    """Return the parameters of the opened address that have no meaning, as ``name=value``."""
    found: tuple[str, ...] = st.session_state.get(keys.UNREAD, ())
    return found


def _came_by_history() -> bool:
    """Whether this run is due to a step back or forward in the browser.

    A late click arrives with an address that was written before, too.
    """
    context = get_script_run_ctx(suppress_warning=True)
    return context is not None and context.is_history_navigation


def has_begun() -> bool:
    """Whether this session has read an address."""
    return keys.LANGUAGE in st.session_state


def came_by_link() -> bool:
    """Whether this session began with parameters in its address."""
    return bool(st.session_state.get(keys.BY_LINK))


def standpoint() -> dict[str, str]:
    """Return the lens, the day and the level, which apply to all pages, as parameters of an address."""
    return {"lens": st.session_state[keys.LENS], KNOWN_BY: known_by() or "", LEVEL: level()}


def look_from(asked: Mapping[str, str]) -> None:
    """Set lens, day and level from an address, if it has them; use the defaults for invalid values."""
    if "lens" in asked:
        st.session_state[keys.LENS] = asked["lens"] if asked["lens"] in set(Lens) else Lens.TRUSTED.value
    if KNOWN_BY in asked:
        stand_on(asked[KNOWN_BY], st.session_state)
    if LEVEL in asked:
        show_level(asked[LEVEL], st.session_state)


def page() -> str:
    """Return the path of the open page."""
    name: str = st.session_state[keys.PAGE]
    return name


def go_to_page(name: str) -> None:
    """Open a page in the state in which the reader left it."""
    forget_refusal()
    undo.hush()
    st.session_state[keys.PAGE] = name
    st.session_state[keys.UNREAD] = ()


def open_page(name: str, parameters: Mapping[str, str]) -> NoReturn:
    """Open a page with the parameters of a link to it; call this while a page is being drawn."""
    go_to_page(name)
    st.session_state[keys.OPENED] = dict(parameters)
    redraw(Part.PAGE)


def shown() -> Shown:
    """What is shown now, if everything has been drawn."""
    names = (keys.PAGE, keys.LENS, keys.LANGUAGE, keys.AUTHOR)
    trail_: Trail | None = st.session_state.get(keys.TRAIL)  # reading must not begin one
    seen = trail_.view if trail_ else View()
    return Shown(
        standpoint=(*map(st.session_state.get, names), known_by(), level()),
        view=seen,
        canvas=seen,
        side=(expansion(), st.session_state.get(keys.SEARCH)),
        writes=len(st.session_state.get(keys.PENDING, ())),
        notice=undo.notice(),
    )


def opened() -> Mapping[str, str] | None:
    """Return the parameters of the link that was just opened; None when called again."""
    asked: Mapping[str, str] | None = st.session_state.pop(keys.OPENED, None)
    return asked


def follow_link(take: Callable[[Mapping[str, str]], None]) -> None:
    """Give the parameters of the link that was just opened to `take`, once."""
    asked = opened()
    if asked is not None:
        take(asked)


def show_address(parameters: Mapping[str, str]) -> None:
    """Write what reopens the present state into the address bar; a click may come with an earlier one."""
    seen_at = {LEVEL: level()} if parameters or level() != USUAL_LEVEL else {}
    wanted = {**_chosen(), **seen_at, **parameters}
    if is_bare(wanted) and opens_since():
        wanted["page"] = NETWORK  # without it, the address would open another page
    audited.saw(wanted)
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
    written = [address for address in st.session_state.get(keys.ADDRESSES, ()) if address != wanted]
    st.session_state[keys.ADDRESSES] = [*written, wanted][-_REMEMBERED:]


def adopt_view() -> None:
    """Show the view of the link that was just opened, if there is one."""
    asked = opened()
    if asked is None:
        return
    opened_view = address.from_url(asked)
    st.session_state[keys.PLACES] = asked.get(PLACES)
    st.session_state[keys.SHOWN_AS] = way_of(asked)
    if keys.TRAIL not in st.session_state:
        st.session_state[keys.TRAIL] = Trail(opened_view)
    elif not _step_to(opened_view):
        go(opened_view)


def linked_places() -> str | None:
    """Return the positions in the link that was just opened; None when called again."""
    found: str | None = st.session_state.pop(keys.PLACES, None)
    return found


def _step_to(there: View) -> bool:
    """Go one step back or forward on the trail if it shows this view; return whether it does."""
    wanted = address.to_url(there)
    for backwards, steps in ((True, trail().past[-1:]), (False, trail().future[:1])):
        if any(address.to_url(each) == wanted for each in steps):
            step(backwards)
            return True
    return False


def _chosen() -> dict[str, str]:
    """The parameters that all pages share, without those at their default."""
    usual = {"page": "network", "lens": Lens.TRUSTED.value, "language": "en"}
    chosen = {name: st.session_state[name] for name in usual if st.session_state[name] != usual[name]}
    return chosen | ({KNOWN_BY: day} if (day := known_by()) else {})
