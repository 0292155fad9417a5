"""Downloads of tables and networks: one popover, whose files are written on click."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import streamlit as st

from cypher.bolt.table import Table
from cypher.database.export import as_csv, as_json, as_lines, well_formed
from cypher.database.graphml import as_graphml
from cypher.database.tie_rows import ENDS, has_ties
from cypher.model.release import PROGRAM
from cypher.records.explore import ClaimBehind
from explorer.briefs.stated import LENS, NO_LENS, facts, lens_name
from explorer.graph.subgraph import Subgraph
from explorer.network.export import Stamp, network_html
from explorer.network.layouts import Placed
from explorer.network.node_styles import PLAINLY, NodeStyles
from explorer.network.style import drawing_policy
from explorer.queries.tables import tie_table
from explorer.reads.claims_behind import ReadClaims
from explorer.view import session
from explorer.view.audited import Deed, signature
from explorer.view.clock import KNOWN_BY, known_by
from explorer.view.fields import popover
from explorer.view.level import LEVEL, level
from explorer.words import Words

BOM = "\ufeff"  # without it Excel reads UTF-8 as the machine's old code page
_ABOUT = frozenset({LENS, "made at"})


@dataclass(frozen=True, slots=True)
class Shown:
    """What can be downloaded: rows with their `stamp`, and their network if they are ties.

    `placed` returns where nodes and names of groups are on the screen when the file is made, `styles` what
    their sizes and colours show. `period` is the first and the last day, if only a period is shown. `claims`
    reads the claims behind ties by their ids.
    """

    title: str
    stamp: Mapping[str, str]
    table: Table
    graph: Subgraph | None = None
    placed: Callable[[], Placed] | None = None
    styles: Callable[[], NodeStyles] | None = None
    period: tuple[str, str] | None = None
    claims: ReadClaims | None = None

    @property
    def signed(self) -> dict[str, str]:
        """The stamp, with the version of the program that makes the file."""
        return {**self.stamp, "made by": PROGRAM}

    @property
    def file_name(self) -> str:
        """The name of the files, without endings; for CSV it is the only place that says what they show."""
        title = _as_name(self.title) or "result"
        seen = _as_name(self.stamp[LENS])
        return "-".join(
            ("konstelasi", title, *(self.period or ()), seen, f"made-{self.stamp['made at'][:10]}")
        )

    @property
    def has_page(self) -> bool:
        """Whether its network is small enough to be drawn."""
        return self.graph is not None and drawing_policy(len(self.graph.nodes)) is not None

    def picture_stamp(self, words: Words) -> Stamp:
        """Return the stamp in the form that pictures and pages use."""
        about = ", ".join(f"{name} {value}" for name, value in self.stamp.items() if name not in _ABOUT)
        lens, day = lens_name(self.stamp[LENS], words), self.stamp["made at"][:10]
        return Stamp(self.title, lens, day, about, facts(self.stamp, words))

    def claims_drawn(self) -> Sequence[ClaimBehind] | None:
        """Return the claims behind the ties of the network; None if nothing reads them."""
        edges = self.graph.edges.values() if self.graph else ()
        return (
            self.claims([tie for edge in edges for tie in edge.ties or (edge.id,)]) if self.claims else None
        )


def _as_name(text: str) -> str:
    return re.sub(r"[^\w]+", "-", well_formed(text).casefold()).strip("-")[:60].strip("-")


def stamp_of(
    shown: Mapping[str, object],
    parameters: Mapping[str, object],
    follows: Collection[str] = (LENS, LEVEL, KNOWN_BY),
) -> dict[str, str]:
    """Return the stamp of a file: the query or view, its parameters, lens and level, and when it was made.

    `follows` has those of lens, level and day that narrow what is shown: a query follows those among its
    parameters, and the stamp does not name the others. Values in `parameters` take precedence.
    """
    usual = {LENS: session.lens(), LEVEL: level(), KNOWN_BY: known_by()}
    seen = {name: value for name, value in usual.items() if name in follows}
    given = {LENS: NO_LENS, **seen, **shown, **{n: v for n, v in parameters.items() if n not in shown}}
    asked = {name: _plain(value) for name, value in given.items() if value not in (None, "", [])}
    return {**asked, "made at": datetime.now(UTC).isoformat(timespec="seconds")}


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _always(_shown: Shown) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class _Format:
    label: str
    ending: str
    media_type: str
    write: Callable[[Shown, Words], str]
    fits: Callable[[Shown], bool] = _always


def _csv(shown: Shown, _words: Words) -> str:
    return BOM + as_csv(shown.table)


def _json(shown: Shown, _words: Words) -> str:
    return as_json(shown.table, shown.signed)


def _graphml(shown: Shown, _words: Words) -> str:
    places = shown.placed().nodes if shown.placed else {}
    if shown.graph is None:
        return as_graphml(shown.table, shown.signed, places=places)
    table = shown.table if has_ties(shown.table) else tie_table(shown.graph)
    tied = {str(row[end]) for row in table.records() for end in ENDS}
    lone = (node for node in shown.graph.nodes.values() if node.id not in tied and not node.members)
    return as_graphml(table, shown.signed, map(asdict, lone), places)


def _html(shown: Shown, words: Words) -> str:
    placed = shown.placed() if shown.placed else None
    stamp, claims = shown.picture_stamp(words), shown.claims_drawn()
    styles = shown.styles() if shown.styles else PLAINLY
    graph = shown.graph or Subgraph()
    return network_html(graph, stamp, placed=placed, styles=styles, words=words, claims=claims)


def _about(shown: Shown, _words: Words) -> str:
    """The stamp as text, which a CSV file has no place for."""
    return as_lines({"title": shown.title, **shown.signed})


_FORMATS = (
    _Format("Spreadsheet (CSV)", "csv", "text/csv", _csv),
    _Format("Description of the spreadsheet (TXT)", "txt", "text/plain", _about),
    _Format("Data for programs (JSON)", "json", "application/json", _json),
    _Format(
        "Graph for Gephi and others (GraphML)",
        "graphml",
        "application/xml",
        _graphml,
        lambda shown: shown.graph is not None,
    ),
    _Format(
        "Interactive page that opens offline (HTML)",
        "html",
        "text/html",
        _html,
        lambda shown: shown.has_page,
    ),
)


def draw_download(show: Callable[[], Shown], key: str) -> None:
    """Draw the popover; `show` says what can be downloaded once it is open."""
    words = session.words()
    with popover(words("Download"), ":material/download:", f"{key} download") as is_open:
        if is_open:
            _draw_files(show(), key, words)


def _draw_files(shown: Shown, key: str, words: Words) -> None:
    for form in _FORMATS:
        if form.fits(shown):
            _draw_button(form, shown, words, key)
    if shown.graph is not None:
        st.caption(words("To save a picture (PNG or SVG), use the tool in the corner of the network."))


def _draw_button(form: _Format, shown: Shown, words: Words, key: str) -> None:
    def made() -> bytes:
        return form.write(shown, words).encode()

    st.download_button(
        words(form.label),
        signature().exporting(Deed("export", form.ending, shown.stamp), made),
        file_name=f"{shown.file_name}.{form.ending}",
        mime=form.media_type,
        on_click="ignore",
        type="tertiary",
        key=f"{key} {form.ending}",
    )
