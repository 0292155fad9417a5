"""Who talked with both sides of conflicts follows from the rows of the statement, counted by pairs."""

from __future__ import annotations

import random
from itertools import permutations

from cypher.analysis.adversaries import talkers_to_adversaries
from cypher.bolt.table import Table

COLUMNS = ("entity", "name", "kind", "voices", "partners", "attacked")


def contacts(*rows: tuple[str, str, int, list[str], list[str]]) -> Table:
    return Table(
        COLUMNS,
        tuple((who, name, "country", voices, near, attacked) for who, name, voices, near, attacked in rows),
    )


def test_both_sides_must_be_partners_and_each_way_is_a_conflict() -> None:
    asked = contacts(
        ("a", "Arda", 3, ["b", "c", "d"], []),
        ("b", "Bree", 1, ["a"], ["c", "d"]),
        ("c", "Cirith", 1, ["a", "d"], ["b"]),
        ("d", "Dale", 2, ["a", "c"], []),
    )
    found = talkers_to_adversaries(asked, {"limit": 30})
    assert found.columns == ("name", "kind", "voices", "conflicts", "entity")
    assert found.rows == (("Arda", "country", 3, ["Bree → Cirith", "Bree → Dale", "Cirith → Bree"], "a"),)


def test_conflicts_of_the_same_names_count_once_and_voices_decide_between_equals() -> None:
    asked = contacts(
        ("a", "Arda", 1, ["x", "y", "z"], []),
        ("b", "Bree", 9, ["x", "y"], []),
        ("c", "Cirith", 2, ["x", "y"], []),
        ("x", "Gondor", 1, ["a", "b", "c"], ["y", "z"]),
        ("y", "Mordor", 1, ["a", "b", "c"], []),
        ("z", "Mordor", 1, ["a"], []),
    )
    found = talkers_to_adversaries(asked, {"limit": 2})
    assert [(row[4], row[3]) for row in found.rows] == [
        ("b", ["Gondor → Mordor"]),
        ("c", ["Gondor → Mordor"]),
    ]
    everybody = talkers_to_adversaries(asked, {"limit": 30})
    assert [row[4] for row in everybody.rows] == ["b", "c", "a"]


def test_a_limit_leaves_the_first_of_what_counting_every_pair_gives() -> None:
    dice = random.Random(5)  # noqa: S311 - a test's dice
    ids = [f"e{number}" for number in range(40)]
    names = {each: f"N{dice.randint(1, 25)}" for each in ids}
    near: dict[str, set[str]] = {each: set() for each in ids}
    for one, other in (dice.sample(ids, 2) for _ in range(150)):
        near[one].add(other)
        near[other].add(one)
    attacked = {each: set(dice.sample([one for one in ids if one != each], 3)) for each in ids}
    rows = [
        (each, names[each], dice.randint(1, 4), sorted(near[each]), sorted(attacked[each])) for each in ids
    ]
    expected = []
    for who, name, voices, _, _ in rows:
        texts = {
            f"{names[one]} → {names[other]}"
            for one, other in permutations(near[who], 2)
            if other in attacked[one]
        }
        if texts:
            expected.append((name, "country", voices, sorted(texts), who))
    expected.sort(key=lambda row: (-len(row[3]), -row[2], row[4]))
    assert len(expected) > 10
    for limit in (1, 3, 7, 1000):
        asked = contacts(*(row for row in rows if near[row[0]]))
        assert talkers_to_adversaries(asked, {"limit": limit}).rows == tuple(expected[:limit])
