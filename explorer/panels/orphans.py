"""Judgements whose claim is gone after the news was read again: what they said, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from explorer.elements import Element, element
from explorer.panels.widgets import badge
from explorer.words import Words


def orphan_list(orphans: Sequence[Mapping[str, Any]], words: Words) -> tuple[Element, ...]:
    """The list under its heading, or the good news that there is none."""
    head = element("h3", words("Judgements without their claim"))
    if not orphans:
        return (head, element("p", words("Every judgement has its claim."), look="lead"))
    advice = words(
        "The article or the extractor changed, so these claims are no longer made. Nothing is lost: "
        "a judgement finds its claim again when the same sentence is read the same way. Load the original "
        "article again, or judge the claim that took its place."
    )
    lines = (_line(orphan, words) for orphan in orphans)
    return (head, element("p", advice, look="lead"), element("ul", *lines, look="list"))


def _line(orphan: Mapping[str, Any], words: Words) -> Element:
    when = f"{orphan['author']} · {orphan['created_at'][:16].replace('T', ' ')} UTC · {orphan['claim']}"
    return element(
        "li",
        element(
            "span",
            element(
                "span",
                badge(words.term(orphan["judgement"]), orphan["judgement"]),
                *(badge(tag) for tag in orphan["tags"] or ()),
                look="row",
            ),
            element("span", orphan["note"]) if orphan["note"] else None,
            element("small", when),
            look="stack",
        ),
    )
