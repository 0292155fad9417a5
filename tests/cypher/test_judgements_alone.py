"""What people made is brought to another graph of the same news, whole and once, whatever engine it is on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cypher.briefs.collecting import own_text
from cypher.briefs.reading import Brief
from cypher.briefs.saving import save as save_brief
from cypher.by_hand.claims import make_claim
from cypher.by_hand.parties import new_actor
from cypher.by_hand.sources import Source
from cypher.by_hand.stated import HandClaim
from cypher.cases.items import CaseItem, CaseKind
from cypher.cases.saving import add as add_to_case
from cypher.cases.saving import begin as begin_case
from cypher.copies.bringing import bring
from cypher.copies.graph_file import JUDGEMENTS, write
from cypher.copies.judgements import MADE, NEEDED, made_by_people
from cypher.copies.pages import pages
from cypher.copies.shapes import SHAPE_OF
from cypher.database import Database, Role, Settings, connect
from cypher.desk import own_queries
from cypher.desk.noting import edit_note, write_note
from cypher.desk.saved_views import SavedView, save_view
from cypher.desk.watching import keep_watch
from cypher.errors import UsageError
from cypher.judging.annotations import annotate
from cypher.judging.merging import merge, mergers, split
from cypher.judging.recoding import Recode
from cypher.judging.tie_counts import recount
from cypher.model.graph import EntityKind, Judgement
from ingest.loading.load import load
from tests.conftest import Run, empty
from tests.graphs import CLAIMS, EXTRACTIONS
from tests.whole import LOADED, whole

pytestmark = [pytest.mark.slow]
SOURCE = Source("Jakarta telephoned Doha.", title="A call", publisher="Gulf Courier", published="2024-03-07")
CALL = HandClaim("IDN", "CONSULT", "QAT", SOURCE, 2)


def judged(database: Database) -> None:
    """Make one of everything that people can make."""
    annotate(database, CLAIMS["truce"].id, Judgement.VERIFIED, author="ana", note="seen", tags=["a"])
    annotate(database, CLAIMS["truce"].id, Judgement.REJECTED, author="budi")
    annotate(database, CLAIMS["swap"].id, Judgement.REJECTED, author="ana")
    annotate(
        database, CLAIMS["phone-call"].id, Judgement.VERIFIED, author="budi", recode=Recode(type="THREATEN")
    )
    note = write_note(database, CLAIMS["swap"].id, "Who says so?", author="ana", question=True)
    edit_note(database, note.note, "Who else says so?", author="ana")
    merge(database, "muttaqi", "taliban", author="ana", note="one")
    split(database, "muttaqi", author="budi")
    merge(database, "taliban", "hamas", author="ana")
    made = make_claim(database, CALL, author="ratna")
    annotate(database, made, Judgement.VERIFIED, author="ana")
    keep_watch(database, "ana", "saved/people/central", {"since": "2023-01-01"})
    query = own_queries.OwnQuery("", 0, "All", "RETURN 1 AS n", "ana", "ana")
    own_queries.star(database, own_queries.save(database, query).query, author="ana", starred=True)
    save_view(database, SavedView("Gulf", "ana", {"page": "network"}, {"IRN": (1.0, 2.5)}, ""))
    brief = save_brief(database, Brief("Weekly", (own_text("", "one"),)), "ana")
    save_brief(database, replace(brief, title="Weekly again"), "ana")
    case = begin_case(database, "Strait", "ana").case
    entity = CaseItem(CaseKind.ENTITY, "Iran", {"page": "actors", "entity": "IRN"}, ("IRN",))
    add_to_case(database, case, [entity.added("budi")], "budi")


def everything(database: Database) -> list[str]:
    return whole(database, LOADED | {"version", "known_on"}, ("Mark", "Load"))


@pytest.fixture(scope="module")
def exported(embedded: Settings, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A file of judgements, and all of the graph in which they were made."""
    empty(embedded)
    path = tmp_path_factory.mktemp("judgements") / "mine.jsonl"
    with connect(embedded, Role.ANALYST) as database, path.open("wb") as file:
        load(database, EXTRACTIONS)
        judged(database)
        content = write(file, made_by_people(database), JUDGEMENTS)
        assert {label for label in MADE if not content.parts.get(label)} <= {"MergeCandidate"}
        return path, everything(database)


def test_judgements_come_back_whole_and_once(exported: tuple[Path, list[str]], database: Database) -> None:
    path, expected = exported
    load(database, EXTRACTIONS)
    done = bring(database, path)
    assert done.left_out == []
    assert done.new["Annotation"] == 6  # a claim by hand has one, too
    assert done.new["Merger"] == 3
    assert everything(database) == expected
    assert recount(database).mended == 0
    again = bring(database, path)
    assert +again.new == {}
    assert again.left_out == []
    assert everything(database) == expected


def test_what_has_no_claim_yet_is_listed_and_counts_when_it_comes(
    exported: tuple[Path, list[str]], database: Database
) -> None:
    path, expected = exported
    late = [each for each in EXTRACTIONS if any(c.id == CLAIMS["swap"].id for c in each.claims)]
    load(database, [each for each in EXTRACTIONS if each not in late])
    done = bring(database, path)
    assert [(each["claim"], each["author"], each["judgement"]) for each in done.left_out] == [
        (CLAIMS["swap"].id, "ana", "rejected")
    ]
    assert "counts when the claim is loaded" in str(done.left_out[0]["reason"])
    load(database, late)
    assert bring(database, path).left_out == []
    assert [row for row in everything(database) if '"Annotation"' in row] == [
        row for row in expected if '"Annotation"' in row
    ]
    assert verdicts(everything(database)) == verdicts(expected)


def verdicts(rows: list[str]) -> list[str]:
    return [row for row in rows if '"verdict"' in row and '"label": "Claim"' in row]


def test_what_was_decided_otherwise_here_is_kept(
    exported: tuple[Path, list[str]], database: Database
) -> None:
    path, _ = exported
    load(database, EXTRACTIONS)
    annotate(database, CLAIMS["truce"].id, Judgement.REJECTED, author="citra")
    merge(database, "taliban", "muttaqi", author="citra")
    done = bring(database, path)
    refused = [each for each in done.left_out if each["label"] == "Merger"]
    assert refused
    assert all("merged" in str(each["reason"]) for each in refused)
    assert {each.author for each in mergers(database)} >= {"citra"}
    rows = [row for row in everything(database) if '"label": "Annotation"' in row]
    assert sum(CLAIMS["truce"].id in row for row in rows) == 3
    assert recount(database).mended == 0


def test_names_of_actors_made_by_hand_come_with_them(embedded: Settings, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        actor = new_actor("Satgas Laut", EntityKind.ORGANISATION)
        make_claim(database, replace(CALL, actor=actor), author="ratna")
        with path.open("wb") as file:
            write(file, made_by_people(database), JUDGEMENTS)
        expected = everything(database)
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        bring(database, path)
        assert everything(database) == expected
        assert database.read("explore/search_entities", text="satgas").rows


def test_only_judgements_are_brought(embedded: Settings, tmp_path: Path) -> None:
    path = tmp_path / "marks.jsonl"
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        with path.open("wb") as file:
            write(file, pages(database, [SHAPE_OF["Load"]]), JUDGEMENTS)
        before = everything(database)
        with pytest.raises(UsageError, match="Load, which are no judgements"):
            bring(database, path)
        lines = path.read_text().splitlines(keepends=True)
        path.write_text("".join(lines[:-1]))
        with pytest.raises(UsageError, match="end is missing"):
            bring(database, path)
        assert everything(database) == before
    assert not {*MADE} & {*NEEDED}


@pytest.fixture
def home(embedded: Settings) -> Path:
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS[:2])
        annotate(database, EXTRACTIONS[0].claims[0].id, Judgement.VERIFIED, author="ana")
    return embedded.home


def test_the_commands(command: Run, home: Path, embedded: Settings, tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    assert command("judgements", "export", str(file), "--json").answer()["nodes"] == {"Annotation": 1}
    header = json.loads(file.read_text().splitlines()[0])
    assert (header["what"], header["format"]) == ("judgements of Konstelasi", 1)
    assert command("judgements", "export", str(file)).code == 2
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, EXTRACTIONS[1:2])
    done = command("judgements", "bring", str(file))
    assert "New: 1 Annotation. 1 could not be used" in done.err
    (listed,) = (tmp_path / "mine.jsonl.missing.jsonl").read_text().splitlines()
    assert json.loads(listed)["claim"] == EXTRACTIONS[0].claims[0].id
    assert command("judgements", "bring", str(home)).code in {1, 2}
