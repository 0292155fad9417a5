"""The page *Overview*: all actors of the graph at once, from which an area opens in the network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import streamlit as st

from cypher.model.graph import Sign
from explorer.acts import perform
from explorer.acts.opening import OpenTogether
from explorer.elements import draw_elements, element
from explorer.overview import BLOC, COMMUNITY, draw_overview
from explorer.phrases import say
from explorer.reads.connections import data_version
from explorer.reads.overview import Overview, overview
from explorer.shell.frame import workspace
from explorer.view import keys, session
from explorer.view.address import to_url
from explorer.view.clock import known_by
from explorer.view.filters import Filters
from explorer.view.level import level
from explorer.view.state import Centre, View
from explorer.words import Words
from explorer.work.running import run_cancellable

MOST_OPENED = 100
"""Maximum number of actors that the network opens: its address must hold them all."""

HEIGHT = "max(25.5rem, calc(100dvh - 13rem - var(--remarks, 0rem)))"
"""The height of the picture: down to the lower end of the window."""

COLOURINGS = {COMMUNITY: "Communities", BLOC: "Blocs of states"}
SIGNS = (Sign.COOPERATION, Sign.CONFLICT, Sign.NEUTRAL)


def draw() -> None:
    """Draw the page: the filters and the picture of the whole graph."""
    session.follow_link(_open)
    _workspace()


def _open(opened: Mapping[str, str]) -> None:
    """Take over the parameters of a link; those without meaning filter nothing."""
    signs = opened.get("sign", "").split(",")
    st.session_state[keys.OVERVIEW_SIGNS] = [sign.value for sign in SIGNS if sign in signs]
    st.session_state[keys.OVERVIEW_SINCE] = _day(opened.get("since"))
    st.session_state[keys.OVERVIEW_UNTIL] = _day(opened.get("until"))
    colour = opened.get("colour")
    st.session_state[keys.OVERVIEW_COLOUR] = colour if colour in COLOURINGS else COMMUNITY


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


@workspace
def _workspace() -> None:
    words = session.words()
    _draw_controls(words)
    filters = _filters()
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
    with st.container(horizontal=True, gap="small", key="overview controls"):
        st.segmented_control(
            words("Colour by"),
            list(COLOURINGS),
            key=keys.OVERVIEW_COLOUR,
            format_func=lambda name: words(COLOURINGS[name]),
            required=True,
        )
        st.multiselect(
            words("Signs"),
            [sign.value for sign in SIGNS],
            key=keys.OVERVIEW_SIGNS,
            format_func=words.term,
            placeholder=words("All"),
            width=260,
        )
        for label, key in (("From", keys.OVERVIEW_SINCE), ("To", keys.OVERVIEW_UNTIL)):
            st.date_input(words(label), value=None, key=key, min_value=date(1900, 1, 1), width=160)


def _filters() -> Filters:
    days = (st.session_state.get(key) for key in (keys.OVERVIEW_SINCE, keys.OVERVIEW_UNTIL))
    since, until = (day.isoformat() if isinstance(day, date) else None for day in days)
    return Filters(signs=tuple(st.session_state.get(keys.OVERVIEW_SIGNS, ())), since=since, until=until)


def _address(filters: Filters, colour: str) -> dict[str, str]:
    """Return the parameters that reopen the page, without those that have their default."""
    parameters = {
        "sign": ",".join(filters.signs),
        "since": filters.since or "",
        "until": filters.until or "",
        "colour": "" if colour == COMMUNITY else colour,
    }
    return {name: value for name, value in parameters.items() if value}


def _note(found: Overview, words: Words) -> str:
    """Say how much is drawn, and how much is not."""
    nodes = words.plural(found.nodes, "{number} entity", "{number} entities")
    pairs = words.plural(found.pairs, "{number} pair with ties", "{number} pairs with ties")
    left_out = words(
        "{number:,} with fewer partners are left out: the overview draws at most {most:,}",
        number=found.left_out,
        most=found.nodes,
    )
    return " · ".join((nodes, pairs, *([left_out] if found.left_out else [])))


@perform.register
def _open_together(act: OpenTogether) -> None:
    session.open_page("network", to_url(together(act.entities, _filters())))


def together(entities: Iterable[str], filters: Filters) -> View:
    """Return the view of only these entities, with the ties among them that pass the filters."""
    chosen = list(dict.fromkeys(entities))[:MOST_OPENED]
    return View(centres=tuple(Centre(entity, limit=0) for entity in chosen), filters=filters)
