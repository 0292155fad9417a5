"""The page *Search*: one field for actors, pairs, events, sentences, articles, queries and pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from cypher.desk.searching import SENTENCES, Asked, asked_in
from cypher.model.search_words import forms_of
from cypher.records.explore import FoundEntity, KeyedEntity
from explorer.elements import Element, draw_elements, element, empty_state
from explorer.judging.form import draw_trouble
from explorer.pages.since.watches import watching
from explorer.panels.finds import (
    actors_found,
    articles_found,
    pages_found,
    pairs_found,
    queries_found,
    sentences_found,
)
from explorer.panels.profile.reports import report_list
from explorer.phrases import say
from explorer.queries.listing import found
from explorer.queries.offered import saved_queries
from explorer.reads.documents import documents
from explorer.reads.queries import search
from explorer.reads.search import (
    MOST_SENTENCES,
    Named,
    events_of,
    forms_as_typed,
    named_in,
    sentences_with,
)
from explorer.reads.sources import languages, publishers
from explorer.shell.frame import workspace
from explorer.shell.spellings import draw_entity_field, names_to_choose
from explorer.view import keys, session
from explorer.view.day_field import draw_day
from explorer.view.days import day_of
from explorer.view.fields import named_key
from explorer.view.search_address import Sought, from_url, to_url
from explorer.words import Words
from explorer.work.pending import request
from explorer.work.reversible import recording

FIELD = "everything"
"""The container of the field, which takes the keyboard focus when the key / opens the page."""

QUERIES, ARTICLES, EVENTS = 8, 8, 12
"""The maximum numbers of found queries, articles and claims."""

_PAGES: dict[str, str] = {}


def offer_pages(pages: Mapping[str, str]) -> None:
    """Say which pages the search finds, as titles by path."""
    _PAGES.update(pages)


def draw() -> None:
    """Draw the page: the field, the filters and what was found."""
    session.follow_link(_open)
    _workspace()


def _open(opened: Mapping[str, str]) -> None:
    sought = from_url(opened)
    st.session_state[keys.FIND] = sought.text
    st.session_state[keys.FIND_PUBLISHER] = sought.publisher
    st.session_state[keys.FIND_LANGUAGE] = sought.language
    st.session_state[keys.FIND_ACTOR] = sought.actor
    st.session_state[keys.FIND_SINCE] = day_of(sought.since)
    st.session_state[keys.FIND_UNTIL] = day_of(sought.until)


@workspace
def _workspace() -> None:
    words = session.words()
    draw_trouble(words)
    with st.container(key=FIELD):
        text = st.text_input(
            words("Search"),
            key=keys.FIND,
            icon=":material/search:",
            placeholder=words("Names, words, “words as they stand”, a year"),
            label_visibility="collapsed",
            live="300ms",
            persist_state="session",
        ).strip()
    left, right = st.columns([2, 5], gap="large")
    with right:
        sought = _draw_filters(text, words)
        session.show_address(to_url(sought))
        if not text:
            draw_elements(_hint(), key="search hint")
            return
        named = named_in(text, session.lens())
        _draw_texts(sought, named, words)
    with left:
        draw_elements(*_others(text, named, session.lens(), words), key="found things", subject=text)


def _hint() -> Element:
    examples = say(
        "Find actors, pairs, events, sentences, articles and queries. For example: Iran Israel 2023"
    )
    return element("p", examples, look="lead")


def _draw_texts(sought: Sought, named: Named, words: Words) -> None:
    """Draw the events, sentences and articles that were found."""
    lens, asked = session.lens(), asked_in(sought.text)
    rows = sentences_with(asked, lens, _chosen(sought))
    claims = events_of(named, asked, lens)[:EVENTS]
    titled = documents(sought.text, lens)[:ARTICLES]
    parties = {row.id for row in named.actors}
    parts = (
        report_list(say("Events"), claims, parties) if claims else None,
        sentences_found(rows, forms_as_typed(asked.words), MOST_SENTENCES),
        articles_found(titled) if titled else None,
    )
    shown = [part for part in parts if part]
    if not rows:
        shown.append(_nothing(asked))
    draw_elements(*shown, key="found texts", subject=sought.text)
    if forms_of(asked.words):
        _draw_watch(asked, words)


def _others(text: str, named: Named, lens: str, words: Words) -> list[Element]:
    """The actors, pairs, queries and pages that the text names."""
    known: list[FoundEntity | KeyedEntity] = [*named.actors, *search(text, lens)]
    actors = {row.id: row for row in known}
    queries = dict(list(found(saved_queries(), text, words).items())[:QUERIES])
    folded = text.casefold()
    pages = {path: title for path, title in _PAGES.items() if folded in words(title).casefold()}
    parts = (
        actors_found(actors.values()),
        pairs_found(named.actors),
        queries_found(queries),
        pages_found(pages),
    )
    return [part for part in parts if part] or [element("p", say("No actor has this name."), look="soft")]


def _nothing(asked: Asked) -> Element:
    """Say why there are no sentences, and what to try."""
    if not forms_of(asked.words):
        return element("p", say("These words are in every text. Add one that is not."), look="lead")
    return empty_state(
        say("No sentence has all of these words"),
        say("Leave out a word, try another spelling, or clear the filters."),
    )


def _draw_filters(text: str, words: Words) -> Sought:
    """Draw the filters of sentences; return what is sought with them."""
    with st.container(horizontal=True, gap="small", key="search filters"):
        publisher = _draw_list(words("Publisher"), keys.FIND_PUBLISHER, publishers(), str)
        language = _draw_list(
            words("Language of the article"), keys.FIND_LANGUAGE, languages(), words.language_name
        )
        names = names_to_choose(keys.FIND_ACTOR, session.lens())
        with st.container():  # what is said about the actor stands below its field
            actor = draw_entity_field(words("Names the actor"), keys.FIND_ACTOR, names)
        since = _draw_day(words("Published from"), keys.FIND_SINCE)
        until = _draw_day(words("Published until"), keys.FIND_UNTIL)
    return Sought(text, publisher, language, actor if actor in names else None, since, until)


def _draw_list(label: str, key: str, offered: Iterable[str], title: Callable[[str], str]) -> str | None:
    """Draw a field for one of the values; one from a link is offered even if no article has it."""
    chosen = st.session_state.get(key)
    options = list(dict.fromkeys([*offered, *([chosen] if chosen else [])]))
    found: str | None = st.selectbox(
        label,
        options,
        index=None,
        key=named_key(key),
        placeholder=session.words()("All"),
        format_func=title,
        persist_state="session",
    )
    return found


def _draw_day(label: str, key: str) -> str | None:
    chosen = draw_day(label, key, persist_state="session")
    return chosen.isoformat() if chosen else None


def _chosen(sought: Sought) -> dict[str, object]:
    """Return the filters as parameters of the statement, those that are set."""
    filters = {
        "publisher": sought.publisher,
        "languages": [sought.language] if sought.language else None,
        "entity": sought.actor,
        "since": sought.since,
        "until": sought.until,
    }
    return {name: value for name, value in filters.items() if value}


def _draw_watch(asked: Asked, words: Words) -> None:
    """Draw the button that watches the words, as the page *Since* shows watched queries."""
    st.button(
        words("Watch these words"),
        icon=":material/visibility:",
        key="watch words",
        help=words("The page Since then shows the sentences that are new."),
        on_click=lambda: request(recording(watching(SENTENCES, asked.parameters()))),
    )
