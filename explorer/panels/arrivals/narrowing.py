"""What the page of what came in is narrowed to, and how to show everything again."""

from __future__ import annotations

from cypher.arrivals.items import Arrivals
from cypher.arrivals.only import Of, Only
from cypher.model.ids import dataset_label
from explorer.acts.arrivals import ShowArrivals
from explorer.elements import Element, element
from explorer.phrases import EventType, Said, joined, say


def narrowing(found: Arrivals) -> Element | None:
    """Build the line that says what is shown alone; None if everything is."""
    only = found.asked.only
    if only is None:
        return None
    return element(
        "div",
        element("strong", say("Only {what}", what=_name(only, found))),
        element("button", say("Show everything"), look="act", act=ShowArrivals("")),
        look="spread",
    )


def _name(only: Only, found: Arrivals) -> Said:
    if only.of is Of.TYPE:
        return EventType(only.key)
    if only.of is Of.COUNTRY:
        return next((each.name for each in found.countries.shown if each.code == only.key), None) or only.key
    return source_name(only)


def source_name(only: Only) -> Said:
    """Name a source."""
    name: Said = dataset_label(only.key) if only.of is Of.DATASET else only.key or say("unnamed publisher")
    return joined(" · ", (name, say("made by hand") if only.of is Of.BY_HAND else None))
