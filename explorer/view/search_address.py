"""What the page *Search* looks for, and its form in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from explorer.view.days import day_text
from explorer.view.link_lists import is_language, left_out

_CLOSED = ("written_in", "since", "until")
"""The parameters whose values have one form."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A text with the filters of sentences; None filters nothing. Days are ISO texts, inclusive.

    `language` is the code of the language of the article, `actor` an id or a name as somebody typed it.
    """

    text: str = ""
    publisher: str | None = None
    language: str | None = None
    actor: str | None = None
    since: str | None = None
    until: str | None = None


def to_url(sought: Sought) -> dict[str, str]:
    """Return the query parameters that reopen the search, without empty ones."""
    parameters = {
        "text": sought.text,
        "publisher": sought.publisher,
        "written_in": sought.language,
        "actor": sought.actor,
        "since": sought.since,
        "until": sought.until,
    }
    return {name: value for name, value in parameters.items() if value}


def from_url(parameters: Mapping[str, str]) -> Sought:
    """Return the search of query parameters. People may have edited them, so invalid values are ignored."""
    language = parameters.get("written_in", "")
    return Sought(
        parameters.get("text", "").strip(),
        parameters.get("publisher") or None,
        language if is_language(language) else None,
        parameters.get("actor") or None,
        day_text(parameters.get("since")),
        day_text(parameters.get("until")),
    )


def unread(parameters: Mapping[str, str]) -> list[str]:
    """Return the names of query parameters with a value that `from_url` ignores."""
    return left_out(parameters, to_url(from_url(parameters)), _CLOSED)
