"""How long statements took lately: kept by name, bounded, and with what failed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from explorer.serving.statement_times import MOST_KEPT, MOST_NAMES, StatementTimes


def test_the_slowest_statements_come_first_with_their_usual_and_their_slow_times() -> None:
    times = StatementTimes()
    for number in range(1, 101):
        times.took("explore/quick", number / 1000, "")
        times.took("saved/slow", number / 10, "")
    slow, quick = times.slowest(5)
    assert (slow.name, slow.count) == ("saved/slow", 100)
    assert 4.9 <= slow.median <= 5.1
    assert 9.4 <= slow.p95 <= 9.6
    assert quick.p95 < 0.1
    assert slow.last_at > 1.7e9
    assert times.slowest(1) == [slow]


def test_what_failed_is_kept_with_the_class_of_its_last_error() -> None:
    times = StatementTimes()
    times.took("saved/fine", 0.1, "")
    times.took("saved/bad", 0.1, "ClientError")
    times.took("saved/bad", 0.1, "")
    (bad,) = times.failing(10)
    assert (bad.name, bad.failures, bad.error, bad.count) == ("saved/bad", 1, "ClientError", 2)


def test_the_memory_is_bounded_however_long_it_runs_and_whatever_names_come() -> None:
    times = StatementTimes()
    for number in range(3 * MOST_KEPT):
        times.took("saved/often", float(number), "")
    (often,) = times.slowest(1)
    assert often.count == 3 * MOST_KEPT
    assert often.median >= 2 * MOST_KEPT
    for number in range(2 * MOST_NAMES):
        times.took(f"name {number}", 0.1, "")
    assert len(times.slowest(10 * MOST_NAMES)) <= MOST_NAMES + 1


def test_many_threads_may_tell_their_times_at_once() -> None:
    times = StatementTimes()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: times.took("saved/x", 0.1, ""), range(2000)))
    assert times.slowest(1)[0].count == 2000


def test_nothing_was_asked_yet() -> None:
    assert StatementTimes().slowest(5) == []
    assert StatementTimes().failing(5) == []
