"""The queries page: saved questions with forms, and Cypher that the reader types."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cypher.catalog import ResultKind, Returns, Statement, catalog
from cypher.errors import KonstelasiError
from cypher.table import Table
from explorer import session
from explorer.database import read_table, reader
from explorer.download import stamp_of
from explorer.forms import as_texts, draw_form
from explorer.frame import guarded, say_error
from explorer.paper import Act, Element, draw_paper, element
from explorer.results import Result, draw_result
from explorer.words import Words

CHOOSE = "choose query"
TYPED = "typed"
ROW_CAP = 5000
TIME_OUT = 20.0
EXAMPLE = """MATCH (actor)-[:ACTS_IN]->(event:Event)
RETURN actor.name, event.event_type, event.date
ORDER BY event.date DESC LIMIT 25"""


def draw() -> None:
    """Draw the page: the list of questions on the left, the chosen one beside it."""
    opened = session.opened()
    if opened is not None:
        _open(opened)
    _workspace()


def _open(opened: Mapping[str, str]) -> None:
    name = opened.get("query", "")
    st.session_state["query"] = name if name in saved_queries() or name == TYPED else ""
    st.session_state["query opened"] = dict(opened)
    st.session_state["query run"] = "query" in opened
    if "cypher" in opened:
        st.session_state["cypher"] = opened["cypher"]
    for key in [key for key in st.session_state if str(key).startswith(f"{name}:")]:
        del st.session_state[key]


def saved_queries() -> dict[str, Statement]:
    """The statements that the page offers, by name."""
    return {name: each for name, each in catalog().items() if name.startswith("saved/")}


@st.fragment(key="queries")
@guarded
def _workspace() -> None:
    chosen = st.session_state.get("query") or next(iter(saved_queries()), TYPED)
    left, right = st.columns([3, 8], gap="large")
    with left, st.container(key="query list", height=780, border=False):
        draw_paper(*query_list(saved_queries(), chosen, session.words()), key="queries", on_act=_choose)
    with right:
        if chosen == TYPED:
            _draw_typed()
        else:
            _draw_saved(saved_queries()[chosen])


def _choose(act: Act) -> None:
    if act.name == CHOOSE:
        st.session_state["query"] = act.subject
        st.session_state["query run"] = False
        st.session_state["query opened"] = {}


def query_list(queries: Mapping[str, Statement], chosen: str, words: Words) -> tuple[Element, ...]:
    """The questions by subject, the chosen one marked."""
    subjects: dict[str, list[Statement]] = {}
    for query in queries.values():
        subjects.setdefault(query.subject, []).append(query)
    sections = [
        element(
            "section",
            element("h3", words.term(subject)),
            element("ul", *(_query_line(query, chosen, words) for query in members), look="list"),
        )
        for subject, members in subjects.items()
    ]
    own = element(
        "li", words("Type your own Cypher"), look="here" if chosen == TYPED else "", act=Act(CHOOSE, TYPED)
    )
    return (
        *sections,
        element("section", element("h3", words("Cypher")), element("ul", own, look="list")),
    )


def _query_line(query: Statement, chosen: str, words: Words) -> Element:
    return element(
        "li", title_of(query, words), look="here" if query.name == chosen else "", act=Act(CHOOSE, query.name)
    )


def title_of(query: Statement, words: Words) -> str:
    """The question in the reader's language."""
    return query.titles.get(words.language, query.title)


def _draw_saved(query: Statement) -> None:
    words = session.words()
    head = element(
        "div",
        element("h2", title_of(query, words)),
        element("p", query.description, look="lead"),
        look="head",
    )
    draw_paper(head, key=f"{query.name} head")
    values = draw_form(query, st.session_state.get("query opened", {}))
    if st.button(words("Run"), type="primary", icon=":material/play_arrow:", key=f"run {query.name}"):
        st.session_state["query run"] = True
    session.show_address({"query": query.name, **as_texts(values, query)})
    if not st.session_state.get("query run"):
        return
    missing = [p.name for p in query.parameters if p.required and values.get(p.name) in (None, "", [])]
    if missing:
        names = ", ".join(name.replace("_", " ") for name in missing)
        draw_paper(element("div", words("Choose {names} first.", names=names), look="notice"), key="missing")
        return
    found = read_table(query.name, values)
    stamp = stamp_of(query=query.name, **values)
    draw_result(Result(title_of(query, words), found, query.returns, stamp), key=query.name)


def _draw_typed() -> None:
    words = session.words()
    draw_paper(
        element(
            "div",
            element("h2", words("Your own Cypher")),
            element(
                "p",
                words(
                    "It can only read, for {seconds} seconds and {rows} rows.",
                    seconds=int(TIME_OUT),
                    rows=f"{ROW_CAP:,}",
                ),
                look="lead",
            ),
            look="head",
        ),
        key="typed head",
    )
    st.session_state.setdefault("cypher", EXAMPLE)
    text = st.text_area("Cypher", key="cypher", height=170, label_visibility="collapsed")
    run = st.button(words("Run"), type="primary", icon=":material/play_arrow:", key="run typed")
    session.show_address({"query": TYPED, "cypher": text})
    if run:
        st.session_state["typed result"] = _answer(text)
    answer = st.session_state.get("typed result")
    if isinstance(answer, KonstelasiError):
        say_error(answer, key="typed error")
    elif answer is not None:
        stamp = stamp_of(query=text)
        draw_result(Result(words("Your own Cypher"), answer, Returns(ResultKind.TABLE), stamp), key=TYPED)


def _answer(text: str) -> Table | KonstelasiError:
    """What the database says to a typed query; refusals are answers too."""
    try:
        return reader().read_text(text, {"lens": session.lens()}, timeout=TIME_OUT, row_cap=ROW_CAP)
    except KonstelasiError as error:
        return error
