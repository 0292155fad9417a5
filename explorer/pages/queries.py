"""The page *Queries*: saved queries with forms, and Cypher that the reader types and can save."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from cypher.catalog.catalog import CatalogError, Statement
from cypher.database.plans import asks_for_plan
from cypher.desk.asking import ROW_CAP, TIME_OUT
from cypher.desk.fitting import misfits, typed_misfits
from cypher.desk.lifting import lifted
from cypher.desk.own_queries import OwnQuery, favourites, star, typed_statement, versions
from cypher.errors import KonstelasiError
from cypher.records.explore import CountedFor
from explorer.acts import perform
from explorer.acts.opening import AskAgain, ChooseQuery
from explorer.elements import draw_elements, element
from explorer.judging.form import draw_trouble
from explorer.panels.selection import COUNTS_FOR
from explorer.phrases import say
from explorer.queries.asking import TYPED, BoundQuery, answer, forget, history
from explorer.queries.download import stamp_of
from explorer.queries.editing import draw_editor, draw_saving, edit, mistake_in, run_typed, say_refusal
from explorer.queries.forms import draw_form, draw_suggestions, forget_form, link_to
from explorer.queries.listing import (
    asked_list,
    found,
    nothing_matches,
    query_head,
    query_list,
    title_of,
)
from explorer.queries.offered import Offered, offered, saved_queries
from explorer.queries.remarks import draw_plan, say_misfits, say_unknown
from explorer.queries.result_views import open_view, view_in_address
from explorer.queries.results import Result, draw_result
from explorer.queries.schema_drawer import draw_schema
from explorer.reads.connections import analyst, read, reader
from explorer.shell.frame import say_error, workspace
from explorer.view import keys, session
from explorer.view.audited import Deed
from explorer.view.redraw import Part, redraw
from explorer.words import Words
from explorer.work.pending import request
from explorer.work.reversible import Reversible, recording

FORMS = "queries"
"""The owner of this page's forms."""

_NO_QUERY = "There is no query “{name}”, or it is not shared with you."


def draw() -> None:
    """Draw the page: the list of queries on the left, the chosen one beside it."""
    session.follow_link(_open)
    _workspace()


def _open(opened: Mapping[str, str], *, run: bool = True) -> None:
    """Open a query with the parameters of a link to it; typed Cypher from a link is not run by itself."""
    name = opened.get("query", "")
    if "cypher" in opened:
        edit(opened["cypher"])
    st.session_state[keys.QUERY] = name
    st.session_state[keys.QUERY_OPENED] = dict(opened)
    st.session_state[keys.QUERY_RUN] = run and name != TYPED and "query" in opened
    if "query" in opened:
        forget_form(FORMS, name)
        open_view(name, opened)


@workspace
def _workspace() -> None:
    found_ = offered(session.reader_name())
    chosen = st.session_state.get(keys.QUERY) or next(iter(saved_queries()), TYPED)
    unknown = chosen not in {*found_.statements, TYPED}
    sought, chosen = chosen, TYPED if unknown else chosen
    stars = favourites(reader(), session.reader_name())
    left, right = st.columns([3, 8], gap="large")
    with left:
        _draw_list(found_.statements, stars, chosen)
    with right:
        draw_trouble(session.words())
        if unknown:
            draw_elements(element("div", say(_NO_QUERY, name=sought), look="notice"), key="no such query")
        _draw_chosen(found_, chosen, stars)


def _draw_chosen(found_: Offered, chosen: str, stars: frozenset[str]) -> None:
    if chosen == TYPED:
        _draw_typed()
    elif chosen in found_.broken:
        _draw_broken(found_.statements[chosen], found_.own[chosen], found_.broken[chosen])
    else:
        _draw_question(found_.statements[chosen], found_.own.get(chosen), starred=chosen in stars)


def _draw_broken(query: Statement, own: OwnQuery, error: CatalogError) -> None:
    """Draw a saved query whose header can no longer be read, with a button to edit it."""
    words = session.words()
    draw_elements(query_head(query, own), key=f"{query.name} head")
    say_error(error, key=f"{query.name} broken")
    st.button(
        words("Edit"),
        icon=":material/edit:",
        key=f"edit {query.name}",
        on_click=edit,
        args=(own.text, own),
    )


def _draw_list(queries: Mapping[str, Statement], stars: frozenset[str], chosen: str) -> None:
    words = session.words()
    text = st.text_input(
        words("Find a query"),
        key="find query",
        placeholder=words("Find a query"),
        icon=":material/search:",
        label_visibility="collapsed",
        live="200ms",
    )
    matching = found(queries, text, words)
    with st.container(key="query list", height=720, border=False):
        if text and not matching:
            draw_elements(nothing_matches(text), key="no queries")
        else:
            draw_elements(*query_list(matching, stars, chosen), key="queries")
        asked = asked_list(history())
        if asked:
            draw_elements(asked, key="asked list")


@perform.register
def _choose(act: ChooseQuery) -> None:
    _open({"query": act.query}, run=False)


@perform.register
def _ask_again(act: AskAgain) -> None:
    for asked in history()[act.number : act.number + 1]:
        _open(asked.link)
        st.session_state[keys.QUERY_RUN] = True
        st.session_state[keys.ASKED_TEXT] = asked.link.get("cypher", "")


def _draw_question(query: Statement, own: OwnQuery | None, *, starred: bool) -> None:
    words = session.words()
    draw_elements(query_head(query, own), key=f"{query.name} head")
    opened = st.session_state.get(keys.QUERY_OPENED, {})
    values = draw_form(query, opened, FORMS)
    with st.container(horizontal=True, key="query acts"):
        if st.button(words("Run"), type="primary", icon=":material/play_arrow:", key=f"run {query.name}"):
            st.session_state[keys.QUERY_RUN] = True
            forget(query.name)
        _draw_acts(query, own, starred, words)
    link = link_to(query.name, values, query)
    session.show_address(view_in_address(query.name) | link)
    draw_suggestions(query, values, FORMS)
    if not st.session_state.get(keys.QUERY_RUN) or _say_missing(query, values, words):
        return
    if say_misfits(misfits(query, values), key="misfits"):
        return
    text = own.text if own else query.text
    columns, bound = query.declared.columns, query.bind(values)
    _draw_answer(query, BoundQuery(title_of(query, words), text, bound, link, columns, query.then))


def _draw_acts(query: Statement, own: OwnQuery | None, starred: bool, words: Words) -> None:
    st.button(
        words("Favourite"),
        icon=":material/star:" if starred else ":material/star_border:",
        key=f"star {query.name}",
        help=words("Remove from favourites") if starred else words("Add to favourites"),
        on_click=_star,
        args=(query.name, title_of(query, words), not starred),
    )
    text = own.text if own else query.text
    label = words("Edit") if own else words("Edit a copy")
    computed = words("A copy shows the rows from which the result is computed.") if query.then else None
    key = f"edit {query.name}"
    st.button(label, icon=":material/edit:", key=key, help=computed, on_click=edit, args=(text, own))
    if own and own.version > 1:
        with st.popover(words("Versions"), icon=":material/history:", key=f"versions {query.name}"):
            for version in versions(reader(), own.query):
                _draw_version(version, own, words)


def _draw_version(version: OwnQuery, newest: OwnQuery, words: Words) -> None:
    """Draw one version with a button that opens it in the editor, where it can be saved as the newest."""
    line = element(
        "div",
        element(
            "strong", words("version {number} by {author}", number=version.version, author=version.author)
        ),
        element("small", version.created_at[:16].replace("T", " ")),
        look="stack",
    )
    draw_elements(line, key=f"{newest.name} version {version.version}")
    st.button(
        words("Open in the editor"),
        key=f"open {version.name} {version.version}",
        type="tertiary",
        on_click=edit,
        args=(version.text, newest),
    )


def _star(name: str, title: str, starred: bool) -> None:
    """Add a query to the reader's favourites, or remove it."""
    database, words = analyst(), session.words()
    said = words("{title} is a favourite" if starred else "{title} is not a favourite", title=title)
    request(
        recording(
            Reversible(
                Deed("star query" if starred else "unstar query", name),
                said,
                lambda author: star(database, name, author=author, starred=starred),
                lambda author: star(database, name, author=author, starred=not starred),
            )
        )
    )


def _say_missing(query: Statement, values: Mapping[str, object], words: Words) -> bool:
    missing = [p.name for p in query.parameters if p.required and values.get(p.name) in (None, "", [])]
    if missing:
        names = ", ".join(words(name.replace("_", " ").capitalize()) for name in missing)
        draw_elements(
            element("div", words("Choose {names} first.", names=names), look="notice"), key="missing"
        )
    return bool(missing)


def _draw_answer(query: Statement, bound: BoundQuery) -> None:
    found_ = answer(bound, query.name)
    if isinstance(found_, KonstelasiError):
        say_refusal(found_, bound.text, key=f"{query.name} refused")
        return
    _say_lifted(query, bound)
    if asks_for_plan(bound.text):
        draw_plan(found_, key=f"{query.name} plan")
        return
    name = bound.link.get("cypher") or query.name
    stamp = stamp_of({"query": name}, bound.values, [parameter.name for parameter in query.parameters])
    draw_result(
        Result(bound.title, found_, query.returns, stamp, bound.columns, bound.values), key=query.name
    )


def _say_lifted(query: Statement, bound: BoundQuery) -> None:
    """Say for whom the query was asked, if its entities count for others at the level."""
    words, counting = session.words(), partial(read, CountedFor, "explore/counts_for")
    lines = [
        words(COUNTS_FOR, name=each.asked, body=each.answered)
        for each in lifted(counting, query, bound.values)
    ]
    notes = (element("p", line, look="soft") for line in lines)
    draw_elements(element("div", *notes), key=f"{query.name} lifted")


def _draw_typed() -> None:
    words = session.words()
    limits = words(
        "Read-only, up to {seconds} seconds and {rows} rows.",
        seconds=int(TIME_OUT),
        rows=words.number(ROW_CAP),
    )
    hint = words("Each $name becomes a form field.")
    head = (element("h2", words("Your own Cypher")), element("p", f"{limits} {hint}", look="lead"))
    draw_elements(element("div", *head, look="head"), key="typed head")
    text = draw_editor()
    draw_schema()
    try:
        query = typed_statement(TYPED, text, words("Your own Cypher"))
    except CatalogError as error:
        say_error(error, key="typed header")
        return
    values = draw_form(query, st.session_state.get(keys.QUERY_OPENED, {}), FORMS)
    with st.container(horizontal=True, key="typed acts"):
        st.button(
            words("Run"), type="primary", icon=":material/play_arrow:", key="run typed", on_click=run_typed
        )
        draw_saving(text)
    link = {"cypher": text, **link_to(TYPED, values, query)}
    session.show_address(view_in_address(TYPED) | link)
    asked = st.session_state.get(keys.QUERY_RUN) and st.session_state.get(keys.ASKED_TEXT) == text
    marked = mistake_in(text)
    if asked and not _say_missing(query, values, words):
        _draw_typed_answer(query, BoundQuery(words("Your own Cypher"), text, query.bind(values), link))
    if mistake_in(text) != marked:
        redraw(Part.PAGE)  # the editor above was drawn before the mistake was known


def _draw_typed_answer(query: Statement, bound: BoundQuery) -> None:
    if say_misfits([*misfits(query, bound.values), *typed_misfits(bound.text)], key="misfits"):
        return
    say_unknown(bound.text, key="unknown names")
    _draw_answer(query, bound)
