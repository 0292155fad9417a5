"""The commands `query` and `annotate`: what a person types, reads, and gets as exit code."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cypher.commands.printing import compact, print_table, safe
from cypher.database import Role, Settings, Table, connect
from cypher.database.export import as_csv, as_json
from cypher.database.graphml import GRAPHML, as_graphml
from cypher.errors import UsageError
from cypher.records.shared import DrawnTie
from tests.conftest import Run
from tests.cypher.conftest import tell_story
from tests.made_up import TIE


@pytest.fixture(scope="module")
def home(embedded: Settings) -> Path:
    """The folder of an embedded engine that holds the story."""
    tell_story(embedded)
    return embedded.home


def test_a_query_takes_names_and_prints_a_table(command: Run) -> None:
    done = command("query", "bilateral/history", "-p", "first=Teheran", "-p", "second=Amerika Serikat")
    assert done.code == 0, done.err
    assert "Relations of two actors over time" in done.out
    assert "2024-01" in done.out


def test_a_long_list_is_cut_off_unless_all_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    table = Table(("entities",), ((["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH"],), (["III"],)))
    print_table("Title", table, wide=False)
    short = capsys.readouterr().out
    assert "FFF; … 2 more" in short
    assert "GGG" not in short
    assert "III" in short
    print_table("Title", table, wide=True)
    assert "HHH" in capsys.readouterr().out


def test_ties_are_printed_in_five_columns_that_fit_a_terminal(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    asked = ("query", "explore/neighbours", "-p", "entity=Teheran", "--lens", "all")
    narrow = command(*asked).out
    assert [word.strip() for word in narrow.splitlines()[2].strip("┃").split("┃")] == [
        "actor",
        "what",
        "recipient",
        "claims",
        "dates",
    ]
    assert "United States" in narrow
    assert "sanction ×2" in narrow.lower()
    assert "…" not in narrow
    assert max(map(len, narrow.splitlines())) <= 80
    monkeypatch.setenv("COLUMNS", "600")
    assert all(column in command(*asked, "--wide").out for column in DrawnTie.__match_args__)


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        ({}, ("Iran", "sanction ×3, aid", "United States", 4, "2023-10-08 – 2024-01-15")),
        ({"last_date": "2023-10-08"}, ("Iran", "sanction ×3, aid", "United States", 4, "2023-10-08")),
        (
            {"first_date": None, "last_date": None},
            ("Iran", "sanction ×3, aid", "United States", 4, "by 2024-01-20"),
        ),
        (
            {"relation_type": "MEMBER_OF", "not_after": None, "first_date": None, "last_date": None},
            ("Iran", "member of", "United States", 4, ""),
        ),
        (
            {"directed": False, "event_types": ["CONSULT", "CONSULT", "AGREE", "YIELD", "AID"]},
            ("Iran", "↔ consult ×2, agree, yield …", "United States", 4, "2023-10-08 – 2024-01-15"),
        ),
    ],
)
def test_a_tie_is_shortened_to_what_people_read(changes: dict[str, object], printed: tuple[object]) -> None:
    row = TIE | changes
    assert compact(Table(tuple(row), (tuple(row.values()),))).rows == (printed,)


def test_only_whole_ties_are_shortened_and_columns_of_their_own_stay() -> None:
    row = TIE | {"step": 2}
    assert compact(Table(tuple(row), (tuple(row.values()),))).columns[-2:] == ("dates", "step")
    for other in (
        Table(("tie", "actor", "recipient"), (("t", "a", "b"),)),
        Table(("month",), (("2024-01",),)),
    ):
        assert compact(other) is other
    broken = TIE | {"sign": "strange"}
    assert compact(Table(tuple(broken), (tuple(broken.values()),))).columns == tuple(TIE)


def test_a_terminal_shows_text_and_obeys_none_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "a\x1b[31mred\x9b2J\x07\r\u202eevil\x08"
    print_table(hostile, Table((hostile,), ((hostile,), (["x", hostile],))), wide=False)
    printed = capsys.readouterr().out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", printed)
    assert "red" in printed
    assert "Teheran\u200cشهر" in safe("Teheran\u200cشهر").plain


def test_json_and_csv_hold_the_same_rows(command: Run) -> None:
    asked = ("query", "explore/neighbours", "--param", "entity=IRN", "--lens", "all")
    rows = json.loads(command(*asked, "--json").out)
    lines = list(csv.DictReader(command(*asked, "--format", "csv").out.splitlines()))
    assert [row["tie"] for row in rows] == [line["tie"] for line in lines]
    assert lines[0]["event_types"] == "SANCTION; SANCTION"


def test_a_graph_is_written_as_graphml(command: Run) -> None:
    done = command("query", "people/offices", "--format", "graphml")
    root = ElementTree.fromstring(done.out)  # noqa: S314 - our own output
    names = {node.get("id") for node in root.iter(f"{{{GRAPHML}}}node")}
    assert names == {"amir-abdollahian", "IRN", "taliban", "AFG"}
    assert len(list(root.iter(f"{{{GRAPHML}}}edge"))) == 2


def test_the_list_names_every_query_with_its_parameters(command: Run) -> None:
    listed = {row["name"]: row for row in json.loads(command("query", "--list", "--json").out)}
    assert listed["saved/mediation/between"]["returns"] == "graph"
    assert [p["name"] for p in listed["explore/entity"]["parameters"]] == ["entity"]
    assert not any(name.startswith("load/") for name in listed)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["query", "bilateral/histry"], "Did you mean saved/bilateral/history"),
        (["query", "load/merge_claims"], "is not a query"),
        (["query", "bilateral/history", "-p", "first"], "is not NAME=VALUE"),
        (["query", "bilateral/history", "-p", "first=IRN"], "needs second"),
        (
            ["query", "people/statements", "-p", "speaker=Amir"],
            "Did you mean Amir Khan Muttaqi (muttaqi), Hossein",
        ),
        (["query", "people/central", "-p", "since=soon"], "must be a date"),
        (["query", "people/central", "--lens", "rosy"], "must be one of trusted"),
        (["query", "coverage/publishers", "-f", "graphml"], "Only a result with ties"),
        (["annotate", "claim-nothing", "-j", "verified"], "no claim or tie"),
        (["annotate", "claim-swap"], "Give either --judgement"),
        (["annotate", "claim-swap", "-j", "verified", "--confidence", "7"], "between 0 and 1"),
    ],
)
def test_wrong_use_ends_with_two_and_says_what_to_do(
    command: Run, arguments: list[str], complaint: str
) -> None:
    done = command(*arguments)
    assert done.code == 2
    assert complaint in " ".join(done.err.split())
    assert "Traceback" not in done.err


def test_a_name_that_two_entities_have_is_asked_back(command: Run, embedded: Settings) -> None:
    with connect(embedded, Role.ANALYST) as database:
        shared = {"id": "shared", "key": "doha", "text": "Doha", "entity": "taliban"}
        database.write("load/merge_aliases", rows=[shared])
    done = command("query", "people/statements", "-p", "speaker=Doha")
    assert done.code == 2
    said = " ".join(done.err.split())
    assert "'Doha' can mean" in said
    assert "Qatar (QAT)" in said
    assert "Taliban (taliban)" in said


def test_a_judgement_is_recorded_and_taken_back(command: Run) -> None:
    asked = ("query", "explore/claim", "-p", "claim=claim-swap", "--json")
    options = ("-j", "rejected", "--author", "ani", "--note", "=1+1", "--tag", "x", "--tag", "y")
    batch = command("annotate", "claim-swap", *options).out.strip()
    (claim,) = json.loads(command(*asked).out)
    assert (claim["verdict"], claim["tags"]) == ("rejected", ["x", "y"])
    undone = json.loads(command("annotate", batch, "--undo", "--author", "ani", "--json").out)
    assert undone["batch"] != batch
    (claim,) = json.loads(command(*asked).out)
    assert (claim["verdict"], claim["version"]) == ("none", 2)


HOSTILE = [
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@x",
    '"quoted", text\nline',
    "<b>&amp;</b>",
    "\x00\x1b[31m",
    "\u202eevil",
    None,
]


def test_csv_neutralises_formulas_and_keeps_everything_else() -> None:
    table = Table(("text", "number"), tuple((text, -1) for text in HOSTILE))
    read = list(csv.reader(as_csv(table).splitlines(keepends=True)))[1:]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell, _ in read)
    assert {number for _, number in read} == {"-1"}
    assert '"quoted", text\nline' in [cell for cell, _ in read]
    assert json.loads(as_json(table))[0] == {"text": "=HYPERLINK(1)", "number": -1}


def test_graphml_holds_hostile_names_as_text() -> None:
    columns = ("tie", "actor", "actor_name", "recipient", "recipient_name", "directed")
    rows = tuple((f"t{i}", f"a{i}", text, "b", "B", True) for i, text in enumerate(HOSTILE))
    root = ElementTree.fromstring(as_graphml(Table(columns, rows)))  # noqa: S314 - our own output
    texts = [data.text for data in root.iter(f"{{{GRAPHML}}}data")]
    assert "<b>&amp;</b>" in texts
    assert "\ufffd\ufffd[31m" in texts


def test_a_table_without_ties_is_no_graph() -> None:
    with pytest.raises(UsageError, match="json or csv"):
        as_graphml(Table(("month",), (("2024-01",),)))
