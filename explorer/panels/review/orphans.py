"""The list of judgements whose claim is no longer in the graph, with advice on what to do."""

from __future__ import annotations

from collections.abc import Sequence

from cypher.records.explore import OrphanAnnotation
from explorer.elements import Element, element
from explorer.moments import moment
from explorer.panels.widgets import badge
from explorer.phrases import Term, say


def orphan_list(orphans: Sequence[OrphanAnnotation]) -> tuple[Element, ...]:
    """List the judgements under a heading, or say that every judgement has a claim."""
    head = element("h3", say("Judgements without a claim"))
    if not orphans:
        return (head, element("p", say("Every judgement has a claim."), look="lead"))
    advice = say(
        "The article or the extractor changed, so these claims are no longer extracted. The judgements are "
        "kept, and apply again when the same sentence is extracted in the same way. Load the original "
        "article again, or judge the claim that replaced the old one."
    )
    lines = (_line(orphan) for orphan in orphans)
    return (head, element("p", advice, look="lead"), element("ul", *lines, look="list"))


def _line(orphan: OrphanAnnotation) -> Element:
    when = f"{orphan.author} · {moment(orphan.created_at)} · {orphan.claim}"
    return element(
        "li",
        element(
            "span",
            element(
                "span",
                badge(Term(orphan.judgement), orphan.judgement),
                *(badge(tag) for tag in orphan.tags),
                look="row",
            ),
            element("span", orphan.note) if orphan.note else None,
            element("small", when),
            look="stack",
        ),
    )
