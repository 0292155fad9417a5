"""The sources that are followed: a list of them, and what is known of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cypher.sources.source import NO_PROXY
from cypher.sources.states import State, Trouble
from explorer.acts.sources import ChooseSource
from explorer.elements import Element, element, empty_state, link
from explorer.panels.widgets import badge
from explorer.phrases import Number, Phrase, Plural, Problem, Said, joined, say
from explorer.words import LANGUAGE_NAMES

_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86_400.0
_SHOWN = 12


def source_list(states: Iterable[State], chosen: str, now: float) -> tuple[Element, ...]:
    """Build the list of sources, in the order of `states`; `now` is in seconds since 1970."""
    return (element("ul", *(_line(each, each.source.name == chosen, now) for each in states), look="list"),)


def no_sources() -> Element:
    """The hint in place of the list."""
    return empty_state(
        say("No sources yet"),
        say("Add the address of a feed or a news site below, or the feeds of a feed reader as OPML."),
    )


def _line(state: State, here: bool, now: float) -> Element:
    return element(
        "li",
        element(
            "span",
            element("span", f"{state.source.name} ", _mark(state)),
            element("small", _condition(state, now)),
            look="stack",
        ),
        element("span", Number(state.loaded), look="number"),
        look="here" if here else "",
        act=ChooseSource(state.source.name),
        hint=Plural(state.loaded, "{number} article added", "{number} articles added"),
    )


def _mark(state: State) -> Element | None:
    """Mark a source that is not fetched as it should be."""
    if state.stopped:
        return badge(say("stopped"))
    if state.error is None:
        return None
    return badge(say("ended") if state.ended else say("error"), "disputed")


def _condition(state: State, now: float) -> Said:
    if state.error is not None and not state.stopped:
        return Problem(state.error.reason)
    if state.last_at is None:
        return say("not fetched yet")
    new = Plural(state.new, "{number} new", "{number} new")
    return joined(" · ", (say("fetched {time}", time=ago(state.last_at, now)), new))


def source_head(state: State) -> Element:
    """Build name, address and settings of a source."""
    source = state.source
    address = state.moved_to or source.address
    language = LANGUAGE_NAMES.get(source.language or "")
    settings = (
        source.publisher,
        say(language) if language else source.language,
        say("grade {grade}", grade=source.grade) if source.grade else None,
        say("every {time}", time=length(source.every)),
        say("reads the articles' pages") if source.full_text else None,
        say("may be in a private network") if source.private else None,
        _way(source.proxy) if source.proxy else None,
    )
    return element(
        "div",
        element("h2", source.name),
        element("div", link(address, address), look="row"),
        element("small", joined(" · ", settings)),
        look="head",
    )


def _way(proxy: str) -> Phrase:
    return say("without a proxy") if proxy == NO_PROXY else say("through {proxy}", proxy=proxy)


def source_state(state: State, now: float) -> tuple[Element, ...]:
    """Build the state of a source: its fetches, its numbers of articles, and its errors."""
    facts = (
        (say("Last fetch"), say("never") if state.last_at is None else ago(state.last_at, now)),
        (say("Next fetch"), _next(state, now)),
        (say("New in the last fetch"), Number(state.new)),
        (say("Added so far"), Number(state.loaded)),
        (say("Corrected so far"), Number(state.corrected)),
        (say("Waiting to be added"), Number(state.waiting)),
        (say("Skipped so far"), Number(state.skipped)),
    )
    lines = [
        element("li", element("span", name), element("span", value, look="number")) for name, value in facts
    ]
    error = [_error(state.error)] if state.error else []
    return (
        *error,
        element("ul", *lines, look="list"),
        *_reasons(say("Why articles were skipped"), state.skips, now),
        *_reasons(say("Errors and remarks"), state.troubles, now),
    )


def _error(error: Trouble) -> Element:
    return element("div", joined(". ", (Problem(error.reason), Problem(error.hint))), look="notice")


def _next(state: State, now: float) -> Phrase:
    if state.stopped:
        return say("stopped")
    if state.ended:
        return say("never")
    if state.next_at <= now:
        return say("now, while sources are followed")
    return say("in {time}", time=length(state.next_at - now))


def _reasons(head: Phrase, troubles: Iterable[Trouble], now: float) -> Iterator[Element]:
    lines = [_reason(each, now) for each in list(troubles)[:_SHOWN]]
    if lines:
        yield element("section", element("h3", head), element("ul", *lines, look="list"))


def _reason(trouble: Trouble, now: float) -> Element:
    times = Plural(trouble.times, "once", "{number} times")
    said: Said = joined(" · ", (times, say("last {time}", time=ago(trouble.last_at, now))))
    return element(
        "li",
        element("span", element("span", Problem(trouble.reason)), element("small", said), look="stack"),
        hint=Problem(trouble.hint) if trouble.hint else None,
    )


def ago(moment: float, now: float) -> Phrase:
    """Say how long ago a moment was (both in seconds since 1970)."""
    return say("{time} ago", time=length(now - moment))


def length(seconds: float) -> Phrase:
    """Say a length of time in its largest fitting unit."""
    if seconds < _MINUTE:
        return say("{seconds} s", seconds=max(0, round(seconds)))
    if seconds < _HOUR:
        return Plural(round(seconds / _MINUTE), "{number} minute", "{number} minutes")
    if seconds < _DAY:
        return Plural(round(seconds / _HOUR), "{number} hour", "{number} hours")
    return Plural(round(seconds / _DAY), "{number} day", "{number} days")
