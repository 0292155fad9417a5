"""Acts: each has a handler and is offered somewhere, and only well-formed ones come back from the browser."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import get_type_hints

import pytest

from cypher.model.graph import Judgement, Level
from explorer import pages
from explorer.acts import Act, MalformedActError, act_of, perform
from explorer.acts.judging import UntickAll
from explorer.acts.network import GoToStep, SelectNode
from explorer.view.state import LinkKind, Rank

EXPLORER = Path(pages.__file__).parents[1]
ACTS = [kind for kind in Act.known.values() if kind.__module__.startswith("explorer.")]


def without_handler(kinds: Iterable[type[Act]]) -> set[str]:
    return {kind.__name__ for kind in kinds if perform.dispatch(kind) is perform.dispatch(object)}


def asked_for_by_scripts() -> set[str]:
    """The names of the acts that scripts in the browser ask for."""
    scripts = (path.read_text(encoding="utf-8") for path in EXPLORER.rglob("frontend/*.mjs"))
    return {name for script in scripts for name in re.findall(r'\bact: "(\w+)"', script)}


def made_outside_of_acts() -> set[str]:
    """The names of all classes and functions that the explorer calls, in modules other than those of acts."""
    modules = (path for path in EXPLORER.rglob("*.py") if path.parent.name != "acts")
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in modules)
    return {
        node.func.id
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


def test_every_act_has_a_handler() -> None:
    assert without_handler(ACTS) == set()


def test_an_act_without_a_handler_is_found() -> None:
    @dataclass(frozen=True, slots=True)
    class Sing(Act):
        song: str

    assert without_handler([Sing, UntickAll]) == {"Sing"}
    with pytest.raises(NotImplementedError, match="Sing has no handler"):
        perform(Sing("la"))


def test_every_act_is_offered_by_a_panel_or_page() -> None:
    assert {kind.__name__ for kind in ACTS} - made_outside_of_acts() - asked_for_by_scripts() == set()


def test_scripts_ask_only_for_acts_that_there_are() -> None:
    assert "OpenTogether" in asked_for_by_scripts() <= {kind.__name__ for kind in ACTS}


def test_two_acts_cannot_have_one_name() -> None:
    with pytest.raises(TypeError, match="two acts are called UntickAll"):
        type("UntickAll", (Act,), {})


AWKWARD = 'a b,c:d\ne\u2028"<b>é'
VALUES: dict[object, object] = {
    str: AWKWARD,
    int: -3,
    tuple[str, ...]: (AWKWARD, "", "a b"),
    Judgement: Judgement.UNSURE,
    Level: Level.BLOC,
    LinkKind: LinkKind.COMMON,
    Rank: Rank.CENTRAL,
}


@pytest.mark.parametrize("kind", ACTS, ids=lambda kind: kind.__name__)
def test_an_act_comes_back_from_json_as_it_was_whatever_its_ids_contain(kind: type[Act]) -> None:
    hints = get_type_hints(kind)
    act = kind(**{each.name: VALUES[hints[each.name]] for each in fields(kind)})
    back = act_of(json.loads(json.dumps(act.as_json())))
    assert back == act
    assert [type(getattr(back, each.name)) for each in fields(kind)] == [
        type(getattr(act, each.name)) for each in fields(kind)
    ]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (None, "there is no act 'None'"),
        ("SelectNode", "there is no act 'SelectNode'"),
        (["SelectNode", "IDN"], "there is no act"),
        ({}, "there is no act '{}'"),
        ({"act": "Explode"}, "there is no act"),
        ({"act": ["SelectNode"]}, "there is no act"),
        ({"act": "Act"}, "there is no act"),
        ({"act": "SelectNode"}, r"SelectNode has the fields \['node'\], and not \[\]"),
        ({"act": "SelectNode", "node": "IDN", "edge": "x"}, r"and not \['edge', 'node'\]"),
        ({"act": "SelectNode", "node": 1}, "SelectNode.node cannot be '1'"),
        ({"act": "SelectNode", "node": None}, "SelectNode.node cannot be 'None'"),
        ({"act": "GoToStep", "place": "1"}, "GoToStep.place cannot be '1'"),
        ({"act": "GoToStep", "place": True}, "GoToStep.place cannot be 'True'"),
        ({"act": "GoToStep", "place": 1.5}, "GoToStep.place cannot be '1.5'"),
        ({"act": "Judge", "claim": "c", "judgement": "maybe"}, "Judge.judgement cannot be 'maybe'"),
        ({"act": "Judge", "claim": "c", "judgement": ["verified"]}, "Judge.judgement cannot be"),
        ({"act": "Hide", "entities": "IDN"}, "Hide.entities cannot be 'IDN'"),
        ({"act": "Hide", "entities": ["IDN", 1]}, "Hide.entities cannot be"),
    ],
)
def test_what_is_no_act_is_refused_with_the_reason(sent: object, said: str) -> None:
    with pytest.raises(MalformedActError, match=said):
        act_of(sent)


def test_a_refusal_says_what_to_do_and_quotes_little() -> None:
    with pytest.raises(MalformedActError) as refused:
        act_of({"act": "x" * 10_000})
    assert str(refused.value).endswith("Reload the page and click again.")
    assert len(str(refused.value)) < 200


def test_what_is_well_formed_is_accepted() -> None:
    assert act_of({"act": "UntickAll"}) == UntickAll()
    assert act_of({"act": "GoToStep", "place": -1}) == GoToStep(-1)
    assert act_of({"act": "SelectNode", "node": "<b>"}) == SelectNode("<b>")
