"""The page of an empty graph: whether articles are being loaded, and how to load some."""

from __future__ import annotations

from enum import StrEnum

from cypher.model.formats import FORMATS
from explorer.acts.opening import GoToPage
from explorer.elements import Element, element
from explorer.phrases import Said, joined, say


class FirstNews(StrEnum):
    """The state of a graph without news."""

    NONE = "none"
    LOADING = "loading"
    FAILED = "failed"
    UNFINISHED = "unfinished"


HEADINGS = {
    FirstNews.NONE: "The graph is empty",
    FirstNews.LOADING: "Articles are being loaded",
    FirstNews.FAILED: "The articles could not be loaded",
    FirstNews.UNFINISHED: "A load has not finished",
}
LEADS = {
    FirstNews.NONE: "Load some news; the page fills as soon as it is there.",
    FirstNews.LOADING: "The page fills as soon as they are there.",
    FirstNews.FAILED: (
        "The terminal in which the app was started shows why. Fix this and start the app again, "
        "or load other articles."
    ),
    FirstNews.UNFINISHED: "If no load is running, load the same articles again to complete it.",
}


def first_news(*, loading: bool, failed: bool, documents: int) -> FirstNews:
    """Return the state: whether a load runs or has failed, or else left unfinished `documents`."""
    if loading:
        return FirstNews.LOADING
    if failed:
        return FirstNews.FAILED
    return FirstNews.UNFINISHED if documents else FirstNews.NONE


def begun(documents: int, state: FirstNews) -> Said:
    """Return the progress of a load in one line; empty if there is none."""
    if documents:
        return say("Articles in the graph so far: {count}", count=documents)
    return say("The language models are being loaded.") if state is FirstNews.LOADING else ""


def no_news(state: FirstNews) -> Element:
    """Build the page: the state and, unless articles are being loaded, how to load some."""
    return element(
        "div",
        element("h2", say(HEADINGS[state])),
        element("p", say(LEADS[state]), look="lead"),
        *(() if state is FirstNews.LOADING else _ways()),
        look="empty",
    )


def _ways() -> tuple[Element, ...]:
    formats = joined(", ", (say(each.name) for each in FORMATS))
    return (
        element(
            "div",
            element("button", say("Add an article"), act=GoToPage("add")),
            element("button", say("Import a data set or a table of events"), act=GoToPage("events")),
            look="acts",
        ),
        element("p", say("Or load whole folders from the command line:"), look="lead"),
        element("span", "konstelasi ingest articles/", look="code"),
        element(
            "p",
            say("In Indonesian or English, as {formats}.", formats=formats),
            look="soft",
        ),
    )
