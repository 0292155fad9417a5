"""The ontology is data: these are the promises that the data must keep."""

from __future__ import annotations

from collections import Counter

import pytest

from cypher.errors import UsageError
from cypher.model.graph import Sign
from cypher.model.ontology import LANGUAGES, event_type, event_types, is_mutual, quads, sign_of

PLOVER = [t for t in event_types().values() if not t.imported]


def test_plover_has_sixteen_types_and_imports_add_two() -> None:
    assert len(PLOVER) == 16
    assert [t.code for t in event_types().values() if t.imported] == ["STATEMENT", "APPEAL"]


def test_each_quad_has_the_types_that_the_manual_gives_it() -> None:
    assert Counter(t.quad.number for t in PLOVER) == {1: 4, 2: 3, 3: 4, 4: 5}


def test_cooperation_scores_above_zero_and_conflict_does_not() -> None:
    for kind in PLOVER:
        assert (kind.score > 0) == (kind.sign is Sign.COOPERATION), kind.code


def test_every_score_lies_between_minus_ten_and_ten() -> None:
    scores = [score for t in PLOVER for score in (t.score, *(mode.score for mode in t.modes.values()))]
    assert min(scores) >= -10
    assert max(scores) <= 10


def test_every_type_mode_and_quad_has_a_name_in_every_language() -> None:
    modes = [mode for kind in event_types().values() for mode in kind.modes.values()]
    for labels in [
        entry.labels for entries in (event_types().values(), modes, quads().values()) for entry in entries
    ]:
        assert set(labels) == set(LANGUAGES)
        assert all(labels.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_is_explained_in_one_line(language: str) -> None:
    for kind in event_types().values():
        assert kind.explanations[language].endswith(".")
        assert len(kind.explanations[language]) <= 90


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_types_share_a_name(language: str) -> None:
    assert max(Counter(t.labels[language] for t in event_types().values()).values()) == 1


def test_the_intensity_of_a_mode_replaces_that_of_its_type() -> None:
    consult = event_type("CONSULT")
    assert consult.intensity("phone") == 1.5
    assert consult.intensity() == consult.intensity("no such mode") == 2.5


def test_a_mode_without_a_score_takes_that_of_its_type() -> None:
    protest = event_type("PROTEST")
    assert protest.modes["vandalize"].score == protest.score


def test_verbal_and_material_conflict_are_both_conflict() -> None:
    assert [quads()[quad].sign for quad in (1, 2, 3, 4)] == [Sign.COOPERATION] * 2 + [Sign.CONFLICT] * 2


def test_only_acts_between_equals_are_mutual_by_their_type() -> None:
    assert {kind.code for kind in event_types().values() if kind.mutual} == {"AGREE", "CONSULT", "COOPERATE"}


@pytest.mark.parametrize(
    ("code", "mode", "mutual"),
    [
        ("CONSULT", "phone", True),
        ("CONSULT", "visit", False),
        ("CONSULT", "third-party", False),
        ("AGREE", "promise", False),
        ("COOPERATE", "supply", False),
        ("SUPPORT", None, False),
        ("SUPPORT", "relations", True),
        ("RETREAT", "ceasefire", True),
        ("RETREAT", "withdraw", False),
        ("ASSAULT", "aerial", False),
        ("ASSAULT", "clash", True),
        ("ACCUSE", "no such mode", False),
        ("NO TYPE", None, False),
    ],
)
def test_a_mode_says_whether_joint_actors_do_it_to_each_other(
    code: str, mode: str | None, mutual: bool
) -> None:
    assert is_mutual(code, mode) is mutual


def test_what_is_done_to_each_other_has_a_mutual_mode() -> None:
    named = {kind.code: kind.each_other for kind in event_types().values() if kind.each_other}
    assert named == {"RETREAT": "exchange", "ASSAULT": "clash"}
    assert all(is_mutual(code, mode) for code, mode in named.items())


def test_an_unknown_type_has_no_sign() -> None:
    assert sign_of("FIGHT") is None
    assert sign_of("ASSAULT", "no such mode") is Sign.CONFLICT


def test_an_unknown_type_is_answered_with_the_list_of_types() -> None:
    with pytest.raises(UsageError, match=r"'FIGHT'.*AGREE.*ASSAULT"):
        event_type("FIGHT")


@pytest.mark.parametrize(
    ("code", "mode", "sign"),
    [
        ("REQUEST", None, Sign.NEUTRAL),
        ("REQUEST", "appeal", Sign.NEUTRAL),
        ("REQUEST", "meet", Sign.NEUTRAL),
        ("REQUEST", "assist", Sign.COOPERATION),
        ("REQUEST", "change", Sign.CONFLICT),
        ("REQUEST", "yield", Sign.CONFLICT),
        ("RETREAT", "resign", Sign.NEUTRAL),
        ("RETREAT", "release", Sign.COOPERATION),
        ("CONCEDE", None, Sign.COOPERATION),
        ("SUPPORT", None, Sign.COOPERATION),
        ("SANCTION", "discontinue", Sign.CONFLICT),
        ("STATEMENT", None, Sign.NEUTRAL),
    ],
)
def test_each_act_has_the_sign_that_an_analyst_gives_it(code: str, mode: str | None, sign: Sign) -> None:
    assert sign_of(code, mode) is sign


def test_an_act_of_a_sign_has_a_score_of_that_sign() -> None:
    for kind in PLOVER:
        for mode in kind.modes.values():
            if not mode.own and mode.sign is not Sign.NEUTRAL:
                assert (mode.score > 0) == (mode.sign is Sign.COOPERATION), (kind.code, mode.code)
