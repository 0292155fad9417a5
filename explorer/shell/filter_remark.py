"""Says in words which filters hold on a page, and what they leave as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from explorer.briefs.stated import Fact
from explorer.elements import Element, draw_elements, element
from explorer.phrases import Phrase, Said, joined, say
from explorer.reads.queries import entity
from explorer.view.filter_address import filters_to_url
from explorer.view.filters import Filters


def draw_filter_remark(filters: Filters, exceptions: Iterable[Said] = ()) -> None:
    """Draw a line with the filters, and the sentences on what they do not filter; nothing without filters."""
    if filters.count():
        draw_elements(*_remark(filters, exceptions), key="filter remark")


def _remark(filters: Filters, exceptions: Iterable[Said]) -> tuple[Element, ...]:
    lines = (say("Filtered by {filters}", filters=what_filters(filters)), *exceptions)
    return tuple(element("p", line, look="soft") for line in lines)


def what_filters(filters: Filters) -> Phrase:
    """Return the filters with their labels, in any language."""
    return joined(" · ", [Fact(name, value) for name, value in _named(filters).items()])


def _named(filters: Filters) -> Mapping[str, str]:
    """Return the filters as in an address, but with the names of speakers."""
    known = ((each, entity(each)) for each in filters.speakers)
    names = [quote(found.name if found else each, safe="") for each, found in known]
    return filters_to_url(filters) | ({"speaker": ",".join(names)} if names else {})
