"""The fields of the mapping of a table: which column is what of an event, and what its words mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from cypher.model.ids import content_id
from cypher.model.ontology import event_types
from explorer.view import keys, session
from explorer.view.fields import named_key, on_change
from explorer.words import Words
from explorer.work.event_data import Table

FIELDS: Mapping[str, str] = {
    "date": "Date",
    "actor": "Actor",
    "recipient": "Recipient",
    "event": "What happened",
    "place": "Place",
    "country": "Country of the place",
    "fatalities": "Fatalities",
    "url": "Address of the report",
    "publisher": "Publisher",
    "title": "Title of the report",
    "published": "Published on",
    "text": "Text of the report",
    "language": "Language (such as en or id)",
    "key": "Number of the event",
    "mode": "Mode of PLOVER",
    "actor_code": "Code of the actor",
    "actor_country": "Country of the actor",
    "actor_sector": "Sector of the actor",
    "recipient_code": "Code of the recipient",
    "recipient_country": "Country of the recipient",
    "recipient_sector": "Sector of the recipient",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "intensity": "The table's own score",
    "confidence": "Confidence, from 0 to 1",
}
"""What an event can have, by the names of the command line, with a label each; the usual ones first."""

CODES: Mapping[str, str] = {
    "plover": "Types of PLOVER",
    "cameo": "Codes of CAMEO",
    "own": "Words of its own",
}
"""How a table says what happens, by the names of the command line."""

MOST_WORDS = 40
"""The maximum number of words that have a field; the most frequent ones."""

_USUAL = 7
_NONE, _TEXT = -1, -2
_PREFIX = "events field "


def forget_fields() -> None:
    """Forget what the fields hold, because the mapping is another one."""
    for key in [each for each in st.session_state if str(each).startswith(_PREFIX)]:
        del st.session_state[key]
    st.session_state.pop(keys.EVENTS_DRAFT, None)


def taken(draft: Mapping[str, Any]) -> dict[str, Any]:
    """Return a mapping as the command line takes it, without texts that are still empty."""
    constants = {name: text for name, text in draft.get("constants", {}).items() if text}
    return {name: each for name, each in {**draft, "constants": constants}.items() if each not in ("", None)}


def draw_fields(table: Table, draft: dict[str, Any], words: Words) -> None:
    """Draw the fields of a mapping, which change `draft`."""
    names = list(FIELDS)
    with st.container(key="events fields"):
        _draw_columns(names[:_USUAL], table, draft, words)
    if draft.get("codes") == "own":
        _draw_words(table, draft, words)
    with st.expander(words("More fields")):
        _draw_columns(names[_USUAL:], table, draft, words)
    with st.expander(words("Dates, parties and codes")):
        _draw_settings(draft, words)


def _draw_columns(names: list[str], table: Table, draft: dict[str, Any], words: Words) -> None:
    pairs = [names[at : at + 2] for at in range(0, len(names), 2)]
    for pair in pairs:
        for column, name in zip(st.columns(2), pair, strict=False):
            with column:
                _draw_column(name, table, draft, words)


def _draw_column(name: str, table: Table, draft: dict[str, Any], words: Words) -> None:
    """Draw the choice of the column that has a field, or of a text that is the same in all rows."""
    key, samples = _PREFIX + name, [_option(table, at) for at in range(len(table.columns))]

    def said(place: int) -> str:
        if place == _NONE:
            return words("not in the table")
        return words("the same in all rows") if place == _TEXT else samples[place]

    st.session_state.setdefault(key, _place(name, table, draft))
    chosen = st.selectbox(
        words(FIELDS[name]),
        [_NONE, *range(len(table.columns)), _TEXT],
        format_func=said,
        key=named_key(key, *samples),
        on_change=on_change(key, partial(_choose, name, table)),
    )
    if chosen == _TEXT:
        own = f"{key} text"
        st.session_state.setdefault(own, draft.get("constants", {}).get(name, ""))
        st.text_input(
            words("Text for all rows"),
            key=own,
            label_visibility="collapsed",
            placeholder=words("Text for all rows"),
            max_chars=500,
            on_change=on_change(own, partial(_change, ("constants", name))),
        )


def _option(table: Table, place: int) -> str:
    """Name a column, with the first value in it."""
    sample = next((row[place] for row in table.rows if place < len(row) and row[place]), "")
    name = table.columns[place][:60] or "…"
    return f"{name} · {sample[:30]}" if sample else name


def _place(name: str, table: Table, draft: Mapping[str, Any]) -> int:
    column = draft.get("columns", {}).get(name, "").casefold()
    found = (at for at, each in enumerate(table.columns) if column and each.casefold() == column)
    return next(found, _TEXT if name in draft.get("constants", {}) else _NONE)


def _choose(name: str, table: Table, place: int) -> None:
    draft = st.session_state[keys.EVENTS_DRAFT]
    columns, constants = dict(draft.get("columns", {})), dict(draft.get("constants", {}))
    columns.pop(name, None)
    constants.pop(name, None)
    if place >= 0:
        columns[name] = table.columns[place]
    elif place == _TEXT:
        constants[name] = ""
        st.session_state.pop(f"{_PREFIX}{name} text", None)
    kept = {key: each for key, each in draft.items() if name != "event" or key not in {"codes", "words"}}
    st.session_state[keys.EVENTS_DRAFT] = {**kept, "columns": columns, "constants": constants}
    if name == "event":
        st.session_state.pop(f"{_PREFIX}codes", None)


def _change(path: tuple[str, ...], value: object) -> None:
    """Put the new value of a field into the mapping."""
    draft = st.session_state[keys.EVENTS_DRAFT]
    if len(path) == 1:
        st.session_state[keys.EVENTS_DRAFT] = {**draft, path[0]: value}
    else:
        part, name = path
        st.session_state[keys.EVENTS_DRAFT] = {**draft, part: {**draft.get(part, {}), name: value}}


def _draw_words(table: Table, draft: dict[str, Any], words: Words) -> None:
    """Draw a field for the meaning of each of the table's words for events."""
    meanings: Mapping[str, str] = draft.get("words", {})
    shown = [word for word in table.words if word in meanings][:MOST_WORDS]
    with st.expander(words("What the table's words for events mean"), expanded=True):
        for number, word in enumerate(shown):
            left, right = st.columns([5, 6], vertical_alignment="center")
            left.text(f"{word[:80]} ({words.number(table.words[word])})")
            with right:
                _draw_meaning(word, meanings[word], number, words)
        if len(meanings) > len(shown):
            more = len(meanings) - len(shown)
            st.caption(words("Further words: {number}. Their meanings are in the mapping file.", number=more))


def _draw_meaning(word: str, meaning: str, number: int, words: Words) -> None:
    key = f"{_PREFIX}word {content_id('word', word)}"
    options = ["", *_meanings()]
    st.session_state.setdefault(key, meaning if meaning in options else "")
    st.selectbox(
        words("Meaning of word {number}", number=number + 1),
        options,
        format_func=lambda each: _meaning(each, words),
        key=named_key(key),
        label_visibility="collapsed",
        on_change=on_change(key, partial(_change, ("words", word))),
    )


def _meanings() -> list[str]:
    return [
        code if mode is None else f"{code}/{mode}"
        for code, kind in event_types().items()
        if not kind.imported
        for mode in (None, *kind.modes)
    ]


def _meaning(text: str, words: Words) -> str:
    code, _, mode = text.partition("/")
    if not code:
        return words("leave these rows out")
    named = words.mode(code, mode) if mode else None
    return f"{words.event_type(code)} · {named}" if named else words.event_type(code)


def _draw_settings(draft: dict[str, Any], words: Words) -> None:
    """Draw how the table writes codes, dates, parties and letters."""
    key = f"{_PREFIX}codes"
    st.session_state.setdefault(key, draft.get("codes", "plover"))
    st.selectbox(
        words("The table says what happens by"),
        list(CODES),
        format_func=lambda each: words(CODES[each]),
        key=named_key(key),
        on_change=on_change(key, partial(_change, ("codes",))),
    )
    left, right = st.columns(2)
    with left:
        _draw_text("dates", "Format of dates", draft, words("such as %d.%m.%Y; empty if dates are clear"))
        _draw_text("encoding", "Encoding", draft, words("empty for UTF-8 and Windows-1252"))
    with right:
        _draw_text("parties", "Separator of several parties", draft, words("one character"), 1)
        _draw_directed(draft, words)


def _draw_text(name: str, label: str, draft: Mapping[str, Any], hint: str, longest: int = 30) -> None:
    key = _PREFIX + name
    st.session_state.setdefault(key, draft.get(name) or "")
    st.text_input(
        session.words()(label),
        key=key,
        placeholder=hint,
        max_chars=longest,
        on_change=on_change(key, partial(_change, (name,))),
    )


def _draw_directed(draft: Mapping[str, Any], words: Words) -> None:
    key = f"{_PREFIX}directed"
    st.session_state.setdefault(key, bool(draft.get("directed", True)))
    st.toggle(
        words("The actor does it to the recipient"),
        key=key,
        help=words("Off: both do it together, such as a meeting."),
        on_change=on_change(key, partial(_change, ("directed",))),
    )
