"""Renders an explanation for the terminal, in colour if supported, and with text labels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat

from rich.console import Group, RenderableType
from rich.text import Text

from ingest.explanation.outline import ExplainedSentence, Explanation, Part, Reason

_STYLES = {
    "country": "bold blue",
    "person": "bold magenta",
    "organisation": "bold cyan",
    "government_body": "bold cyan",
    "armed_group": "bold yellow",
    "place": "green",
    "group": "yellow",
    "trigger": "bold reverse",
}


def terminal_of(explanation: Explanation) -> RenderableType:
    """Return the explanation to print with rich; news appears as plain text, never as markup."""
    head = Text(explanation.title, style="bold underline")
    about = Text(explanation.about, style="dim")
    return Group(head, about, *(part for item in explanation.sentences for part in _sentence(item)))


def _sentence(sentence: ExplainedSentence) -> Iterator[RenderableType]:
    yield Text()
    yield Text().join(map(_part, sentence.parts))
    plain = dict.fromkeys(name.entity for name in sentence.names if name.plain)
    if plain:
        yield Text(f"   {' · '.join(plain)}")
    for name in sentence.names:
        if not name.plain:
            yield Text.assemble(f"   {name.text} = {name.entity}: ", (name.reason, "dim"))
    for claim in sentence.claims:
        yield _claim(claim)


def _part(part: Part) -> Text:
    text = Text(part.text, style=_STYLES.get(part.look, ""))
    return text.append(f"⟨{part.label}⟩", style="dim not reverse") if part.label else text


def _claim(claim: Reason) -> Text:
    sure = "trusted" if claim.trusted else "below the trusted lens"
    text = Text.assemble((f"{claim.number}. {claim.says}", "bold"), f"  {claim.confidence:.2f}, {sure}")
    because = zip(chain(("because",), repeat("")), claim.grounds, strict=False)
    for name, words in (*claim.facts, *because, ("claim", claim.id)):
        text.append(f"\n   {name:11}", style="dim").append(words)
    return text
