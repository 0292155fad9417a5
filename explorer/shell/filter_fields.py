"""The popover with the filters of a page: what ties and claims are, and who reports and says them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from cypher.model.graph import EventStatus
from cypher.model.ontology import event_types
from explorer.reads.sources import languages, publishers, speakers
from explorer.view import keys, session
from explorer.view.day_field import draw_day
from explorer.view.fields import field_key, on_change, popover
from explorer.view.filters import MOST_VOICES, Filters
from explorer.words import Words

OF_TIES = (EventStatus.ACTUAL, EventStatus.PLANNED)
"""The statuses of events that form ties."""


@dataclass(frozen=True, slots=True)
class FilterForm:
    """The filters of a page and its fields for them.

    `current` returns those that hold. `change` gets them after a change; it is called in a callback.
    """

    current: Callable[[], Filters]
    change: Callable[[Filters], None]
    words: Words

    @property
    def filters(self) -> Filters:
        """The filters that hold."""
        return self.current()

    @contextmanager
    def popover(self, cleared: Filters) -> Iterator[bool]:
        """Draw the popover, whose content is drawn within; yield whether it is open.

        A closed one draws and reads nothing. A button in it sets the filters to `cleared`.
        """
        words, active = self.words, self.filters.count()
        label = words("Filters ({number})", number=active) if active else words("Filters")
        with popover(label, ":material/filter_list:", keys.FILTERS_OPEN) as is_open:
            yield is_open
            if is_open:
                clear = words("Clear filters")
                st.button(
                    clear, on_click=self.change, args=(cleared,), disabled=not active, key="clear filters"
                )

    def draw_of_claims(self, statuses: Iterable[EventStatus] = OF_TIES) -> None:
        """Draw the fields for the type and status of events."""
        words, filters = self.words, self.filters
        types = [code for code, each in event_types().items() if not each.imported]
        self.draw_list(words("Event types"), "event_types", types, filters.event_types, words.event_type)
        offered = dict.fromkeys((*statuses, *map(EventStatus, filters.statuses)))
        self.draw_list(words("Status"), "statuses", offered, filters.statuses, words.term)

    def draw_of_sources(self) -> None:
        """Draw the fields about who reports and says it, and how sure it is. A list of one is not offered."""
        words, filters = self.words, self.filters
        names = {each.speaker: each.name for each in speakers(session.lens())}
        said = dict.fromkeys((*names, *filters.speakers))
        papers = dict.fromkeys((*publishers(), *filters.publishers))
        written = dict.fromkeys((*languages(), *filters.languages))
        if len(papers) > 1:
            self.draw_list(words("Publishers"), "publishers", papers, filters.publishers, str)
        if len(written) > 1:
            label = words("Languages of articles")
            self.draw_list(label, "languages", written, filters.languages, words.language_name)
        if said:
            self.draw_list(
                words("Said by"), "speakers", said, filters.speakers, lambda each: names.get(each, each)
            )
        self._draw_confidence(words("Least confidence"))
        self._draw_voices(words("Least number of independent voices"))

    def draw_period(self) -> None:
        """Draw the fields for the first and the last day."""
        left, right = st.columns(2)
        with left:
            self._draw_day(self.words("From"), "since", self.filters.since)
        with right:
            self._draw_day(self.words("To"), "until", self.filters.until)

    def draw_list(
        self,
        label: str,
        name: str,
        offered: Iterable[str],
        wanted: Iterable[str],
        title: Callable[[str], str],
    ) -> None:
        """Draw a field for several of `offered`; `name` is the filter that it sets."""
        options = {str(option): option for option in offered}
        default = [options[each] for each in wanted if each in options]
        key = field_key(name, default)
        st.multiselect(
            label,
            list(options.values()),
            default,
            format_func=title,
            key=key,
            placeholder=self.words("All"),
            on_change=self._set(name, key, _as_texts),
        )

    def draw_switch(self, label: str, name: str, wanted: bool) -> None:
        """Draw a switch; `name` is the filter that it sets."""
        key = field_key(name, wanted)
        st.toggle(label, wanted, key=key, on_change=self._set(name, key, bool))

    def _draw_day(self, label: str, name: str, wanted: str | None) -> None:
        default = date.fromisoformat(wanted) if wanted else None
        key = field_key(name, default)
        draw_day(label, key, value=default, on_change=self._set(name, key, _as_day))

    def _draw_voices(self, label: str) -> None:
        wanted = self.filters.voices
        key = field_key("voices", wanted)
        st.number_input(label, 1, MOST_VOICES, wanted, key=key, on_change=self._set("voices", key, int))

    def _draw_confidence(self, label: str) -> None:
        default = self.filters.confidence or 0.0
        key = field_key("confidence", default)
        st.slider(label, 0.0, 1.0, default, 0.05, key=key, on_change=self._set("confidence", key, _as_share))

    def _set(self, name: str, key: str, as_filter: Callable[[Any], object]) -> Callable[[], None]:
        def change(value: object) -> None:
            self.change(replace(self.filters, **dict[str, Any]({name: as_filter(value)})))

        return on_change(key, change)


def _as_texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(str, values))


def _as_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _as_share(number: float) -> float | None:
    return round(number, 2) or None
