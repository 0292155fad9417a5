"""The extractor's reasons for a claim in the reader's language.

The graph holds them as English sentences (`ingest/extraction`). Each fits one of the templates here, whose
translations are those of the interface; a sentence that fits none is shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from explorer.words import Words

MEANS = "“{words}” means {what}"
SCORED = "classifier {what} {score}"
OVERRULED = "classifier {what} {score} instead of {other}"

TEMPLATES = (
    MEANS,
    OVERRULED,
    SCORED,
    "acts of states: {score}",
    "active verb",
    "passive verb",
    "event noun",
    "the verb's ending",
    "subject of the verb above",
    "subject by position",
    "named in the complement",
    "named in the text",
    "asked for by the speaker",
    "whose fault the speaker says it is",
    "accompanies the act of its actor",
    "done to each other",
    "mediates",
    "who acted with the mediation",
    "who sends the message and who gets it",
    "the talks were told before",
    "an unnamed group",
    "who did the “{words}”",
    "carried by “{words}”",
    "received by the subject of “{words}”",
    "said by {name}",
    "by hand, {name}",
    "read again by {name}",
    "grade of the information: {score}",
    "grade of the source: {score}",
    "not dated: it happened by the day of publication",
    "not dated: the day of publication is only guessed",
    "dated by “{words}” and “{more}”, after its publication as guessed",
    "dated by “{words}” and “{more}”, after its publication",
    "dated by “{words}” and “{more}”",
    "dated by “{words}”, after its publication as guessed",
    "dated by “{words}”, after its publication",
    "dated by “{words}”",
    "“{words}” names no year",
    "“{words}” introduces the recipient",
    "“{words}” introduces the parties",
    "“{words}”: introduced with the office",
    "“{words}”: named before its country",
    "“{words}”: a verb between them",
    "“{words}”: describes {name}",
    "“{words}”: the text does not say who",
    "“{words}” are those of {name}",
    "“{words}” are taken to be of where they are",
    "“{words}” stands for the state",
    "“{words}” stands for {name}: demonym",
    "“{words}” is a name of {name}",
    "“{words}” is part of {name}",
    "“{words}” is written like a name",
    "“{words}” read as of {name}",
    "“{words}” read as by {name}",
    "“{words}” read as in {name}",
    "“{words}” read as {name}",
    "“{words}” of {name}",
    "“{words}” too",
)
"""The reasons, the more specific ones before those that they also fit; `what` is a type with its mode."""


def reason_in(reason: str, words: Words) -> str:
    """Return a reason in the reader's language."""
    for template, pattern in _patterns().items():
        if found := pattern.fullmatch(reason):
            return words(template, **_values(found.groupdict(), words))
    return reason


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {template: _pattern(template) for template in TEMPLATES}


def _pattern(template: str) -> re.Pattern[str]:
    """The pattern of the sentences that a template makes; codes have no spaces, other values may have any."""
    escaped = re.escape(template).replace(r"\{", "{").replace(r"\}", "}")
    codes = re.sub(r"\{(what|other)\}", r"(?P<\1>[A-Z_]+(?:/[a-z_-]+)?)", escaped)
    return re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>.+?)", codes), re.DOTALL)


def _values(found: Mapping[str, str], words: Words) -> dict[str, str]:
    return {
        name: _type(value, words) if name in ("what", "other") else value for name, value in found.items()
    }


def _type(code: str, words: Words) -> str:
    """Name an event type, with its mode in parentheses."""
    kind, _, mode = code.partition("/")
    named = words.mode(kind, mode)
    return f"{words.event_type(kind)} ({named[:1].lower()}{named[1:]})" if named else words.event_type(kind)
