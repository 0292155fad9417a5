"""What is sent to the browser, and how it looks."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest
from pyvis.network import Network

from cypher.model.graph import EntityKind, Sign
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict
from explorer.network.assets import FRONTEND
from explorer.network.layout import arrange
from explorer.network.legend import LegendEntry, legend
from explorer.network.payload import (
    EDGE_KEYS,
    NODE_KEYS,
    OPTION_KEYS,
    network_of,
    payload_of,
    unwired,
    wire_node,
)
from explorer.network.style import (
    NODE_LOOKS,
    SIGN_COLOURS,
    drawing_policy,
    edge_width,
    node_size,
    outline,
    plain_text,
)
from explorer.network.texts import FRONT_END_TEXTS
from explorer.network.titles import status_of
from explorer.words import Words
from tests.browser.hostile import HOSTILE

WORDS = Words()


def edge(
    name: str, actor: str, recipient: str, *, verdict: Verdict = Verdict.UNREVIEWED, voices: int = 1
) -> Edge:
    """A conflict between two nodes."""
    types = {"ASSAULT": 3, "THREATEN": 1}
    return Edge(name, actor, recipient, Sign.CONFLICT, verdict, 4, voices, event_types=types)


def subgraph(*edges: Edge, names: Iterable[str] = ("Iran", "Israel", "Hamas")) -> Subgraph:
    """Countries a, b, c … with these names, and the edges."""
    nodes = {chr(97 + at): Node(chr(97 + at), name, EntityKind.COUNTRY) for at, name in enumerate(names)}
    return Subgraph(nodes, {edge.id: edge for edge in edges})


def sent(graph: Subgraph, size: int | None = None) -> dict[str, list[dict[str, object]]]:
    """The payload of a subgraph, with the policy for `size` nodes."""
    policy = drawing_policy(size or len(graph.nodes))
    assert policy is not None
    return payload_of(network_of(graph, arrange(graph.nodes.keys(), []), policy, WORDS))


def test_only_listed_keys_of_a_pyvis_network_are_sent() -> None:
    network = Network(directed=True)
    network.add_node("a", label="A", image="https://example.invalid/x.png", onclick="alert(1)", group="g")
    network.add_node("b", label="B", font={"multi": "html"})
    network.add_edge("a", "b", id="e", href="javascript:alert(1)", background={"enabled": True})
    network.options = {"configure": {"enabled": True}, "manipulation": True, "nodes": {"borderWidth": 2}}
    data = payload_of(network)
    assert all(node.keys() <= NODE_KEYS for node in data["nodes"])
    assert all(edge.keys() <= EDGE_KEYS for edge in data["edges"])
    assert data["options"].keys() <= OPTION_KEYS
    assert "example.invalid" not in json.dumps(data)
    assert "javascript:" not in json.dumps(data)


def test_numbers_of_numpy_and_values_without_json_are_made_plain() -> None:
    network = Network(directed=True)
    network.add_node(
        "a", label="A", size=np.float64(3), x=np.int64(4), y=float("nan"), title={1, 2}.__class__
    )
    (node,) = payload_of(network)["nodes"]
    assert (node["size"], node["x"]) == (3, 4)
    assert node.get("y") is None
    assert isinstance(node["title"], str)
    json.dumps(node, allow_nan=False)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_become_short_lines_of_visible_text(text: str) -> None:
    data = sent(subgraph(names=[text]))
    (node,) = data["nodes"]
    label, title = str(node["label"]), str(node["title"])
    assert 0 < len(label) <= 24
    assert len(title.split("\n")) == 3
    assert all(character.isprintable() or character in "\n\u200c\u200d" for character in label + title)


def test_ids_travel_with_a_prefix_and_come_back_as_they_were() -> None:
    for node in ("IRN", "a:b:c", "", "__proto__", "n:x"):
        assert wire_node(node) not in {"__proto__", "constructor"}
        assert unwired(wire_node(node)) == node


def test_an_unreviewed_tie_is_plain_and_each_verdict_is_marked() -> None:
    verdicts = list(Verdict)
    data = sent(subgraph(*(edge(verdict, "a", "b", verdict=verdict) for verdict in verdicts)))
    looks = {item["verdict"]: item for item in data["edges"]}
    plain = {"dashes": False, "mark": ""}
    assert {key: looks["unreviewed"][key] for key in plain} == plain
    assert looks["verified"] | {"dashes": False, "mark": "tick"} == looks["verified"]
    assert len({json.dumps([item["dashes"], item["mark"]]) for item in data["edges"]}) == len(verdicts)
    assert [item["verdict"] for item in data["edges"] if item["hidden"]] == ["rejected"]


def test_edges_of_one_pair_do_not_cover_each_other() -> None:
    graph = subgraph(edge("1", "a", "b"), edge("2", "a", "b"), edge("3", "b", "a"), edge("4", "b", "a"))
    for size in (3, 900):
        sides = set()
        for item in sent(graph, size)["edges"]:
            smooth = item["smooth"]
            assert isinstance(smooth, dict)
            clockwise = (smooth["type"] == "curvedCW") == (item["from"] == "n:a")
            sides.add(smooth["roundness"] if clockwise else -smooth["roundness"])
        assert len(sides) == 4


def test_large_networks_are_drawn_with_less() -> None:
    graph = subgraph(edge("1", "a", "b"))
    arrows = {size: sent(graph, size)["edges"][0]["arrows"] for size in (300, 1000, 2000)}
    assert arrows == {300: "to", 1000: "to", 2000: ""}
    curved = {size: sent(graph, size)["edges"][0]["smooth"] for size in (300, 1000)}
    assert isinstance(curved[300], dict)
    assert isinstance(curved[1000], dict)
    assert curved[300]["enabled"]
    assert not curved[1000]["enabled"]
    assert drawing_policy(2001) is None


def test_tooltips_say_who_what_how_often_and_since_when() -> None:
    graph = subgraph(edge("1", "a", "b", voices=2))
    (item,) = sent(graph)["edges"]
    lines = str(item["title"]).split("\n")
    assert lines[0] == "Iran → Israel"
    assert "4 claims, 2 independent voices" in lines
    assert lines[-1] == "Unreviewed"
    assert "×3" in str(item["label"])


def test_a_kind_is_told_by_shape_and_colour_together() -> None:
    assert NODE_LOOKS.keys() == set(EntityKind)
    assert len(set(NODE_LOOKS.values())) == len(NODE_LOOKS)
    assert SIGN_COLOURS.keys() == set(Sign)


def test_width_and_size_grow_slowly_and_have_an_end() -> None:
    assert edge_width(0) == edge_width(1) == 1.5
    assert edge_width(2) > 1.8 * edge_width(1)
    assert edge_width(2) < edge_width(4) < edge_width(10) < edge_width(100) == 7
    assert edge_width(10**9) == 7
    assert node_size(0) == node_size(1) < node_size(10) <= 26
    assert node_size(10**6) == 26


def test_an_outline_is_darker_than_its_fill() -> None:
    for look in NODE_LOOKS.values():
        dark = outline(look.colour)
        assert all(int(dark[at : at + 2], 16) <= int(look.colour[at : at + 2], 16) for at in (1, 3, 5))
        assert dark != look.colour


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Amir\tKhan\nMuttaqi ", "Amir Khan Muttaqi"),
        ("a" * 30, "a" * 23 + "…"),
        ("\u202eevil\u202c", "evil"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\x00\x1b", ""),
    ],
)
def test_text_is_drawn_on_one_line_without_what_cannot_be_seen(text: str, line: str) -> None:
    assert plain_text(text, 24) == line


def test_the_legend_counts_what_is_drawn() -> None:
    graph = subgraph(edge("1", "a", "b"), edge("2", "a", "c", verdict=Verdict.REJECTED))
    entries = {(entry.channel, entry.key): entry for entry in legend(graph, WORDS)}
    assert entries["kind", "country"] == LegendEntry("kind", "country", "Country", 3, "#0072B2", "square")
    assert entries["sign", "conflict"].count == 1
    assert entries["verdict", "rejected"].label == "Rejected (hidden)"
    assert ("verdict", "verified") not in entries


def test_plans_are_dashed_and_denials_marked_whatever_the_verdict() -> None:
    looks: dict[str, dict[str, object]] = {}
    for verdict in (Verdict.UNREVIEWED, Verdict.VERIFIED, Verdict.DISPUTED):
        tie = edge(verdict, "a", "b", verdict=verdict)
        looks[verdict] = _look(tie)
        plan = looks[f"{verdict} plan"] = _look(replace(tie, planned=tie.claims))
        assert plan["status"] == "planned"
        assert plan["dashes"]
        assert (plan["mark"], plan["denial"]) == (looks[verdict]["mark"], "")
        denied = looks[f"{verdict} denied"] = _look(replace(tie, denied=1))
        assert (denied["dashes"], denied["denial"]) == (looks[verdict]["dashes"], "denied")
    assert (
        len({json.dumps([look[key] for key in ("dashes", "mark", "denial")]) for look in looks.values()}) == 9
    )


def test_a_tie_that_has_also_happened_is_no_plan() -> None:
    tie = edge("1", "a", "b")
    assert _look(replace(tie, planned=tie.claims - 1)) == _look(tie)


def _look(tie: Edge) -> dict[str, object]:
    (drawn,) = sent(subgraph(tie))["edges"]
    return {key: drawn[key] for key in ("dashes", "mark", "denial", "status")}


def test_the_legend_and_the_tooltip_say_what_is_only_planned_and_denied() -> None:
    plain, plan = edge("1", "a", "b"), replace(edge("2", "a", "c"), planned=4, denied=2)
    assert not {"status", "denial"} & {entry.channel for entry in legend(subgraph(plain), WORDS)}
    graph = subgraph(plain, plan)
    found = {entry.key: entry for entry in legend(graph, WORDS) if entry.channel in ("status", "denial")}
    assert {key: (entry.count, entry.mark) for key, entry in found.items()} == {
        "planned": (1, ""),
        "denied": (1, "denied"),
    }
    assert found["planned"].dash
    titles = [str(item["title"]).splitlines()[-1] for item in sent(graph)["edges"]]
    assert titles == ["Unreviewed", "Unreviewed · only planned · denied by 2 claims"]
    assert status_of(plan, Words("id")) == "Belum ditinjau · baru direncanakan · dibantah oleh 2 klaim"


def test_the_legend_explains_widths_once_they_differ_and_verdicts_once_there_is_one() -> None:
    alike = subgraph(edge("1", "a", "b"), edge("2", "a", "c"))
    assert {entry.channel for entry in legend(alike, WORDS)} == {"kind", "sign"}
    wider = subgraph(edge("1", "a", "b", voices=3), edge("2", "a", "c"), edge("3", "b", "c", voices=40))
    widths = [entry for entry in legend(wider, WORDS, {"kind": ()}) if entry.channel == "voices"]
    said = [(entry.key, entry.label, entry.count, entry.pressed) for entry in widths]
    assert said == [
        ("1", "1 voice", 1, None),
        ("2", "2–3 voices", 1, None),
        ("10", "10 voices or more", 1, None),
    ]
    assert [entry.width for entry in widths] == [edge_width(1), edge_width(2), edge_width(10)]
    assert [item["voices"] for item in sent(wider)["edges"]] == ["2", "1", "10"]
    verified = subgraph(edge("1", "a", "b", verdict=Verdict.VERIFIED), edge("2", "a", "c"))
    verdicts = [entry for entry in legend(verified, WORDS) if entry.channel == "verdict"]
    assert [(entry.key, entry.mark) for entry in verdicts] == [("verified", "tick"), ("unreviewed", "")]
    chosen = {
        entry.key for entry in legend(alike, WORDS, {"verdict": ("verified",)}) if entry.channel == "verdict"
    }
    assert {"verified", "unreviewed", "disputed"} <= chosen


def test_the_legend_of_a_filtered_picture_names_what_is_left_out() -> None:
    graph = subgraph(edge("1", "a", "b"), edge("2", "a", "c", verdict=Verdict.REJECTED))
    filtered = {"kind": (), "sign": ("conflict",), "verdict": ()}
    entries = {(entry.channel, entry.key): entry for entry in legend(graph, WORDS, filtered)}
    assert {key: entries["sign", key].pressed for key in Sign} == {key: key == Sign.CONFLICT for key in Sign}
    assert [entries["sign", key].count for key in ("conflict", "cooperation", "relation")] == [1, 0, 0]
    assert entries["sign", "neutral"].label == "Neutral (appeals, invitations)"
    assert entries["kind", "country"].pressed is False
    assert ("kind", "person") not in entries
    assert entries["verdict", "rejected"].pressed is None


def test_every_text_of_the_front_end_is_known_to_python() -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in FRONTEND.glob("*.mjs"))
    joined = re.sub(r'"\s*\+\s*"', "", scripts)  # texts that are put together over two lines
    assert [text for text in FRONT_END_TEXTS if f'"{text}"' not in joined] == []
    said = set(re.findall(r'\bsay\("([^"]+)"\)', joined)) | set(
        re.findall(r'\["\w+", "([^"]+)", \(view\)', joined)
    )
    assert said <= set(FRONT_END_TEXTS)
    assert len(said) > 8


def test_the_vendored_library_is_the_published_file() -> None:
    vendor = FRONTEND / "vendor"
    digest = hashlib.sha256((vendor / "vis-network.min.mjs").read_bytes()).hexdigest()
    assert digest in (vendor / "VENDORED.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("by_hand", "said"),
    [(0, "4 claims, 1 independent voice"), (1, "1 of them by hand"), (4, "only by hand")],
)
def test_the_tooltip_of_an_edge_tells_claims_by_hand(by_hand: int, said: str) -> None:
    made = replace(edge("e", "a", "b"), by_hand=by_hand)
    (drawn,) = sent(subgraph(made))["edges"]
    lines = str(drawn["title"]).split("\n")
    assert said in lines
    assert any("by hand" in line for line in lines) is bool(by_hand)
    counted = [entry.count for entry in legend(subgraph(made), WORDS) if entry.channel == "origin"]
    assert counted == ([1] if by_hand == made.claims else [])
    assert drawn["origin"] == ("by_hand" if counted else "extracted")
