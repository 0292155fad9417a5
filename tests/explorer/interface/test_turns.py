"""How many questions programs may ask at once and in a while."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from explorer.interface.problems import Problem
from explorer.interface.turns import AT_ONCE, AT_ONCE_OF_ALL, BURST, RATE, Turns


class Clock:
    """A clock that the test moves."""

    now = 100.0

    def __call__(self) -> float:
        """The time in seconds."""
        return self.now


def ask(turns: Turns, name: str = "anna") -> bool:
    """Whether a question gets a turn; it ends at once."""
    try:
        with turns.turn(name):
            return True
    except Problem:
        return False


def test_a_refusal_says_when_to_ask_again() -> None:
    turns = Turns()
    with turns.turn("anna"), turns.turn("anna"), pytest.raises(Problem) as refused, turns.turn("anna"):
        pass
    assert refused.value.status == 429
    assert refused.value.wait == 1
    assert refused.value.response().headers["retry-after"] == "1"


def test_one_caller_has_few_questions_answered_at_once_and_others_still_get_theirs() -> None:
    turns = Turns()
    with ExitStack() as running:
        for _ in range(AT_ONCE):
            running.enter_context(turns.turn("anna"))
        assert not ask(turns)
        assert ask(turns, "budi")
    assert ask(turns)


def test_all_callers_together_have_a_limit_too() -> None:
    turns = Turns()
    with ExitStack() as running:
        for number in range(AT_ONCE_OF_ALL):
            running.enter_context(turns.turn(f"caller {number}"))
        assert not ask(turns, "another")
    assert ask(turns, "another")


def test_a_question_that_fails_gives_its_turn_back() -> None:
    turns = Turns()
    for _ in range(AT_ONCE + 1):
        with pytest.raises(ValueError, match="lost"), turns.turn("anna"):
            raise ValueError("lost")


def test_after_a_burst_there_are_only_so_many_a_second() -> None:
    clock = Clock()
    turns = Turns(clock)
    assert all(ask(turns) for _ in range(BURST))
    assert not ask(turns)
    assert ask(turns, "budi")
    clock.now += 1
    assert [ask(turns) for _ in range(int(RATE) + 1)] == [True] * int(RATE) + [False]
    clock.now += 3600
    assert [ask(turns) for _ in range(BURST + 1)].count(True) == BURST
