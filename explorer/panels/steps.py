"""The trail of the reader's last steps, each named by what it changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from explorer.acts.network import GoToStep
from explorer.elements import Element, element
from explorer.graph.appearance import Colour, Size
from explorer.graph.arrangement import Layout
from explorer.phrases import Day, Said, joined, say
from explorer.view.state import START, Link, LinkKind, View

SHOWN = 6

Name = Callable[[str], str]
"""Returns the name of an entity by its id."""


def steps_line(views: Sequence[View], name: Name) -> Element:
    """Build a line of the last `SHOWN` views. A click on an earlier one goes back to it."""
    first = max(0, len(views) - SHOWN)
    crumbs: list[Element] = []
    for place in range(first, len(views)):
        text = step_name(views[place - 1] if place else None, views[place], name)
        here = place == len(views) - 1
        crumbs.append(element("span", text, look="crumb here") if here else _crumb(text, place))
    more = element("span", "…", look="soft") if first else None
    return element("div", more, *crumbs, look="crumbs")


def _crumb(text: Said, place: int) -> Element:
    return element("button", text, look="crumb", act=GoToStep(place))


def step_name(before: View | None, after: View, name: Name) -> Said:
    """Name the change from one view to the next in a few words."""
    if before is None or before.subject != after.subject or before.centres[:1] != after.centres[:1]:
        return _subject(after, name)
    changes = (_centres, _links, _inside, _hidden, _pins, _filters, _window, _folds, _layout, _appearance)
    found = (change(before, after, name) for change in changes)
    return next((step for step in found if step), say("Change"))


def _subject(view: View, name: Name) -> Said:
    if view.centres:
        first = view.centres[0].entity
        return say("Start") if first == START else name(first)
    return _link(view.links[0], name)


def _link(link: Link, name: Name) -> Said:
    names = ", ".join(map(name, link.entities))
    if link.kind is LinkKind.PATHS:
        return say("Paths: {names}", names=names)
    return say("Common neighbours: {names}", names=names)


def _centres(before: View, after: View, name: Name) -> Said:
    new = [centre.entity for centre in after.centres if centre not in before.centres]
    gone = [centre.entity for centre in before.centres if centre not in after.centres]
    if new:
        return "+ " + ", ".join(map(name, dict.fromkeys(new)))
    return "− " + ", ".join(map(name, dict.fromkeys(gone))) if gone else ""


def _links(before: View, after: View, name: Name) -> Said:
    new = [link for link in after.links if link not in before.links]
    if new:
        return _link(new[0], name)
    return say("Remove connections") if before.links != after.links else ""


def _hidden(before: View, after: View, name: Name) -> Said:
    new = [entity for entity in after.hidden if entity not in before.hidden]
    if new:
        return say("Hide {names}", names=", ".join(map(name, new)))
    return say("Show hidden") if before.hidden != after.hidden else ""


def _pins(before: View, after: View, name: Name) -> Said:
    new = [pin.entity for pin in after.pins if pin not in before.pins]
    gone = [pin.entity for pin in before.pins if pin not in after.pins]
    if new:
        return say("Pin {names}", names=", ".join(map(name, new)))
    return say("Unpin {names}", names=", ".join(map(name, gone))) if gone else ""


def _filters(before: View, after: View, name: Name) -> Said:
    if before.filters == after.filters:
        return ""
    number = after.filters.count()
    return say("Filters ({number})", number=number) if number else say("Clear filters")


def _window(before: View, after: View, name: Name) -> Said:
    if before.window == after.window:
        return ""
    return joined(" – ", map(Day, after.window)) if after.window else say("All time")


def _inside(before: View, after: View, name: Name) -> Said:
    new = [entity for entity in after.inside if entity not in before.inside]
    gone = [entity for entity in before.inside if entity not in after.inside]
    if new:
        return say("Actors of {names}", names=", ".join(map(name, new)))
    return say("Without the actors of {names}", names=", ".join(map(name, gone))) if gone else ""


def _folds(before: View, after: View, name: Name) -> Said:
    if before.bundled != after.bundled:
        return say("Bundle ties") if after.bundled else say("Separate ties")
    if before.opened != after.opened or before.groupings == after.groupings:
        return say("Open a group") if before.opened != after.opened else ""
    return say("Group") if after.groupings else say("Ungroup")


_LAYOUTS: Mapping[Layout, Said] = {
    Layout.FORCE: say("Layout by forces"),
    Layout.LAYERS: say("Layout in layers"),
    Layout.CIRCLE: say("Layout on a circle"),
    Layout.RINGS: say("Layout in rings"),
}


def _layout(before: View, after: View, name: Name) -> Said:
    return _LAYOUTS[after.arrangement.layout] if before.arrangement != after.arrangement else ""


_SIZES: Mapping[Size, Said] = {
    Size.DEGREE: say("Size by number of ties"),
    Size.VOICES: say("Size by voices"),
    Size.BETWEENNESS: say("Size by betweenness"),
}
_COLOURS: Mapping[Colour, Said] = {
    Colour.KIND: say("Colour by kind"),
    Colour.COMMUNITY: say("Colour by community"),
}


def _appearance(before: View, after: View, name: Name) -> Said:
    if before.appearance.size is not after.appearance.size:
        return _SIZES[after.appearance.size]
    return _COLOURS[after.appearance.colour] if before.appearance != after.appearance else ""
