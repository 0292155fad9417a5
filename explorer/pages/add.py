"""The page *Add*: takes pasted or uploaded articles, runs the ingest, and shows the result as a network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from cypher.errors import KonstelasiError
from cypher.model.formats import TABLE, endings
from cypher.model.graph import Sign
from explorer.acts.opening import GoToPage, OpenDocument
from explorer.elements import Element, draw_elements, element, empty_state
from explorer.graph.subgraph import Subgraph
from explorer.network import draw_network
from explorer.phrases import Phrase, Problem, joined, say
from explorer.reads.documents import document, document_ties
from explorer.shell.frame import say_error, workspace
from explorer.shell.sign_in import draw_for_admins
from explorer.view import keys, session
from explorer.view.address import to_url
from explorer.view.day_field import draw_day
from explorer.view.filters import Filters
from explorer.view.state import Centre, View
from explorer.words import Words
from explorer.work.command_runs import CommandRun
from explorer.work.ingest_process import KIND, Article, IngestResult, Inputs, Reading, Trouble, pasted
from explorer.work.page_runs import PageRun

MOST_MEGABYTES = 20
_SHOWN = 20
_RUN: PageRun[IngestResult] = PageRun(KIND, keys.INGEST_RUN, keys.INGEST_RESULT)


def draw() -> None:
    """Draw the page."""
    session.opened()
    _workspace()
    session.show_address({})


@workspace
def _workspace() -> None:
    words = session.words()
    left, right = st.columns([9, 11], gap="large")
    with left:
        draw_elements(_head(), key="add head")
        may_add = draw_for_admins()
        inputs = _draw_inputs(words)
        running = _RUN.running()
        clicked = st.button(
            words("Read and add"),
            type="primary",
            icon=":material/post_add:",
            disabled=running is not None or not may_add,
            key="feed",
        )
    with right:
        if clicked:
            _begin(inputs)
            running = _RUN.running()
        if running is not None:
            _RUN.draw(running, _progress)
        outcome = _RUN.outcome()
        if isinstance(outcome, KonstelasiError):
            say_error(outcome, key="not fed")
        elif outcome is not None:
            _draw_fed(outcome, words)
        elif running is None:
            draw_elements(_nothing_yet(), key="nothing fed")


def _nothing_yet() -> Element:
    """The hint in place of a result."""
    return empty_state(
        say("Results will appear here"),
        say(
            "You will see the claims and the network of each article, and the reason if "
            "an input could not be used. A one-page article takes a few seconds, and you "
            "can cancel."
        ),
    )


def _head() -> Element:
    lead = say(
        "Its countries, actors and events are extracted and added as claims. Adding an "
        "article twice changes nothing."
    )
    events = element("button", say("Import a data set or a table of events"), act=GoToPage("events"))
    return element(
        "div",
        element("h2", say("Add an article")),
        element("p", lead, look="lead"),
        element("div", events, look="acts"),
        look="head",
    )


def _draw_inputs(words: Words) -> Inputs | KonstelasiError:
    """Draw the inputs and return the articles, or the error that says why there are none."""
    paste, upload = st.tabs([words("Paste"), words("Upload files")])
    with paste:
        text = st.text_area(words("Text"), key="pasted text", height=260, max_chars=1_000_000)
        about = _draw_about(words)
    with upload:
        files = st.file_uploader(
            words("Files: {formats}", formats=words.formats()),
            type=list(endings()),
            accept_multiple_files=True,
            key="uploads",
            max_upload_size=MOST_MEGABYTES,
        )
        columns = _draw_columns(files, words)
    try:
        if files:
            return Inputs([Article(file.name, file.getvalue()) for file in files], columns)
        return Inputs([pasted(text, about)])
    except KonstelasiError as error:
        return error


def _draw_columns(files: Sequence[UploadedFile], words: Words) -> str:
    """Where a table is among the files: which of its columns have other names than the known ones."""
    if not any(file.name.lower().endswith(TABLE.endings) for file in files):
        return ""
    return st.text_input(
        words("Columns with other names"),
        key="uploaded columns",
        placeholder="text=isi_berita,date=tgl",
        help=words("FIELD=COLUMN pairs, as for --map on the command line."),
    ).strip()


def _draw_about(words: Words) -> dict[str, str | None]:
    title = st.text_input(words("Title"), key="pasted title", max_chars=300)
    left, right = st.columns(2)
    publisher = left.text_input(words("Publisher"), key="pasted publisher", max_chars=120)
    with right:
        latest = datetime.now(UTC).date() + timedelta(days=1)
        day = draw_day(words("Published on"), "pasted day", max_value=latest)
    url = st.text_input(words("Address"), key="pasted url", max_chars=2000, placeholder="https://")
    published = day.isoformat() if day else None
    return {"title": title, "publisher": publisher, "published_on": published, "url": url}


def _begin(inputs: Inputs | KonstelasiError) -> None:
    if isinstance(inputs, KonstelasiError):
        _RUN.fail(inputs)
    else:
        _RUN.begin(Reading(inputs))


def _progress(running: CommandRun[IngestResult]) -> str:
    """The seconds that the run, or the one before it in line, has taken, as a sentence."""
    words, first = session.words(), f"{running.seconds_of_first:.0f}"
    if running.is_waiting:
        return words("Other articles have been processed for {seconds} s; yours wait in line", seconds=first)
    return words("Reading for {seconds} s", seconds=first)


def _draw_fed(fed: IngestResult, words: Words) -> None:
    draw_elements(*_summary(fed), key="fed summary")
    graph = document_ties(fed.documents, session.lens())
    if graph.edges:
        _draw_ties(graph, fed, words)


def _summary(fed: IngestResult) -> Iterator[Element]:
    new, known = fed.counts["documents"]
    claims = sum(fed.counts["claims"])
    line = say("{new} new, {known} known already, {claims} claims", new=new, known=known, claims=claims)
    yield element("div", element("h3", say("Added")), element("p", line), look="head")
    yield from (element("div", said_of(each), look="notice") for each in fed.troubles[:_SHOWN])
    yield from (element("p", said_of(each), look="soft") for each in fed.remarks[:_SHOWN])
    lines = [_document_line(each) for each in fed.documents[:_SHOWN]]
    if lines:
        yield element("section", element("h3", say("Read it")), element("ul", *lines, look="list"))


def said_of(trouble: Trouble) -> Phrase:
    """Name the input and say its reason and the fix, which come in English, in the reader's language."""
    place = Problem(trouble.place) if trouble.place else None
    named = joined(", ", (trouble.name, place))
    return joined(". ", (joined(": ", (named, Problem(trouble.reason))), Problem(trouble.hint)))


def _document_line(document_id: str) -> Element:
    found = document(document_id)
    title = found.title if found else None
    return element("li", title or say("untitled"), act=OpenDocument(document_id))


def _draw_ties(graph: Subgraph, fed: IngestResult, words: Words) -> None:
    with st.container(key="fed canvas", height=470, border=False):
        draw_network(graph, key="fed network", view_id=",".join(fed.documents), height=460, words=words)
    if st.button(words("Open in the network"), icon=":material/hub:", key="fed to network"):
        session.open_page("network", to_url(just_these(graph)))


def just_these(graph: Subgraph) -> View:
    """Return the view of the nodes of a graph and the ties among them."""
    relations = any(edge.sign is Sign.RELATION for edge in graph.edges.values())
    return View(tuple(Centre(node, 0) for node in graph.nodes), filters=Filters(relations=relations))
