"""The choice above the page *Review*: a queue, the filters of its claims, and their form in the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from cypher.model.ontology import event_types
from cypher.review.queues import Stage
from explorer.view import keys
from explorer.view.day_field import draw_day
from explorer.view.days import day_of
from explorer.view.fields import named_key
from explorer.view.link_lists import joined, left_out, parted
from explorer.words import Words

ACTORS = "actors"
"""The choice that shows the merging of actors in place of a queue of claims."""

BY_HAND = "by_hand"
"""The choice that lists the claims that analysts made by hand."""

STAGES: Mapping[str, str] = {
    Stage.FIRST: "Not judged yet",
    Stage.SECOND: "Second opinion",
    Stage.DISPUTED: "Disagreements",
    ACTORS: "Same actor?",
    BY_HAND: "By hand",
}

LANGUAGES = ("id", "en")
"""The languages of claims that can be chosen."""

_CLOSED = ("stage", "event_type", "written_in", "since", "until")
"""The parameters whose values come from closed lists, or have one form."""


def take_over(opened: Mapping[str, str]) -> None:
    """Make the choices of a link."""
    st.session_state.update(_choices(opened))


def _choices(opened: Mapping[str, str]) -> dict[str, object]:
    """Return the values of the fields for the parameters of a link; those without meaning choose nothing."""
    stage, types = opened.get("stage"), _types()
    return {
        keys.REVIEW_STAGE: stage if stage in STAGES else Stage.FIRST.value,
        keys.REVIEW_TYPES: [code for code in parted(opened.get("event_type")) if code in types],
        keys.REVIEW_LANGUAGES: [code for code in parted(opened.get("written_in")) if code in LANGUAGES],
        keys.REVIEW_SINCE: day_of(opened.get("since")),
        keys.REVIEW_UNTIL: day_of(opened.get("until")),
        keys.MERGED_ENTITY: opened.get("entity") or None,
        keys.MERGED_INTO: opened.get("into") or None,
    }


def address(choices: Mapping[Any, Any]) -> dict[str, str]:
    """Return the parameters that reopen the page with these choices, by the keys of the session."""
    stage, filters = choices.get(keys.REVIEW_STAGE) or Stage.FIRST.value, filters_of(choices)
    claims = {
        "event_type": joined(filters["event_types"] or ()),
        "written_in": joined(filters["languages"] or ()),
        "since": filters["since"],
        "until": filters["until"],
    }
    actors = {"entity": choices.get(keys.MERGED_ENTITY), "into": choices.get(keys.MERGED_INTO)}
    others: dict[str, Any] = {} if stage == BY_HAND else actors if stage == ACTORS else claims
    parameters = {"stage": "" if stage == Stage.FIRST else stage, **others}
    return {name: value for name, value in parameters.items() if value}


def unread(asked: Mapping[str, str]) -> list[str]:
    """Return the names of query parameters with a value that the page cannot read."""
    read = {"stage": Stage.FIRST.value, **address({**_choices(asked), keys.REVIEW_STAGE: Stage.FIRST.value})}
    if asked.get("stage") in STAGES:
        read["stage"] = asked["stage"]
    return left_out(asked, read, _CLOSED)


def filters_of(choices: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the filters of claims as parameters of a queue, by the keys of the session."""
    since, until = choices.get(keys.REVIEW_SINCE), choices.get(keys.REVIEW_UNTIL)
    return {
        "event_types": list(choices.get(keys.REVIEW_TYPES) or ()) or None,
        "languages": list(choices.get(keys.REVIEW_LANGUAGES) or ()) or None,
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
    }


def draw_choice(words: Words) -> str:
    """Draw the choice of a queue, with the filters of claims, and return the chosen one."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="review choice"):
        st.session_state.setdefault(keys.REVIEW_STAGE, Stage.FIRST.value)
        stage = st.segmented_control(
            words("Queue"),
            list(map(str, STAGES)),
            format_func=lambda each: words(STAGES[each]),
            key=named_key(keys.REVIEW_STAGE),
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
        if stage not in (ACTORS, BY_HAND):
            _draw_filters(words)
    return stage or Stage.FIRST.value


def _types() -> list[str]:
    return [code for code, each in event_types().items() if not each.imported]


def _draw_filters(words: Words) -> None:
    with st.popover(words("Filters"), icon=":material/filter_list:"):
        every = words("All")
        st.multiselect(
            words("Event types"),
            _types(),
            format_func=words.event_type,
            key=named_key(keys.REVIEW_TYPES),
            placeholder=every,
            persist_state="session",
        )
        st.multiselect(
            words("Language"),
            LANGUAGES,
            format_func=str.upper,
            key=keys.REVIEW_LANGUAGES,
            placeholder=every,
            persist_state="session",
        )
        for label, key in (("From", keys.REVIEW_SINCE), ("To", keys.REVIEW_UNTIL)):
            draw_day(words(label), key, persist_state="session")
