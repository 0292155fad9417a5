"""Adding claims to the counts of a tie gives what counting them all at once gives."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cypher.judging.added_claims import NewClaim, can_be_added, counts_with
from cypher.model.graph import Event, EventStatus
from cypher.records.shared import StoredCounts
from tests.graphs import BROKERS, CLAIMS

CLAIMED = st.builds(
    NewClaim,
    assertion=st.just("event"),
    event_type=st.sampled_from(["AID", "CONSULT", "PART_OF"]),
    voice=st.sampled_from("abcde"),
    date=st.sampled_from([None, "2023", "2023-10", "2023-10-07", "2024-01-15"]),
    not_after=st.sampled_from([None, "2023-12-01", "2024-02-01"]),
    known_on=st.sampled_from(["2023-10-08", "2023-12-01", "2024-02-01"]),
    planned=st.booleans(),
    by_hand=st.booleans(),
    own=st.booleans(),
    lenses=st.sampled_from([("all",), ("all", "not_rejected"), ("all", "not_rejected", "trusted")]),
)
EMPTY = StoredCounts(
    *("tie", 0, False, (), (), (), (), (), (), (), (), (), (), 0, (), (), (), (), (), (), (), ()),
    *((), ()),
)


def counted(stored: StoredCounts, row: dict[str, Any]) -> StoredCounts:
    """What a tie stores afterwards."""
    return replace(stored, **row)


@given(st.lists(CLAIMED, max_size=8), st.lists(CLAIMED, min_size=1, max_size=8))
def test_in_two_steps_it_is_the_same_as_in_one(before: list[NewClaim], after: list[NewClaim]) -> None:
    stored = counted(EMPTY, counts_with(EMPTY, before, (), {}, directed=False))
    heard = {(claim.voice, lens) for claim in before for lens in claim.lenses}
    owned = {(claim.voice, lens) for claim in before if claim.own for lens in claim.lenses}
    stepwise = counted(stored, counts_with(stored, after, heard, {}, directed=True, owned=owned))
    assert stepwise == counted(EMPTY, counts_with(EMPTY, before + after, (), {}, directed=True))


@given(st.lists(CLAIMED, min_size=1, max_size=12))
def test_each_lens_counts_its_claims(claims: list[NewClaim]) -> None:
    found = counted(EMPTY, counts_with(EMPTY, claims, (), {}, directed=False))
    assert found.lenses == sorted({lens for claim in claims for lens in claim.lenses})
    for at, lens in enumerate(found.lenses):
        seen = [claim for claim in claims if lens in claim.lenses]
        dates = sorted(claim.date for claim in seen if claim.date)
        assert found.by_hand[at] == sum(claim.by_hand for claim in seen)
        assert found.planned[at] == sum(claim.planned for claim in seen)
        assert found.claims[at] == found.unjudged[at] == len(seen)
        assert found.voices[at] == len({claim.voice for claim in seen})
        assert (found.first_dates[at], found.last_dates[at]) == ((dates or [""])[0], (dates or [""])[-1])
        assert found.bounds[at] == max(claim.not_after or "" for claim in seen)
        assert found.known_from[at] == min(claim.known_on for claim in seen)
        assert found.known_until[at] == max(claim.known_on for claim in seen)
        types = Counter(claim.event_type for claim in seen)
        listed = [entry.split() for entry in found.event_types[at].split(",")]
        assert {name: int(number) for name, number in listed} == types
        assert listed == sorted(listed, key=lambda entry: (-int(entry[1]), entry[0]))
        months = Counter(date[:7] for date in dates)
        assert found.months[at] == ",".join(f"{month} {months[month]}" for month in sorted(months))
        assert found.own_voices[at] == len({claim.voice for claim in seen if claim.own})
        assert len(found.own_types[at].split(",")) == len(listed)


def test_own_voices_are_told_by_type_in_the_order_of_the_types() -> None:
    told = [
        ("AID", "a", True),
        ("AID", "a", True),
        ("AID", "b", True),
        ("CONSULT", "c", False),
        ("ASSAULT", "d", True),
    ]
    claims = [
        NewClaim("event", kind, voice, None, None, "2024-01-16", ("all",), own=own)
        for kind, voice, own in told
    ]
    row = counts_with(EMPTY, claims, (), {}, directed=True)
    assert (row["claims"], row["voices"], row["own_voices"]) == ([5], [4], [3])
    assert (row["event_types"], row["own_types"]) == (["AID 3,ASSAULT 1,CONSULT 1"], ["2,1,0"])


def test_what_analysts_said_of_older_claims_stays() -> None:
    stored = replace(
        EMPTY,
        version=3,
        directed=True,
        lenses=("all", "mine:ann"),
        claims=(3, 1),
        voices=(2, 1),
        event_types=("AID 2,CONSULT 1", "AID 1"),
        mediations=(1, 0),
        first_dates=("2023", ""),
        last_dates=("2023-10", ""),
        bounds=("", ""),
        verified=(1, 1),
        rejected=1,
        unsure=(0, 0),
        unjudged=(1, 0),
        planned=(1, 0),
        denied=(4, 1),
        by_hand=(1, 1),
        months=("2023 2,2023-10 1", ""),
        own_voices=(1, 0),
        own_types=("0,1", "0"),
        known_from=("2023-10-08", "2024-03-01"),
        known_until=("2024-03-01", "2024-03-01"),
    )
    claim = NewClaim("event", "CONSULT", "a", "2024-01-15", None, "2024-01-16", ("all", "not_rejected"))
    row = counts_with(stored, [claim], {("a", "all")}, {"not_rejected": 2}, directed=False)
    assert (row["lenses"], row["claims"]) == (["all", "mine:ann", "not_rejected"], [4, 1, 1])
    assert (row["voices"], row["verified"], row["unjudged"]) == ([2, 1, 1], [1, 1, 0], [2, 0, 1])
    assert (row["event_types"], row["mediations"]) == (
        ["AID 2,CONSULT 2", "AID 1", "CONSULT 1"],
        [1, 0, 0],
    )
    assert (row["planned"], row["denied"], row["by_hand"]) == ([1, 0, 0], [4, 1, 2], [1, 1, 0])
    assert (row["months"], row["own_types"]) == (
        ["2023 2,2023-10 1,2024-01 1", "", "2024-01 1"],
        ["0,1", "0", "0"],
    )
    assert row["known_from"] == ["2023-10-08", "2024-03-01", "2024-01-16"]
    assert row["known_until"] == ["2024-03-01", "2024-03-01", "2024-01-16"]
    assert row.keys().isdisjoint({"directed", "rejected"})


def test_only_what_changes_is_named() -> None:
    claims = [NewClaim("event", "AID", "a", "2023-10-07", None, "2023-10-08", ("all",))]
    stored = counted(EMPTY, counts_with(EMPTY, claims, (), {}, directed=True))
    row = counts_with(stored, claims, {("a", "all")}, {}, directed=True)
    assert row == {"claims": [2], "unjudged": [2], "event_types": ["AID 2"], "months": ["2023-10 2"]}


def test_denials_and_mediations_are_counted_in_full() -> None:
    assert can_be_added(CLAIMS["attack"].asserts)
    assert can_be_added(CLAIMS["minister"].asserts)
    assert can_be_added(CLAIMS["troops"].asserts)
    assert not can_be_added(CLAIMS["no-withdrawal"].asserts)
    assert not can_be_added(BROKERS.claims[0].asserts)
    attack = CLAIMS["attack"].asserts
    assert isinstance(attack, Event)
    assert not can_be_added(replace(attack, status=EventStatus.HYPOTHETICAL))
