"""A network as one file to pass on: opens offline in any browser, and says what it shows and as of when.

The page has the drawing code of the app in it, joined into one script. Its policy lets nothing run but that
script, which it names by its hash, and lets nothing be fetched. The data lie in an element that is not a
script.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from string import Template
from typing import Any

from cypher.errors import UsageError
from explorer.graph.subgraph import Subgraph
from explorer.network.assets import styles, text_of
from explorer.network.layout import Point, arrange, place_beside
from explorer.network.legend import legend
from explorer.network.payload import network_of, payload_of
from explorer.network.style import MOST_NODES, drawing_policy, plain_text
from explorer.network.texts import front_end_texts
from explorer.words import Words

LIBRARY = "vendor/vis-network.min.mjs"
_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"\./([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:default )?(?=class|function|const)", re.MULTILINE)
_LIBRARY_EXPORTS = re.compile(r"export\{([^}]*)\};?")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an exported picture says of itself: its subject, which claims count, and the day it was made.

    `about` is the question or the view by which the same picture is asked for again.
    """

    title: str
    lens: str
    day: str
    about: str = ""

    def line(self, words: Words) -> str:
        """All but the title, as one line."""
        claims = words("Claims: {lens} · as of {day}", lens=plain_text(self.lens, 80), day=self.day)
        return " · ".join(filter(None, (claims, plain_text(self.about, 400))))


def network_html(
    subgraph: Subgraph,
    stamp: Stamp,
    *,
    positions: Mapping[str, Point] | None = None,
    words: Words | None = None,
) -> str:
    """The network as an HTML page. `positions` are those on the screen; without them it is laid out.

    Raises UsageError above 2,000 nodes.
    """
    words = words or Words()
    policy = drawing_policy(len(subgraph.nodes))
    if policy is None:
        raise UsageError(
            f"{len(subgraph.nodes)} nodes cannot be drawn as a network (the limit is {MOST_NODES}): narrow it"
        )
    network = network_of(subgraph, _places(subgraph, positions or {}), policy, words)
    data = payload_of(network) | {
        "view": "export",
        "height": 0,
        "file_name": "konstelasi",
        "stamp": f"{plain_text(stamp.title, 200)} · {stamp.line(words)}",
        "legend": [asdict(entry) for entry in legend(subgraph, words)],
        "pinned": [],
        "arrangement": 0,
        "labels": policy.labels,
        "texts": front_end_texts(words),
    }
    return _page(data, stamp, words)


def _places(subgraph: Subgraph, known: Mapping[str, Point]) -> Mapping[str, Point]:
    pairs = [(edge.actor, edge.recipient) for edge in subgraph.edges.values()]
    drawn = {node: known[node] for node in subgraph.nodes if node in known}
    if not drawn:
        return arrange(subgraph.nodes.keys(), pairs)
    return drawn | place_beside([node for node in subgraph.nodes if node not in drawn], drawn, pairs)


def _page(data: Mapping[str, Any], stamp: Stamp, words: Words) -> str:
    template = Template(text_of("export.html"))
    style = styles("export.css", "network.css", "times.css")
    script = _script()
    return template.substitute(
        language=words.language,
        title=html.escape(plain_text(stamp.title, 200)),
        subtitle=html.escape(stamp.line(words)),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        data=json.dumps(data, ensure_ascii=True).replace("<", "\\u003c"),
    )


@cache
def _script() -> str:
    """The front end as one module: the library, then our modules, each after those that it imports."""
    library = text_of(LIBRARY)
    library = re.sub(r"^//# sourceMappingURL=.*$", "", library, flags=re.MULTILINE)
    names = _LIBRARY_EXPORTS.search(library)
    if names is None:
        raise ValueError(f"{LIBRARY} exports nothing that can be named: was it replaced by another build?")
    pairs = (name.split(" as ") for name in names[1].split(","))
    local = {public: short for short, public in pairs}
    # Scoped, because the short names of the minified library would clash with ours.
    scoped = _LIBRARY_EXPORTS.sub(
        f"return {{DataSet:{local['DataSet']},Network:{local['Network']}}};", library
    )
    modules = [_IMPORT.sub("", _EXPORT.sub("", text_of(name))) for name in _ordered("export.mjs")]
    return "\n".join([f"const {{ DataSet, Network }} = (() => {{{scoped}}})();", *modules])


def _ordered(name: str, seen: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Our modules from which `name` imports, directly or not, each after those it needs; itself last."""
    for needed in _IMPORT.findall(text_of(name)):
        if needed != LIBRARY and needed not in seen:
            seen = _ordered(needed, seen)
    return (*seen, name)


def _hash(text: str) -> str:
    """The source expression by which a content security policy knows an inline element."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
