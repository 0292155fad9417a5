"""The grade of a source reaches the claims of its articles: when they come in, and when the grade changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement
from cypher.review.source_grades import apply_grades
from cypher.sources import grades, listing
from cypher.sources.source import Source
from cypher.sources.states import states
from cypher.sources.store import Store
from tests.conftest import Run
from tests.misbehaving import Site, article, serving
from tests.old_sources import bring_back

CLAIMS = """
MATCH (document:Document)<-[:OF]-(:Sentence)<-[:IN]-(claim:Claim)
RETURN claim.id AS claim, claim.confidence AS confidence, 'trusted' IN claim.lenses AS trusted,
       document.source_grade AS grade ORDER BY document.title, claim
"""
TRUSTED_TIES = "MATCH (tie:Tie {level: 'actor'}) WHERE 'trusted' IN tie.lenses RETURN count(tie) AS ties"
TIES = "MATCH (tie:Tie {level: 'actor'}) RETURN tie.id AS tie"


@pytest.fixture
def site(graph: Database) -> Iterator[Site]:
    """A server of a feed with three reports, for an empty graph without sources."""
    with serving(*(article(number) for number in range(1, 4))) as running:
        yield running


def paper(site: Site, grade: str | None) -> Source:
    return Source("Paper", site.address("/good"), grade=grade, private=True)


def claims(graph: Database) -> list[dict[str, object]]:
    return graph.read_text(CLAIMS).records()


def trusted(graph: Database) -> set[object]:
    return {each["trusted"] for each in claims(graph)}


def shown_grades(graph: Database) -> set[object]:
    ids = [str(each["claim"]) for each in claims(graph)]
    return {graph.read("explore/claim", claim=each).records()[0]["source_grade"] for each in ids}


def test_claims_of_a_doubted_source_are_outside_the_trusted_lens_and_show_its_grade(
    command: Run, site: Site, home: Path, graph: Database
) -> None:
    listing.add(Store(home), paper(site, "D"))
    assert command("follow", "--once").code == 0
    assert len(claims(graph)) >= 3
    assert trusted(graph) == {False}
    assert max(float(str(each["confidence"])) for each in claims(graph)) <= 0.45
    assert shown_grades(graph) == {"D"}
    assert graph.read_text(TRUSTED_TIES).rows[0][0] == 0


def test_a_grade_that_changes_reaches_loaded_articles_and_back(
    command: Run, site: Site, home: Path, graph: Database
) -> None:
    listing.add(Store(home), paper(site, None))
    command("follow", "--once")
    ungraded = claims(graph)
    assert {each["grade"] for each in ungraded} == {None}
    assert True in trusted(graph)
    ties = graph.read_text(TRUSTED_TIES).rows[0][0]

    changed = command("sources", "grade", "Paper", "e")
    assert (changed.code, changed.err) == (0, "3 articles have another grade now\n")
    assert (trusted(graph), shown_grades(graph)) == ({False}, {"E"})
    assert graph.read_text(TRUSTED_TIES).rows[0][0] == 0

    assert command("sources", "grade", "Paper", "B").code == 0
    assert [each["confidence"] for each in claims(graph)] == [each["confidence"] for each in ungraded]
    assert shown_grades(graph) == {"B"}
    assert command("sources", "grade", "Paper", "none").code == 0
    assert claims(graph) == ungraded
    assert graph.read_text(TRUSTED_TIES).rows[0][0] == ties


def test_a_grade_that_a_list_changes_is_applied_by_the_follower_though_nothing_is_new(
    command: Run, site: Site, home: Path, graph: Database, tmp_path: Path
) -> None:
    listing.add(Store(home), paper(site, None))
    command("follow", "--once")
    changed = tmp_path / "sources.toml"
    changed.write_text(
        f'[[source]]\nname = "Paper"\nurl = "{site.address("/good")}"\nprivate = true\ngrade = "F"\n'
    )
    ended = command("follow", str(changed), "--once")
    assert "3 articles have another grade now" in ended.err
    assert (trusted(graph), shown_grades(graph)) == ({False}, {"F"})
    assert "another grade" not in command("follow", "--once").err


def test_a_verdict_wins_over_the_grade_of_the_source(
    command: Run, site: Site, home: Path, graph: Database, embedded: Settings
) -> None:
    listing.add(Store(home), paper(site, "D"))
    command("follow", "--once")
    claim = str(claims(graph)[0]["claim"])
    with connect(embedded, Role.ANALYST) as database:
        annotate(database, claim, Judgement.VERIFIED, author="ani", source_grade="A")

    def is_as_judged() -> bool:
        judged = next(each for each in claims(graph) if each["claim"] == claim)
        shown = graph.read("explore/claim", claim=claim).records()[0]
        return bool(judged["trusted"]) and shown["source_grade"] == "A"

    assert is_as_judged()
    assert command("sources", "grade", "Paper", "C").code == 0
    assert is_as_judged()
    assert command("sources", "grade", "Paper", "E").code == 0
    assert is_as_judged()
    ties = [str(row[0]) for row in graph.read_text(TIES).rows]
    behind = graph.read("explore/claims_behind", ids=ties, lens="all").records()
    assert {each["source_grade"] for each in behind} == {"A", "E"}


def test_articles_that_did_not_come_from_a_source_stay_as_they_are(
    command: Run, site: Site, home: Path, graph: Database, tmp_path: Path
) -> None:
    own = tmp_path / "own.txt"
    own.write_text("Norway attacked Cuba on 3 March 2024.\n")
    assert command("ingest", str(own)).code == 0
    before = claims(graph)
    assert before
    assert before[0]["trusted"]
    listing.add(Store(home), paper(site, "E"))
    command("follow", "--once")
    assert [each for each in claims(graph) if each["grade"] is None] == before


def test_reading_a_graded_article_again_keeps_its_grade(
    command: Run, site: Site, home: Path, graph: Database
) -> None:
    listing.add(Store(home), paper(site, "D"))
    command("follow", "--once")
    before = claims(graph)
    assert command("reread").code == 0
    assert claims(graph) == before


def test_a_list_of_sources_of_the_release_before_is_brought_up_to_date(
    command: Run, site: Site, home: Path, graph: Database, embedded: Settings
) -> None:
    store = Store(home)
    listing.add(store, paper(site, None))
    command("follow", "--once")
    with store.writing() as listed:
        listed.execute("UPDATE source SET grade = 'D'")
    bring_back(store.path, 1)
    with connect(embedded, Role.ANALYST) as database:
        assert apply_grades(database, store) == 3
        assert apply_grades(database, store) == 0
    assert [each.loaded for each in states(store)] == [3]
    assert grades.outdated(store, 10) == []
    assert shown_grades(graph) == {"D"}


def test_a_grade_or_a_source_that_there_is_not_is_refused(
    command: Run, site: Site, home: Path, graph: Database
) -> None:
    listing.add(Store(home), paper(site, "B"))
    refused = command("sources", "grade", "Paper", "G")
    assert (refused.code, "A source is graded A to F" in refused.err) == (2, True)
    refused = command("sources", "grade", "Nobody", "A")
    assert (refused.code, "There is no source 'Nobody'" in refused.err) == (2, True)
    assert states(Store(home))[0].source.grade == "B"
