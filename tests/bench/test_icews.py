from __future__ import annotations

from collections import Counter

from bench.icews import NEIGHBOURS, curve, icews_like


def test_a_curve_passes_through_its_points_and_never_rises() -> None:
    assert [curve(NEIGHBOURS, rank) for rank, _ in NEIGHBOURS] == [value for _, value in NEIGHBOURS]
    values = [curve(NEIGHBOURS, rank) for rank in range(1, 9000)]
    assert values == sorted(values, reverse=True)
    assert values[-1] == 1


def test_the_graph_has_as_many_different_events_as_asked_for_day_after_day() -> None:
    articles = list(icews_like(events=2000, entities=300))
    events = [claim.asserts.id for article in articles for claim in article.claims]
    days = [article.document.published_on or "" for article in articles]
    assert len(events) == len(set(events)) == 2000
    assert days == sorted(days)


def test_few_entities_are_in_most_events() -> None:
    parties = Counter(
        entity.id for article in icews_like(events=2000, entities=300) for entity in article.entities
    )
    busiest = sum(count for _, count in parties.most_common(30))
    assert busiest > sum(parties.values()) / 3


def test_the_same_seed_gives_the_same_graph() -> None:
    assert list(icews_like(200, 50)) == list(icews_like(200, 50))
