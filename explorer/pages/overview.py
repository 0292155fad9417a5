"""The page *Overview*: all actors of the graph at once, from which an area opens in the network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from cypher.model.graph import Sign
from explorer.acts import perform
from explorer.acts.opening import OpenTogether
from explorer.elements import draw_elements, element
from explorer.overview import BLOC, COMMUNITY, draw_overview
from explorer.phrases import say
from explorer.reads.connections import data_version
from explorer.reads.overview import Overview, overview
from explorer.shell.filter_fields import FilterForm
from explorer.shell.filter_remark import draw_filter_remark
from explorer.shell.frame import workspace
from explorer.view import keys, session
from explorer.view.address import to_url
from explorer.view.clock import known_by
from explorer.view.day_field import draw_day
from explorer.view.days import day_of
from explorer.view.fields import named_key
from explorer.view.filter_address import filters_from_url, filters_to_url, unread_filters
from explorer.view.filters import NO_FILTERS, Filters
from explorer.view.level import level
from explorer.view.link_lists import left_out, parted
from explorer.view.state import Centre, View
from explorer.words import Words
from explorer.work.running import run_cancellable

MOST_OPENED = 100
"""Maximum number of actors that the network opens: its address must hold them all."""

HEIGHT = "max(25.5rem, calc(100dvh - 13rem - var(--remarks, 0rem)))"
"""The height of the picture: down to the lower end of the window."""

COLOURINGS = {COMMUNITY: "Communities", BLOC: "Blocs of states"}
SIGNS = (Sign.COOPERATION, Sign.CONFLICT, Sign.NEUTRAL)

_OF_OTHER_PAGES = ("kind", "verdict", "tag", "noted", "relations")
"""The parameters of filters that this page does not have."""


def draw() -> None:
    """Draw the page: the filters and the picture of the whole graph."""
    session.follow_link(_open)
    _workspace()


def _open(opened: Mapping[str, str]) -> None:
    st.session_state.update(_choices(opened))


def _choices(opened: Mapping[str, str]) -> dict[str, object]:
    """Return the values of the fields for the parameters of a link; those without meaning filter nothing."""
    signs, colour = parted(opened.get("sign")), opened.get("colour")
    return {
        keys.OVERVIEW_SIGNS: [sign.value for sign in SIGNS if sign in signs],
        keys.OVERVIEW_SINCE: day_of(opened.get("since")),
        keys.OVERVIEW_UNTIL: day_of(opened.get("until")),
        keys.OVERVIEW_COLOUR: colour if colour in COLOURINGS else COMMUNITY,
        keys.OVERVIEW_FILTERS: filters_from_url(opened),
    }


def unread(asked: Mapping[str, str]) -> list[str]:
    """Return the names of query parameters with a value that the page cannot read."""
    choices = _choices(asked)
    read = _address(_filters(choices), str(choices[keys.OVERVIEW_COLOUR]))
    lost = (*unread_filters(asked), *left_out(asked, {"colour": COMMUNITY, **read}, ("sign", "colour")))
    return list(dict.fromkeys((*lost, *filter(asked.get, _OF_OTHER_PAGES))))


@workspace
def _workspace() -> None:
    words = session.words()
    _draw_controls(words)
    filters = _filters(st.session_state)
    draw_filter_remark(_in_popover())
    colour = st.session_state.get(keys.OVERVIEW_COLOUR) or COMMUNITY
    session.show_address(_address(filters, colour))
    lens, language = session.lens(), words.language
    asked = (lens, filters, language, known_by(), level(), data_version())
    found = run_cancellable(
        "overview", asked, lambda: overview(lens, filters, language), "Drawing for {seconds} s"
    )
    if not found.nodes:
        draw_elements(element("p", say("No tie passes the lens and the filters."), look="lead"), key="empty")
        return
    draw_overview(
        found.picture,
        key="overview",
        colour=colour,
        most=MOST_OPENED,
        note=_note(found, words),
        height=HEIGHT,
        words=words,
    )


def _draw_controls(words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="overview controls"):
        st.segmented_control(
            words("Colour by"),
            list(COLOURINGS),
            key=named_key(keys.OVERVIEW_COLOUR),
            format_func=lambda name: words(COLOURINGS[name]),
            required=True,
            persist_state="session",
        )
        st.multiselect(
            words("Signs"),
            [sign.value for sign in SIGNS],
            key=named_key(keys.OVERVIEW_SIGNS),
            format_func=words.term,
            placeholder=words("All"),
            width=260,
            persist_state="session",
        )
        for label, key in (("From", keys.OVERVIEW_SINCE), ("To", keys.OVERVIEW_UNTIL)):
            draw_day(words(label), key, width=160, persist_state="session")
        form = FilterForm(_in_popover, _change, words)
        with form.popover(NO_FILTERS) as is_open:
            if is_open:
                form.draw_of_claims()
                form.draw_of_sources()


def _in_popover() -> Filters:
    """Return the filters without those that have fields in the row: signs and days."""
    return _filters({keys.OVERVIEW_FILTERS: st.session_state.get(keys.OVERVIEW_FILTERS)})


def _change(filters: Filters) -> None:
    st.session_state[keys.OVERVIEW_FILTERS] = filters


def _filters(choices: Mapping[Any, Any]) -> Filters:
    """Return the filters that the fields hold, by the keys of the session."""
    days = (choices.get(key) for key in (keys.OVERVIEW_SINCE, keys.OVERVIEW_UNTIL))
    since, until = (day.isoformat() if isinstance(day, date) else None for day in days)
    chosen: Filters = choices.get(keys.OVERVIEW_FILTERS) or NO_FILTERS
    ours = replace(chosen, kinds=(), verdicts=(), tags=(), noted=False, relations=False)
    return replace(ours, signs=tuple(choices.get(keys.OVERVIEW_SIGNS) or ()), since=since, until=until)


def _address(filters: Filters, colour: str) -> dict[str, str]:
    """Return the parameters that reopen the page, without those that have their default."""
    return filters_to_url(filters) | ({} if colour == COMMUNITY else {"colour": colour})


def _note(found: Overview, words: Words) -> str:
    """Say how much is drawn, and how much is not."""
    nodes = words.plural(found.nodes, "{number} entity", "{number} entities")
    pairs = words.plural(found.pairs, "{number} pair with ties", "{number} pairs with ties")
    left_out = words(
        "{number} with fewer partners are left out: the overview draws at most {most}",
        number=found.left_out,
        most=found.nodes,
    )
    return " · ".join((nodes, pairs, *([left_out] if found.left_out else [])))


@perform.register
def _open_together(act: OpenTogether) -> None:
    session.open_page("network", to_url(together(act.entities, _filters(st.session_state))))


def together(entities: Iterable[str], filters: Filters) -> View:
    """Return the view of only these entities, with the ties among them that pass the filters."""
    chosen = list(dict.fromkeys(entities))[:MOST_OPENED]
    return View(centres=tuple(Centre(entity, limit=0) for entity in chosen), filters=filters)
