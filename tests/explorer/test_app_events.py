"""The page *Event data* without a browser: proposal, fields, preview, import, in both languages."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from cypher.database import Database
from tests.explorer.opening import opened, papers
from tests.ingest.datasets.made_files import table_text
from tests.ingest.datasets.readers import icews_rows, test_acled

HEADER = "Hari;Siapa;Kepada;Apa;<img src=x onerror=alert(1)>\n"
TABLE = (
    HEADER
    + "16/05/2024;Indonesia;Malaysia;unjuk rasa;**tebal**\n"
    + "17/05/2024;Iran;Irak;<script>alert(1)</script>;\n"
)


def with_table(text: str = TABLE, **asked: str) -> AppTest:
    """The page with a table of one's own."""
    app = opened(page="events", **asked)
    app.file_uploader(key="events files").upload("insiden.csv", text.encode(), "text/csv").run()
    assert not app.exception
    return app


def choose(app: AppTest, field: str, place: int) -> None:
    app.selectbox(key=f"events field {field}").set_value(place).run()
    assert not app.exception


def test_the_data_sets_are_listed_before_there_is_a_file(graph: Database) -> None:
    said = papers(opened(page="events"))
    assert "Armed Conflict Location & Event Data" in said
    assert "CC BY 4.0" in said
    assert "https://acleddata.com" in said


def test_an_empty_graph_leads_to_the_page(graph: Database) -> None:
    assert '"page":"events"' in papers(opened()).replace('": "', '":"')


def test_a_proposal_can_be_changed_and_says_what_rows_become(graph: Database) -> None:
    app = with_table()
    fields = {name: app.selectbox(key=f"events field {name}").value for name in ("date", "event")}
    assert fields["date"] == 0
    for place, name in enumerate(("actor", "recipient", "event"), 1):
        choose(app, name, place)
    said = papers(app)
    assert "Indonesia" in said
    assert "Protest" in said
    assert "which is given no event type by the mapping" in said
    word = next(
        each for each in app.selectbox if str(each.key).startswith("events field word") and not each.value
    )
    word.set_value("AID").run()
    assert "which is given no event type" not in papers(app)
    assert "Aid" in papers(app)


def test_what_is_missing_is_said_and_nothing_can_be_imported(graph: Database) -> None:
    app = with_table("a;b\n16/05/2024;x\n")
    assert "Choose a column, or a text for all rows, for: Actor, What happened" in papers(app)
    assert app.button(key="events import").disabled
    choose(app, "actor", -2)
    app.text_input(key="events field actor text").set_value("Iran").run()
    choose(app, "event", -2)
    app.text_input(key="events field event text").set_value("PROTEST").run()
    assert not app.button(key="events import").disabled
    assert "Iran" in papers(app)


def test_a_wrong_setting_is_an_error_and_keeps_the_fields(graph: Database) -> None:
    app = with_table(language="id")
    app.text_input(key="events field dates").set_value("DD.MM").run()
    assert "events field date" in {each.key for each in app.selectbox}
    assert app.button(key="events import").disabled
    app.text_input(key="events field dates").set_value("%d/%m/%Y").run()
    assert not app.exception


def test_another_table_gets_a_proposal_of_its_own(graph: Database) -> None:
    app = with_table()
    choose(app, "actor", 2)
    other = "actor,date,event\nIran,2024-05-16,AID\n"
    app.file_uploader(key="events files").set_value([("other.csv", other.encode(), "text/csv")]).run()
    assert app.selectbox(key="events field actor").value == 0
    assert app.selectbox(key="events field date").value == 1
    assert app.selectbox(key="events field codes").value == "plover"
    assert "Aid" in papers(app)


def test_a_table_is_imported_and_its_rejects_are_counted(graph: Database) -> None:
    app = with_table(
        "tanggal;pelaku;sasaran;kejadian\n16/05/2024;Indonesia;Malaysia;unjuk rasa\nx;Iran;Irak;kecaman\n",
        language="id",
    )
    app.button(key="events import").click().run()
    said = papers(app)
    assert "1 peristiwa, 1 klaim baru, 0 sudah dikenal" in said
    assert "1 baris tidak dapat dipakai." in said
    (counts,) = graph.read("explore/counts").records()
    assert counts["claims"] == 1
    app.button(key="events to network").click().run()
    assert app.session_state["page"] == "network"
    assert {"IDN", "MYS"} <= {each.entity for each in app.session_state["trail"].view.centres}


@pytest.mark.parametrize(
    ("language", "refusal"), [("en", "is no file of ICEWS"), ("id", "bukan berkas ICEWS")]
)
def test_a_file_that_is_of_another_data_set_is_refused(graph: Database, language: str, refusal: str) -> None:
    app = opened(page="events", language=language)
    app.selectbox(key="events set").set_value("icews").run()
    app.file_uploader(key="events files").upload("insiden.csv", TABLE.encode(), "text/csv").run()
    assert not app.exception
    assert refusal in papers(app)
    assert app.button(key="events import").disabled


def test_a_file_of_a_known_data_set_is_previewed_and_imported(graph: Database) -> None:
    talks = icews_rows.row(source_name="Vietnam", target_name="Indonesia", target_country="Indonesia")
    app = opened(page="events")
    app.selectbox(key="events set").set_value("icews").run()
    text = "\n".join(map("\t".join, (icews_rows.HEADER, talks)))
    app.file_uploader(key="events files").upload("events.2018.tab", text.encode()).run()
    assert not app.exception
    assert "Vietnam" in papers(app)
    app.button(key="events import").click().run()
    assert "1 event, 1 new claim, 0 known already" in papers(app)
    (counts,) = graph.read("explore/counts").records()
    assert counts["claims"] == 1


def acled(*keys: str, **changed: str) -> bytes:
    rows = [test_acled.CLASH | {"event_id_cnty": key} | changed for key in keys]
    return table_text(test_acled.COLUMNS, rows).encode()


def with_acled(content: bytes, **asked: str) -> AppTest:
    """The page with a file of ACLED."""
    app = opened(page="events", **asked)
    app.selectbox(key="events set").set_value("acled").run()
    app.file_uploader(key="events files").upload("acled.csv", content, "text/csv").run()
    assert not app.exception
    return app


def test_a_file_is_proposed_as_the_data_set_that_its_columns_fit(graph: Database) -> None:
    app = opened(page="events")
    app.file_uploader(key="events files").upload("download.csv", acled("X1")).run()
    assert "By its columns, this file is of the data set Armed Conflict Location" in papers(app)
    app.button(key="events take proposal").click().run()
    assert app.selectbox(key="events set").value == "acled"
    assert "events take proposal" not in {each.key for each in app.button}
    assert "What the first rows become" in papers(app)
    app.selectbox(key="events set").set_value("ucdp").run()
    assert "is no file of UCDP GED" in papers(app)
    app.button(key="events take proposal").click().run()
    assert not app.button(key="events import").disabled


def test_a_second_table_of_ones_own_is_said_to_be_left_out(graph: Database) -> None:
    app = with_table()
    app.file_uploader(key="events files").set_value(
        [("a.csv", TABLE.encode(), "text/csv"), ("b.csv", b"x;y\n", "text/csv")]
    ).run()
    assert "A table of your own is one file. Only a.csv is read." in papers(app)


@pytest.mark.parametrize(
    ("language", "removed"),
    [("en", "2 claims of deleted events removed"), ("id", "2 klaim dari peristiwa terhapus dihapus")],
)
def test_events_that_the_data_set_has_deleted_are_removed(
    graph: Database, language: str, removed: str
) -> None:
    app = with_acled(acled("X1", "X2"), language=language)
    app.button(key="events import").click().run()
    app.file_uploader(key="events files").set_value([]).run()
    app.file_uploader(key="events withdrawn").upload("deleted.csv", b"event_id_cnty\nX1\n").run()
    assert not app.exception
    app.button(key="events import").click().run()
    assert removed in papers(app)  # two papers told of the event
    (counts,) = graph.read("explore/counts").records()
    assert counts["claims"] == 2
    app.selectbox(key="events set").set_value("icews").run()
    assert "events withdrawn" not in {each.key for each in app.file_uploader}


def test_rows_that_cannot_be_used_are_named_after_an_import(graph: Database) -> None:
    app = with_acled(acled("X1") + acled("X2", event_date="soon").split(b"\n", 1)[1], language="id")
    app.button(key="events import").click().run()
    assert "1 baris tidak dapat dipakai." in papers(app)
    assert (
        papers(app).count("acled.csv, baris 3: tidak bertanggal di") == 2
    )  # after the import, and before it


def test_only_an_empty_graph_can_be_made_at_once(graph: Database) -> None:
    app = with_acled(acled("X1"))
    assert "only possible while the graph is empty" in papers(app)
    app.checkbox(key="events at once").check().run()
    app.button(key="events import").click().run()
    assert "1 event, " in papers(app)
    (counts,) = graph.read("explore/counts").records()
    assert counts["events"] == 1
    app = with_acled(acled("X1", "X2"))
    assert "events at once" not in {each.key for each in app.checkbox}
