"""What the editor completes, and the bundle that it is made of."""

from __future__ import annotations

import hashlib
import json
import re

from cypher.database import Database
from explorer.editor.component import FRONTEND
from explorer.editor.vocabulary import FUNCTIONS, KEYWORDS, vocabulary
from tests.javascript.toolchain import HERE


def test_the_editor_knows_what_the_graph_has() -> None:
    known = vocabulary()
    assert {"Claim", "Tie", "Document", "Country", "Actor"} <= set(known["labels"])
    assert {"ACTS_IN", "ADDRESSES", "ASSERTS", "IN", "OF"} <= set(known["types"])
    assert {"event_type", "confidence", "published_on", "name"} <= set(known["properties"])
    assert {"lens", "since"} <= set(known["values"])


def test_every_word_that_is_completed_is_understood(database: Database) -> None:
    calls = {"range": "range(1, 2)", "coalesce": "coalesce(1, 2)", "count": "count(*)", "reduce": "1"}
    calls |= {"split": "split('a b', ' ')", "replace": "replace('a', 'a', 'b')", "size": "size('a')"}
    texts = {name: f"{name}('ab', 1)" for name in ("left", "right", "substring")}
    texts |= {name: f"{name}('1')" for name in ("toFloat", "toInteger", "toLower", "toString", "toUpper")}
    lists = {name: f"{name}([1])" for name in ("head", "last", "tail", "collect", "max", "min")}
    numbers = {name: f"{name}(1)" for name in ("abs", "avg", "round", "sum")}
    known = calls | texts | lists | numbers
    returned = ", ".join(f"{call} AS {name}_" for name, call in known.items())
    assert database.read_text(f"RETURN {returned}").rows
    of_the_graph = {"keys", "labels", "length", "nodes", "relationships", "shortestPath", "type"}
    assert known.keys() | of_the_graph == set(FUNCTIONS)
    assert all(word == word.upper() for word in KEYWORDS)


def test_the_bundle_is_the_one_that_is_described() -> None:
    described = (FRONTEND / "vendor" / "VENDORED.md").read_text(encoding="utf-8")
    bundle = (FRONTEND / "vendor" / "codemirror.min.mjs").read_bytes()
    assert re.findall(r"sha256 `(\w+)`", described) == [hashlib.sha256(bundle).hexdigest()]
    assert b"http://" not in bundle.replace(b"http://www.w3.org/", b"")


def test_the_types_of_the_bundle_are_those_of_its_version() -> None:
    described = (FRONTEND / "vendor" / "VENDORED.md").read_text(encoding="utf-8")
    bundled = dict(re.findall(r"`([@\w/-]+)` \| ([\d.]+)", described))
    wanted = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    typed = {name: version for name, version in wanted["devDependencies"].items() if name in bundled}
    assert len(typed) >= 8
    assert typed == {name: bundled[name] for name in typed}
