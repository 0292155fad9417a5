"""The control above the network that filters it, by what ties and claims are and by who reports them."""

from __future__ import annotations

from dataclasses import replace

from cypher.desk.notes import used_tags
from cypher.model.graph import EntityKind, Sign
from explorer.graph.subgraph import Verdict
from explorer.reads.connections import reader
from explorer.shell.filter_fields import FilterForm
from explorer.view import session
from explorer.view.filters import Filters
from explorer.view.state import View
from explorer.words import Words

_VERDICTS = (Verdict.VERIFIED, Verdict.UNREVIEWED, Verdict.DISPUTED)


def draw_filters(words: Words, view: View) -> None:
    """Draw the control with the view's values."""
    form = FilterForm(lambda: session.view().filters, _change, words)
    cleared = Filters(relations=view.filters.relations)  # relations add to the picture
    with form.popover(cleared) as is_open:
        if is_open:
            _draw_fields(form)


def _draw_fields(form: FilterForm) -> None:
    words, filters = form.words, form.filters
    signs = [sign for sign in Sign if sign is not Sign.RELATION or sign in filters.signs]
    form.draw_list(words("Kinds"), "kinds", EntityKind, filters.kinds, words.term)
    form.draw_list(words("Signs"), "signs", signs, filters.signs, words.term)
    form.draw_of_claims()
    form.draw_list(words("Review"), "verdicts", _VERDICTS, filters.verdicts, words.term)
    tags = list(dict.fromkeys([*filters.tags, *used_tags(reader())]))
    if tags:
        form.draw_list(words("Tags of notes"), "tags", tags, filters.tags, str)
    form.draw_of_sources()
    form.draw_period()
    form.draw_switch(words("Only ties with notes"), "noted", filters.noted)
    form.draw_switch(words("Draw lasting relations"), "relations", filters.relations)


def _change(filters: Filters) -> None:
    """Set the filters of the view; this is called in a callback."""
    session.go(replace(session.view(), filters=filters))
