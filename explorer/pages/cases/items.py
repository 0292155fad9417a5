"""The items of the open case, grouped by kind; each opens where it stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from cypher.cases.collecting import notes_now
from cypher.cases.items import CaseItem, CaseKind
from cypher.cases.reading import Case, items_of, shown_items
from cypher.errors import UsageError
from cypher.records.cases import CaseLook
from explorer.acts import perform
from explorer.acts.cases import OpenCaseItem, RemoveCaseItem
from explorer.cases.changing import remove_item
from explorer.cases.names import KINDS
from explorer.cases.opened import shown_case
from explorer.elements import Element, draw_elements, element
from explorer.moments import moment
from explorer.pages.cases.said import Notes, marks, said
from explorer.panels.widgets import badge
from explorer.phrases import Plural, joined, say
from explorer.reads.arrivals import new_claims
from explorer.reads.connections import reader
from explorer.view import session
from explorer.view.clock import KNOWN_BY
from explorer.view.level import level

_TOLD = frozenset({CaseKind.ENTITY, CaseKind.PAIR})
_PAGES: set[str] = set()


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the items: the reader's last look, new claims by item, and the notes as they are."""

    before: CaseLook | None
    fresh: Mapping[str, int]
    notes: Notes


def offer_pages(pages: Collection[str]) -> None:
    """Say which pages an item can open."""
    _PAGES.update(pages)


def draw_items(found: Case, before: CaseLook | None) -> None:
    """Draw the items; those that others added since the look `before` are marked as new."""
    items = shown_items(found, items_of(reader(), found.case, session.reader_name()))
    if not items:
        hint = say("Nothing is in this case yet. Use “Add to a case” on any page.")
        draw_elements(element("p", hint, look="lead"), key="case items")
        return
    known = _Known(before, _fresh(items, before), notes_now(reader(), items))
    groups = (
        _group(heading, [each for each in items if each.kind is kind], known)
        for kind, heading in KINDS.items()
    )
    draw_elements(*(group for group in groups if group), key="case items", subject=found.case)


def _fresh(items: Sequence[CaseItem], before: CaseLook | None) -> Mapping[str, int]:
    """Return how many claims on entities and pairs came in since the look `before`, by the id of the item."""
    about = [item for item in items if item.kind in _TOLD and item.entities]
    if before is None or not about:
        return {}
    numbers = new_claims(before.looked_at, session.lens(), level(), [item.entities for item in about])
    return {item.id: number for item, number in zip(about, numbers, strict=True) if number}


def _group(heading: str, items: Sequence[CaseItem], known: _Known) -> Element | None:
    if not items:
        return None
    lines = (_line(each, known) for each in items)
    return element("section", element("h3", say(heading)), element("ul", *lines, look="list"))


def _line(item: CaseItem, known: _Known) -> Element:
    before, fresh = known.before, known.fresh.get(item.id, 0)
    is_new = before and item.added_at > before.looked_at and item.added_by != session.author()
    return element(
        "li",
        element(
            "span",
            element(
                "span",
                element("button", item.title, look="title", act=OpenCaseItem(item.id)),
                badge(say("new")) if is_new else None,
                badge(_news(fresh)) if fresh else None,
                *marks(item, known.notes),
                look="row",
            ),
            *said(item, known.notes),
            element("span", item.remark) if item.remark else None,
            element(
                "small", joined(" · ", (say("added by {name}", name=item.added_by), moment(item.added_at)))
            ),
            look="stack",
        ),
        element("button", say("Remove"), look="act", act=RemoveCaseItem(item.id)),
    )


def _news(fresh: int) -> Plural:
    return Plural(fresh, "{number} new claim since you looked", "{number} new claims since you looked")


def _item(item: str) -> tuple[Case, CaseItem]:
    found = shown_case()
    kept = items_of(reader(), found.case, session.reader_name())
    if item not in found.items or item not in kept:
        raise UsageError("This item is no longer in the case. Reload the page.")
    return found, kept[item]


@perform.register
def _open_item(act: OpenCaseItem) -> None:
    _, item = _item(act.item)
    address = dict(item.address)
    page = address.pop("page", "")
    if page not in _PAGES:
        raise UsageError("This item opens no page that this version has.")
    session.look_from({KNOWN_BY: "", **address})
    session.open_page(page, address)


@perform.register
def _remove_item(act: RemoveCaseItem) -> None:
    remove_item(*_item(act.item))
