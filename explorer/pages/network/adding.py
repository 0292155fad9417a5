"""The buttons that keep the drawn network in the reader's brief, and the present view in a case."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cypher.briefs.collecting import collect_network
from cypher.cases.items import CaseKind
from explorer.briefs.adding import add_to_brief, standpoint
from explorer.briefs.networks import frozen
from explorer.briefs.stated import filters_of
from explorer.cases.asking import add_page_to_case
from explorer.network.export import all_places
from explorer.pages.network.downloads import named_centres, shown_picture, title_of
from explorer.reads.picture import Picture
from explorer.reads.queries import claim_filters
from explorer.view.state import View
from explorer.words import Words


def draw_adding(view: View, drawn: Picture, network: str, words: Words) -> None:
    """Draw the buttons; `network` is the key of the network on the page, whose nodes keep their places."""
    st.button(
        "",
        icon=":material/note_add:",
        key="network to a brief",
        help=words("Add this network to a brief"),
        disabled=not drawn.seen(view).edges,
        on_click=_add,
        args=(view, drawn, network),
    )
    st.button(
        "",
        icon=":material/create_new_folder:",
        key="view to a case",
        help=words("Add this view to a case"),
        on_click=_add_to_case,
        args=(view, drawn, words),
    )


def _add_to_case(view: View, drawn: Picture, words: Words) -> None:
    add_page_to_case(CaseKind.VIEW, title_of(view, drawn, words))


def _add(view: View, drawn: Picture, network: str) -> None:
    shown = shown_picture(view, drawn, network)
    graph = drawn.seen_as_drawn(view)
    kept = frozen(graph, all_places(graph, shown.placed().nodes if shown.placed else {}))
    seen = replace(standpoint(), filters=tuple(filters_of(shown.stamp).items()))
    filters = claim_filters(drawn.filters_seen(view))
    centres = named_centres(view, drawn)
    add_to_brief(
        lambda database, author: collect_network(database, kept, centres, seen, filters, author),
        ", ".join(centres),
    )
