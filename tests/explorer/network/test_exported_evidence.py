"""The evidence in a page that opens offline."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from cypher.records.explore import ClaimBehind
from explorer.graph.grouping import bundled
from explorer.network.evidence import exported_evidence
from explorer.network.export import Stamp, network_html
from explorer.words import Words
from tests.browser.apps.graphs import story
from tests.browser.hostile import HOSTILE
from tests.records import made

STAMP = Stamp("A title", "Trusted", "2026-11-22", facts=(("Lens", "Trusted"), ("Signs", "<b>conflict</b>")))


def claim(tie: str, name: str = "one", **said: object) -> ClaimBehind:
    """A claim behind a tie."""
    usual = made(
        ClaimBehind,
        tie=tie,
        actor_name="Iran",
        recipient_name="Israel",
        directed=True,
        sign="conflict",
        all_claims=1,
        claim=name,
        event_type="ACCUSE",
        status="actual",
        date="2023-10-07",
        date_precision="day",
        sentence=f"Sentence {name}.",
        title="A title",
        publisher="Daily Record",
        url="https://news.example/1",
        published_on="2023-10-08",
        published_precision="day",
        attribution_name="Hossein",
        confidence=0.8,
        verdict="none",
    )
    changed: dict[str, Any] = said
    return replace(usual, **changed)


def test_each_edge_has_the_claims_of_its_tie_with_source_grade_and_verdict() -> None:
    edge = next(iter(story().edges.values()))
    judged = claim(edge.id, verdict="verified", source_grade="B", information_grade=2)
    found = exported_evidence([edge], [judged], Words())
    (place,) = found["edges"][f"e:{edge.id}"]
    (line,) = found["ties"][place]["claims"]
    assert found["ties"][place]["head"] == "Iran → Israel · conflict"
    assert line["sentence"] == "Sentence one."
    assert line["what"].endswith("7 Oct 2023")
    assert line["source"] == "According to Hossein · Daily Record · 8 Oct 2023 · A title"
    assert line["marks"].startswith("Verdict: verified · Grade: B2 · Confidence: likely")
    assert (line["url"], line["rejected"], found["ties"][place]["cut"]) == (
        "https://news.example/1",
        False,
        "",
    )


def test_a_claim_by_hand_is_told_as_such() -> None:
    edge = next(iter(story().edges.values()))
    found = exported_evidence([edge], [claim(edge.id, extractor="analyst+ratna")], Words())
    ((line,),) = (tie["claims"] for tie in found["ties"])
    assert "by hand, ratna · Daily Record" in line["source"]


def test_an_edge_for_several_ties_has_the_claims_of_each() -> None:
    graph = bundled(story())
    edge = next(each for each in graph.edges.values() if len(each.ties) > 1)
    found = exported_evidence([edge], [claim(tie, tie) for tie in edge.ties], Words())
    shown = {found["ties"][place]["claims"][0]["sentence"] for place in found["edges"][f"e:{edge.id}"]}
    assert shown == {f"Sentence {tie}." for tie in edge.ties}


def test_an_edge_without_claims_has_none() -> None:
    edge = next(iter(story().edges.values()))
    assert exported_evidence([edge], [], Words())["edges"] == {f"e:{edge.id}": []}


def test_what_does_not_fit_is_cut_fairly_and_said() -> None:
    edges = list(story().edges.values())[:3]
    many = [claim(edge.id, f"{edge.id}-{at}", all_claims=9) for edge in edges for at in range(9)]
    found = exported_evidence(edges, many, Words(), most_bytes=1_500)
    kept = [len(tie["claims"]) for tie in found["ties"]]
    assert 0 < sum(kept) < len(many)
    assert max(kept) - min(kept) <= 1
    assert [tie["cut"] for tie in found["ties"]] == [
        f"{number} of 9 claims are in this page, the newest ones." for number in kept
    ]
    assert len(json.dumps(found["ties"])) < 3_000


def test_hostile_texts_stay_texts_and_addresses_that_are_none_are_left_out() -> None:
    edge = next(iter(story().edges.values()))
    claims = [
        claim(edge.id, str(at), sentence=text, title=text, publisher=text) for at, text in enumerate(HOSTILE)
    ]
    claims += [
        claim(edge.id, f"url {at}", url=url)
        for at, url in enumerate(("javascript:alert(1)", "//x", "file:///x"))
    ]
    page = network_html(story(), STAMP, claims=claims)
    assert page.count("</script>") == 2
    found = re.search(r'id="network-data">(.*?)</script>', page)
    assert found is not None
    lines = json.loads(found[1])["evidence"]["ties"][0]["claims"]
    assert len(lines) == len(HOSTILE) + 3
    assert not any("url" in line for line in lines[-3:])


def test_the_page_says_under_which_conditions_it_was_made() -> None:
    page = network_html(story(), STAMP)
    assert "<dt>Lens</dt><dd>Trusted</dd>" in page
    assert "<dt>Signs</dt><dd>&lt;b&gt;conflict&lt;/b&gt;</dd>" in page
