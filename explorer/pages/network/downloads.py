"""The popovers "Download" and "Ask": files of the picture, and queries that fit the selection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from cypher.catalog.catalog import Statement
from explorer.acts import perform
from explorer.acts.opening import OpenQuery
from explorer.briefs import stated
from explorer.elements import draw_elements
from explorer.network.memory import remembered
from explorer.queries.download import Shown, draw_download, stamp_of
from explorer.queries.listing import fitting, fitting_list
from explorer.queries.offered import offered, saved_queries
from explorer.queries.tables import tie_table
from explorer.reads.claims_behind import claims_reader
from explorer.reads.picture import Picture
from explorer.view import session
from explorer.view.address import to_url
from explorer.view.clock import known_by
from explorer.view.fields import popover
from explorer.view.state import START, View, select_node
from explorer.words import Words

_NAMED = 3


def draw_picture_download(view: View, drawn: Picture, network: str) -> None:
    """Draw the popover "Download"; `network` is the key of the network on the page."""
    draw_download(partial(shown_picture, view, drawn, network), "picture")


def shown_picture(view: View, drawn: Picture, network: str) -> Shown:
    """Return the picture for its files: the ties on the screen, with the nodes at their positions.

    The selection and the pins are not included.
    """
    title = title_of(view, drawn, session.words())
    period = drawn.shown_period(view)
    address = to_url(replace(select_node(view, None), pins=(), window=period))
    stamp = stamp_of({"view": title}, address | _explained(drawn, period))
    table, graph = tie_table(drawn.seen(view)), drawn.seen_as_drawn(view)
    kept = remembered(network, view.drawing)
    placed, styles = partial(kept.placed, graph), partial(kept.styles, drawn.graph, view.appearance)
    claims = claims_reader(session.lens(), known_by(), drawn.filters_seen(view))
    return Shown(title, stamp, table, graph, placed, styles, period, claims)


def _explained(drawn: Picture, period: tuple[str, str] | None) -> dict[str, str]:
    """What files should say about a picture besides the view's address; a stamp says it in English."""
    said = {}
    if period:
        said["window"] = stated.period(Words(), *period)
    if drawn.left_out:
        said["not drawn"] = stated.left_out(Words(), drawn.left_out)
    return said


def stamp_line(view: View, drawn: Picture, network: str) -> str:
    """Return the line below a picture that is saved as PNG."""
    shown = shown_picture(view, drawn, network)
    words = session.words()
    return f"{shown.title} · {shown.picture_stamp(words).line(words)}"


def title_of(view: View, drawn: Picture, words: Words) -> str:
    """Return what a picture shows, for its files and the tab: its centres, or the latest news."""
    names = [drawn.ties.nodes[centre].name for centre in named_centres(view, drawn)]
    if not names:
        return words("The ties of the latest news")
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")


def named_centres(view: View, drawn: Picture) -> list[str]:
    """Return the centres that are drawn, after which a picture is named."""
    centres = (centre.entity for centre in view.centres if centre.entity != START)
    return [centre for centre in centres if centre in drawn.ties.nodes]


def _selected(view: View, drawn: Picture) -> tuple[str, ...]:
    """The selected entities, or the ends of the selected edge."""
    edge = drawn.ties.edges.get(view.edge or "")
    return (edge.actor, edge.recipient) if edge else tuple(view.nodes)


def draw_queries(view: View, drawn: Picture, words: Words) -> None:
    """Draw the popover "Ask" with the queries that fit the selection."""
    entities = _selected(view, drawn)
    is_met = bool(entities) and _is_met(entities)
    with popover(
        words("Ask"),
        ":material/quiz:",
        "ask",
        disabled=not is_met,
        help=None if is_met else words("Select one or two entities, or an edge"),
    ) as is_open:
        if is_met and is_open:
            draw_elements(*fitting_list(_fitting(entities), entities), key="fitting queries")


def _is_met(entities: Sequence[str]) -> bool:
    """Return whether any query fits; those of analysts are read only if none of the catalogue does."""
    return bool(fitting(saved_queries(), entities) or _fitting(entities))


def _fitting(entities: Sequence[str]) -> dict[str, Statement]:
    found = offered(session.reader_name())
    queries = {name: each for name, each in found.statements.items() if name not in found.broken}
    return {name: queries[name] for name in fitting(queries, entities)}


@perform.register
def _open_query(act: OpenQuery) -> None:
    """Open the query with its form filled in."""
    queries = offered(session.reader_name()).statements
    filled = fitting({name: queries[name] for name in (act.query,) if name in queries}, act.entities)
    if act.query in filled:
        session.open_page("queries", {"query": act.query, **filled[act.query]})
