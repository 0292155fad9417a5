"""Export a network as a single HTML page that opens offline and states what it shows and as of which day.

The page contains the app's drawing code, joined into one script. Its content security policy allows only that
script, by its hash, and no requests. The data are in an element that the browser does not execute.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from string import Template

from cypher.errors import UsageError
from cypher.model.release import PROGRAM
from cypher.records.explore import ClaimBehind
from explorer.graph.subgraph import Subgraph
from explorer.network.assets import styles, text_of
from explorer.network.evidence import exported_evidence
from explorer.network.layout import Point, arrange, place_beside
from explorer.network.layouts import Placed
from explorer.network.legend import legend, legend_lines
from explorer.network.messages import ExportedNetwork
from explorer.network.node_styles import PLAINLY, NodeStyles
from explorer.network.payload import drawn_network
from explorer.network.style import MOST_NODES, drawing_policy, plain_text
from explorer.words import Words

LIBRARY = "vendor/vis-network.min.mjs"
_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"\./([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:default )?(?=class|function|const)", re.MULTILINE)
_LIBRARY_EXPORTS = re.compile(r"export\{([^}]*)\};?")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an exported network states about itself: subject, which claims count, and day of the export.

    `about` is the query or the view that gives the same network again. `facts` say the same to a person, each
    with its label: lens, level, day and filters. A page has them below its title.
    """

    title: str
    lens: str
    day: str
    about: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    def line(self, words: Words) -> str:
        """Return everything except the title, in one line."""
        claims = words("Claims: {lens} · as of {day}", lens=plain_text(self.lens, 80), day=self.day)
        return " · ".join(filter(None, (claims, plain_text(self.about, 400), PROGRAM)))


def network_html(
    subgraph: Subgraph,
    stamp: Stamp,
    *,
    placed: Placed | None = None,
    styles: NodeStyles = PLAINLY,
    words: Words | None = None,
    claims: Sequence[ClaimBehind] | None = None,
) -> str:
    """Return the network as an HTML page.

    `placed` has the positions on the screen, and `styles` what sizes and colours show there. Nodes without a
    position are laid out. `claims` are those
    behind its ties: a click on an edge shows them. Raises `UsageError` above 2,000 nodes.
    """
    words, placed = words or Words(), placed or Placed({})
    policy = drawing_policy(len(subgraph.nodes))
    if policy is None:
        raise UsageError(
            f"{len(subgraph.nodes)} nodes cannot be drawn as a network (the limit is {MOST_NODES}): narrow it"
        )
    data: ExportedNetwork = {
        **drawn_network(subgraph, all_places(subgraph, placed.nodes), policy, words, placed.names, styles),
        "view": "export",
        "height": 0,
        "file_name": "konstelasi",
        "stamp": f"{plain_text(stamp.title, 200)} · {stamp.line(words)}",
        "legend": legend_lines(legend(subgraph, words, styles=styles)),
        "pinned": [],
        "arrangement": 0,
        "evidence": None if claims is None else exported_evidence(subgraph.edges.values(), claims, words),
    }
    return _page(data, stamp, words)


def all_places(subgraph: Subgraph, known: Mapping[str, Point]) -> Mapping[str, Point]:
    """Return a place for each node: the `known` ones, with the others laid out beside them."""
    pairs = [(edge.actor, edge.recipient) for edge in subgraph.edges.values()]
    drawn = {node: known[node] for node in subgraph.nodes if node in known}
    if not drawn:
        return arrange(subgraph.nodes.keys(), pairs)
    return drawn | place_beside([node for node in subgraph.nodes if node not in drawn], drawn, pairs)


def _page(data: ExportedNetwork, stamp: Stamp, words: Words) -> str:
    template = Template(text_of("export.html"))
    style = styles("export.css", "network.css", "times.css", "saving.css")
    script = _script()
    return template.substitute(
        language=words.language,
        title=html.escape(plain_text(stamp.title, 200)),
        subtitle=html.escape(stamp.line(words)),
        facts="".join(map(_fact, stamp.facts)),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        data=json.dumps(data, ensure_ascii=True).replace("<", "\\u003c"),
    )


def _fact(fact: tuple[str, str]) -> str:
    label, value = (html.escape(plain_text(text, 400)) for text in fact)
    return f"<div><dt>{label}</dt><dd>{value}</dd></div>"


@cache
def _script() -> str:
    """Return the front end as one module: the library, then our modules, each after its imports."""
    library = text_of(LIBRARY)
    library = re.sub(r"^//# sourceMappingURL=.*$", "", library, flags=re.MULTILINE)
    names = _LIBRARY_EXPORTS.search(library)
    if names is None:
        raise ValueError(f"{LIBRARY} exports nothing that can be named: was it replaced by another build?")
    pairs = (name.split(" as ") for name in names[1].split(","))
    local = {public: short for short, public in pairs}
    # In a scope of its own, because the short names of the minified library would clash with ours.
    scoped = _LIBRARY_EXPORTS.sub(
        f"return {{DataSet:{local['DataSet']},Network:{local['Network']}}};", library
    )
    modules = [_IMPORT.sub("", _EXPORT.sub("", text_of(name))) for name in _ordered("export.mjs")]
    return "\n".join([f"const {{ DataSet, Network }} = (() => {{{scoped}}})();", *modules])


def _ordered(name: str, seen: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the module `name` and all our modules that it needs, each after the modules that it imports."""
    for needed in _IMPORT.findall(text_of(name)):
        if needed != LIBRARY and needed not in seen:
            seen = _ordered(needed, seen)
    return (*seen, name)


def _hash(text: str) -> str:
    """Return the source expression that identifies an inline element in a content security policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
