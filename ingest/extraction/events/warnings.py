"""Tells a warning of a danger ("warned of famine in X") from a threat ("warned X of consequences")."""

from __future__ import annotations

from ingest.extraction.events.triggers import Trigger
from ingest.extraction.syntax.sentence import Parse

_THREATS = frozenset({"THREATEN"})


def is_of_danger(parse: Parse, trigger: Trigger) -> bool:
    """Return whether a verb of warning names only a danger, no consequence and no condition.

    Such a warning threatens nobody. A warning to somebody ("warned Iran of …") may be a threat.
    """
    groups = parse.language.groups
    if trigger.sense.event_type not in _THREATS or not parse.is_one_of(trigger.start, groups["warning"]):
        return False
    behind = parse.lower[trigger.end : trigger.end + 1]
    rest = (parse.lower[trigger.end :], parse.lemmas[trigger.end :])
    threatens = any(not groups[name].isdisjoint(words) for name in _OWN_ACT for words in rest)
    return not groups["danger_marks"].isdisjoint(behind) and not threatens


_OWN_ACT = ("consequences", "conditions")
"""Word lists of what the speaker will do, and of the condition on which it is done."""
