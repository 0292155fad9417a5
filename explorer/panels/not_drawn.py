"""The panel for a link to something that is not drawn: why it is not, and what to do next."""

from __future__ import annotations

from cypher.model.graph import Lens, Level
from cypher.records.explore import SoughtTie
from explorer.acts.network import SelectNode
from explorer.elements import Element, element, empty_state
from explorer.phrases import Day, Phrase, say

_Told = tuple[Phrase, Phrase]
"""Why something is not drawn, and what to do next."""


def tie_not_drawn(tie: SoughtTie | None, lens: str, known_by: str | None, level: str) -> Element:
    """Build the panel for a link to a tie that is not drawn; `tie` is None if it is not in the graph.

    `lens`, `known_by` and `level` are those of the reader.
    """
    why, next_step = _why(tie, lens, known_by, level) if tie else _GONE
    ends = ((tie.actor, tie.actor_name), (tie.recipient, tie.recipient_name)) if tie else ()
    buttons = [element("button", name or key, act=SelectNode(key)) for key, name in ends]
    return empty_state(
        say("The tie of this link is not shown"),
        why,
        element("p", next_step),
        element("div", *buttons, look="acts") if buttons else None,
    )


def entities_not_found(ids: tuple[str, ...]) -> Element:
    """Build the note on the entities of a link that are not in the graph."""
    return empty_state(say("Not in the graph: {names}", names=", ".join(ids)), _NEXT_FOR_ENTITIES)


_GONE: _Told = (
    say("It is no longer in the graph: no article that is loaded reports it."),
    say("Search for one of its parties, or load the articles again that the link was about."),
)
_NEXT_FOR_ENTITIES = say("Search for the name: an entity without any article is removed, or has another id.")


def _why(tie: SoughtTie, lens: str, known_by: str | None, level: str) -> _Told:
    if tie.level != level:
        return _ANOTHER_LEVEL, _TO_LEVEL.get(tie.level, _TO_LEVEL[Level.ACTOR])
    if tie.claims and tie.rejected == tie.claims:
        return (
            say("All claims behind it were rejected."),
            say("Choose the lens “Everything” to see them, or look at one of the parties."),
        )
    if not tie.lenses:
        return (
            say("No claim reports it any more, or all that do deny it."),
            say("Look at one of the parties."),
        )
    if lens not in tie.lenses:
        other = Lens.NOT_REJECTED if Lens.NOT_REJECTED in tie.lenses else Lens.ALL
        return (
            say("The lens hides it: its claims are not among those that the lens shows."),
            say("Choose the lens “All but rejected”.") if other is Lens.NOT_REJECTED else _EVERYTHING,
        )
    if known_by and tie.first_known and tie.first_known > known_by:
        return (
            say(
                "It was first reported on {day}, after the day under “As known on”.", day=Day(tie.first_known)
            ),
            say("Empty “As known on”, or choose a later day."),
        )
    return (
        say("The filters hide it, or the picture is full."),
        say("Clear the filters, or look at one of the parties."),
    )


_ANOTHER_LEVEL = say("It is a tie at another level than the one that the network shows.")
_TO_LEVEL = {
    Level.ACTOR.value: say("Choose the level “actors” above the page."),
    Level.STATE.value: say("Choose the level “states and bodies” above the page."),
    Level.BLOC.value: say("Choose the level “blocs” above the page."),
}
_EVERYTHING = say("Choose the lens “Everything”.")
