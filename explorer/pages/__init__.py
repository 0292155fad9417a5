"""The pages in the order of the sidebar. To add one, add a module and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from explorer.acts import perform
from explorer.acts.opening import GoToPage
from explorer.briefs import kept as briefs_changed
from explorer.by_hand import kept as claims_by_hand
from explorer.cases import kept as cases_changed
from explorer.identity.roles import Right
from explorer.judging import kept as verdicts
from explorer.notes import kept as notes
from explorer.pages import (
    actor_filters,
    actors,
    add,
    documents,
    opening,
    overview,
    quality,
    queries,
    search,
)
from explorer.pages.briefs import page as briefs
from explorer.pages.cases import items as case_items
from explorer.pages.cases import page as cases
from explorer.pages.events import page as events
from explorer.pages.network import acts
from explorer.pages.network import page as network
from explorer.pages.operations import page as operations
from explorer.pages.review import choice
from explorer.pages.review import page as review
from explorer.pages.since import page as since
from explorer.pages.sources import page as sources
from explorer.queries import kept as queries_typed
from explorer.view import address, search_address, session

__all__ = ["PAGES", "PageEntry", "acts", "opening"]  # acts and opening register what clicks do

_DRAFTS = (
    notes,
    queries_typed,
    verdicts,
    briefs_changed,
    cases_changed,
    claims_by_hand,
)  # these register their kinds of drafts


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its name in the address, its title in English and the function that draws it."""

    path: str
    title: str
    draw: Callable[[], None]
    unread: session.FindUnread = lambda _asked: ()
    """Finds the parameters of an address that the page cannot read."""
    needs_news: bool = True
    """Whether it is replaced by a hint while the graph is empty."""
    right: Right = Right.READ
    """What the reader's role must allow; without it, the sidebar leaves the page out."""


PAGES = (
    PageEntry("network", "Network", network.draw, address.unread),
    PageEntry("overview", "Overview", overview.draw, overview.unread),
    PageEntry("search", "Search", search.draw, search_address.unread),
    PageEntry("since", "Since", since.draw, since.unread),
    PageEntry("actors", "Actors", actors.draw, actor_filters.unread),
    PageEntry("queries", "Queries", queries.draw),
    PageEntry("briefs", "Briefs", briefs.draw),
    PageEntry("cases", "Cases", cases.draw),
    PageEntry("documents", "Documents", documents.draw),
    PageEntry("review", "Review", review.draw, choice.unread),
    PageEntry("quality", "Quality", quality.draw),
    PageEntry("sources", "Sources", sources.draw, needs_news=False),
    PageEntry("add", "Add", add.draw, needs_news=False),
    PageEntry("events", "Event data", events.draw, needs_news=False),
    PageEntry("operations", "Operations", operations.draw, needs_news=False, right=Right.LOAD),
)

search.offer_pages({page.path: page.title for page in PAGES})
case_items.offer_pages([page.path for page in PAGES])


@perform.register
def _go_to_page(act: GoToPage) -> None:
    if act.page in {page.path for page in PAGES}:
        session.go_to_page(act.page)
