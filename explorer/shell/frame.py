"""The parts that all pages share: the sidebar, and the messages in place of a page that cannot be drawn."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping

import streamlit as st

from cypher.audit.recording import trouble
from cypher.errors import KonstelasiError, StatementCancelledError, UnavailableError
from cypher.model.release import PROGRAM
from cypher.records.explore import GraphCounts
from explorer.acts.opening import GoToPage
from explorer.browser import Reports, reach_browser
from explorer.cases.asking import draw_asking
from explorer.elements import Element, draw_elements, element
from explorer.identity.errors import SignedOutError
from explorer.identity.present import person, sign_in
from explorer.network.style import plain_text
from explorer.phrases import Number, Problem, say
from explorer.popovers import reach_popovers
from explorer.reads import connections as database
from explorer.serving.exposure import Exposure, exposure
from explorer.serving.updated import older_documents
from explorer.shell.tour import draw_tour
from explorer.view import session
from explorer.view.author import as_cookie
from explorer.view.reader import take_name_of_tab
from explorer.view.redraw import Part, redraw
from explorer.words import Words
from explorer.work.drafts import draw_restored, keep_drafts
from explorer.work.pending import run_pending
from explorer.work.undoing import draw_notice, redo_last, undo_last

PAGE_KEYS: Mapping[str, str] = {"search": "/"}
"""The keys that open pages, for which the browser listens: see `reach_browser`."""

_FIGURES: Mapping[str, Callable[[GraphCounts], int]] = {
    "documents": lambda counts: counts.documents,
    "entities": lambda counts: counts.countries + counts.actors,
    "claims": lambda counts: counts.claims,
    "judgements": lambda counts: counts.annotations,
}


def guarded(draw: Callable[[], None]) -> Callable[[], None]:
    """Wrap `draw` so that errors of the project are shown as messages in its place."""

    @functools.wraps(draw)
    def drawn() -> None:
        try:
            person()
            draw()
            keep_drafts()
        except SignedOutError:
            redraw(Part.PAGE)  # which shows how to sign in
        except UnavailableError as error:
            _say_unavailable(error)
        except StatementCancelledError as error:
            say_cancelled(error)
        except KonstelasiError as error:
            say_error(error, key=f"error of {draw.__module__}.{draw.__name__}")

    return drawn


def workspace(draw: Callable[[], None]) -> Callable[[], None]:
    """Wrap `draw`, which draws a page without the sidebar, as a fragment that first runs pending writes."""

    @st.fragment(key=Part.CANVAS)
    @guarded
    @functools.wraps(draw)
    def drawn() -> None:
        run_pending()
        draw_notice()
        draw_restored()
        draw_asking()
        draw()

    return drawn


def say_error(error: KonstelasiError, key: str) -> None:
    """Show an error as plain text, because it may quote typed text or text from the news."""
    draw_elements(element("div", Problem(str(error)), look="notice"), key=key)


def draw_unread() -> None:
    """Say which parameters of the opened link mean nothing; the page shows what it shows without them."""
    if unread := session.unread():
        listed = ", ".join(plain_text(each, 60) for each in unread)
        said = say("This link has parts that cannot be read. They were left out: {parts}", parts=listed)
        draw_elements(element("div", said, look="notice"), key="unread")


def say_cancelled(error: StatementCancelledError) -> None:
    """Show that work was cancelled, with a button that starts it again."""
    words = session.words()
    draw_elements(element("div", Problem(str(error)), look="notice"), key="cancelled")
    st.button(words("Try again"), type="primary", icon=":material/refresh:", key="again")


def _say_unavailable(error: UnavailableError) -> None:
    words = session.words()
    draw_elements(
        element("h2", words("The database does not answer")),
        element("div", Problem(str(error)), look="notice"),
        element("p", words("Nothing is lost. When the database is back, try again."), look="lead"),
        key="unavailable",
    )
    if st.button(words("Try again"), type="primary", icon=":material/refresh:", key="reconnect"):
        database.reconnect()
        redraw(Part.PAGE)


def draw_sidebar(pages: Mapping[str, str]) -> None:
    """Draw the sidebar: the pages (titles by path), the figures of the graph, and the tour."""
    words = session.words()
    with st.sidebar:
        draw_elements(_brand(), _ways(pages), key="brand")
        _draw_exposure()
        _draw_unrecorded()
        _draw_advice(words)
        _draw_figures()
        draw_elements(element("p", _running(), look="soft"), key="version")
        draw_tour()
        reach_popovers()
        reach_browser(
            "" if sign_in() else as_cookie(session.reader_name()),
            Reports(
                take_name_of_tab,
                undo_last,
                redo_last,
                lambda: session.go_to_page("search"),
            ),
        )


def _running() -> str:
    """Name the program, and the database if it answers; if not, the page says so."""
    try:
        return f"{PROGRAM} · {database.product()}"
    except KonstelasiError:
        return PROGRAM


def _ways(pages: Mapping[str, str]) -> Element:
    """The list of pages, with the open one marked."""
    return element("ul", *(_way(path, title) for path, title in pages.items()), look="list ways")


def _way(path: str, title: str) -> Element:
    key = element("span", PAGE_KEYS[path], look="key") if path in PAGE_KEYS else None
    look = "here" if path == session.page() else ""
    return element("li", say(title), key, look=look, act=GoToPage(path))


def _draw_exposure() -> None:
    """Say that there is no sign-in, as a warning if others can reach the app."""
    if known := exposure():
        look = "soft" if known is Exposure.ONE_PERSON else "notice"
        draw_elements(element("div", say(known), look=look), key="exposure")


def _draw_unrecorded() -> None:
    """Say that the audit record cannot be written, and why."""
    if error := trouble():
        said = element("p", say("What is read now cannot be recorded, and changes are refused."))
        why = element("p", Problem(str(error)))
        draw_elements(element("div", said, why, look="notice"), key="unrecorded")


def _draw_advice(words: Words) -> None:
    """Say how the documents of a graph that was just brought up to date get the claims of this version."""
    if documents := older_documents():
        said = words(
            "Documents that an older version has read: {documents}. The command konstelasi reread reads them "
            "again by the rules of this one; judgements and notes stay.",
            documents=documents,
        )
        draw_elements(element("div", said, look="status"), key="advice")


@st.fragment(key=Part.FIGURES)
def _draw_figures() -> None:
    try:
        counts = database.counts()
    except UnavailableError:  # the page shows this error
        return
    draw_elements(_figures(counts), key="figures")


def _brand() -> Element:
    return element(
        "div",
        element("strong", "Konstelasi"),
        element("small", say("Who did what to whom, says who")),
        look="brand",
    )


def _figures(counts: GraphCounts) -> Element:
    cells = [
        element("div", element("strong", Number(number(counts))), element("small", say(label)))
        for label, number in _FIGURES.items()
    ]
    return element("div", *cells, look="figures")
