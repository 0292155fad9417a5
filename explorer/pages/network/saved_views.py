"""The control above the network for saved views.

A saved view has the address of the view with its filters, the lens, the day, and the positions of its nodes.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cypher.desk.saved_views import LONGEST_NAME, SavedView, retire_view, save_view, saved_views
from cypher.errors import KonstelasiError
from explorer.acts import perform
from explorer.acts.network import OpenView, RemoveView
from explorer.elements import Element, draw_elements, element
from explorer.moments import moment
from explorer.network import network_events, restore_places
from explorer.phrases import say
from explorer.reads.connections import analyst, reader
from explorer.shell.frame import say_error
from explorer.view import keys, session
from explorer.view.address import from_url, to_url
from explorer.view.audited import Deed
from explorer.view.fields import popover
from explorer.view.level import LEVEL, level_of_link
from explorer.words import Words
from explorer.work.pending import request
from explorer.work.reversible import Reversible, recording


def draw_views(words: Words, key: str) -> None:
    """Draw the control; `key` is that of the network whose node positions are saved."""
    with popover(words("Views"), ":material/bookmark:", "views") as is_open:
        if not is_open:
            return
        _draw_failure()
        views = saved_views(reader())
        with st.form("save view", border=False):
            st.text_input(words("Save this view as"), key=keys.VIEW_NAME, max_chars=LONGEST_NAME)
            st.form_submit_button(words("Save"), on_click=_save, args=(key,))
        draw_elements(_list(views), key="saved views")


def _list(views: Sequence[SavedView]) -> Element:
    if not views:
        return element("p", say("No view has been saved yet."), look="soft")
    return element("ul", *(_line(view) for view in views), look="list")


def _line(view: SavedView) -> Element:
    own = view.author == session.author()
    return element(
        "li",
        element(
            "span",
            element("span", view.name, look="title", act=OpenView(view.id)),
            element("small", f"{view.author} · {moment(view.saved_at)}"),
            look="stack",
        ),
        element("button", say("Remove"), look="act", act=RemoveView(view.id)) if own else None,
    )


def _save(key: str) -> None:
    shown = session.view()
    places = network_events(key, shown.drawing).positions
    name = str(st.session_state[keys.VIEW_NAME]).strip()
    address = to_url(shown) | session.standpoint()
    database, before = analyst(), list[SavedView]()

    def save(author: str) -> None:
        before[:] = saved_views(database)
        save_view(database, SavedView(name, author, address, places))

    def bring_back(author: str) -> None:
        """Restore the view that was replaced under this name, or remove the new one."""
        view = SavedView(name, author, address, places)
        earlier = next((each for each in before if each.id == view.id), None)
        if earlier:
            save_view(database, earlier)
        else:
            retire_view(database, view, author)

    said = session.words()("the view {name} is saved", name=name)
    request(recording(Reversible(Deed("save view", name), said, save, bring_back), _keep_failure))


def _retire(view: SavedView) -> None:
    database = analyst()
    said = session.words()("the view {name} is removed", name=view.name)
    removing = Reversible(
        Deed("remove view", view.name),
        said,
        lambda author: retire_view(database, view, author),
        lambda _author: save_view(database, view),
    )
    request(recording(removing, _keep_failure))


@perform.register
def _open(act: OpenView) -> None:
    if wanted := _saved(act.view):
        view = from_url(wanted.address)
        restore_places(keys.NETWORK, view.drawing, wanted.places)
        session.look_from({LEVEL: level_of_link(wanted.address, ()), **wanted.address})
        session.go(view)


@perform.register
def _remove(act: RemoveView) -> None:
    if wanted := _saved(act.view):
        _retire(wanted)


def _saved(view_id: str) -> SavedView | None:
    return next((view for view in saved_views(reader()) if view.id == view_id), None)


def _keep_failure(error: KonstelasiError) -> None:
    """Store an error, which is shown when the control is redrawn."""
    st.session_state[keys.VIEW_FAILED] = error


def _draw_failure() -> None:
    failed = st.session_state.pop(keys.VIEW_FAILED, None)
    if failed is not None:
        say_error(failed, key="view failed text")
