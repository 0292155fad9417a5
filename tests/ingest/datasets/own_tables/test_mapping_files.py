from __future__ import annotations

import re
from pathlib import Path

import pytest

from cypher.errors import InputError
from ingest.datasets.own_tables.mapping import FIELDS, Codes, TableMapping
from ingest.datasets.own_tables.mapping_files import as_toml, parsed, read_mapping

SMALL = '[columns]\ndate = "Tanggal"\nactor = "Pelaku"\nevent = "Kejadian"\n'


def test_a_small_mapping_needs_only_three_columns() -> None:
    columns = {"date": "Tanggal", "actor": "Pelaku", "event": "Kejadian"}
    assert parsed(SMALL, "m.toml") == TableMapping(columns)


def test_all_that_a_mapping_can_say() -> None:
    mapping = parsed(
        """
        codes = "own"
        directed = false
        parties = "|"
        dates = "%d.%m.%Y"
        separator = "\\t"
        encoding = "windows-1252"
        [columns]
        date = "Tanggal"
        actor = "Pelaku"
        [constants]
        event = "patroli"
        publisher = "Pos Lentera"
        confidence = 0.5
        [words]
        patroli = "mobilize/troops"
        "unjuk rasa" = "PROTEST/demo"
        cuaca = ""
        """,
        "m.toml",
    )
    assert mapping == TableMapping(
        columns={"date": "Tanggal", "actor": "Pelaku"},
        constants={"event": "patroli", "publisher": "Pos Lentera", "confidence": "0.5"},
        codes=Codes.OWN,
        words={"patroli": "mobilize/troops", "unjuk rasa": "PROTEST/demo", "cuaca": ""},
        directed=False,
        parties="|",
        dates="%d.%m.%Y",
        separator="\t",
        encoding="windows-1252",
    )
    assert list(mapping.undecided()) == ["cuaca"]
    assert mapping.missing() == ()


def test_the_mapping_in_the_documentation_is_one() -> None:
    text = Path("docs/mapping.md").read_text(encoding="utf-8")
    (example,) = re.findall("```toml\n(.*?)```", text, re.DOTALL)
    assert parsed(example, "m.toml").words["serangan udara"] == "ASSAULT/aerial"
    assert set(re.findall(r"`(\w+)`", text.partition("| field |")[2])) == FIELDS.keys()


def test_words_are_enough_to_say_that_the_codes_are_own() -> None:
    assert parsed(SMALL + '[words]\nraid = "ASSAULT"\n', "m.toml").codes is Codes.OWN


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("columns", "m.toml is no TOML"),
        ('[colums]\ndate = "x"\n', "a mapping has no “colums”; did you mean “columns”? It has codes,"),
        ('date = "Tanggal"\n', "“date” is a field of an event. Move it below [columns]"),
        ('columns = "Tanggal"\n', "“columns” must be a table, which begins with [columns], not 'Tanggal'."),
        ('directed = "no"\n', "m.toml: “directed” must be true or false, not 'no'."),
        ("separator = 3\n", "m.toml: “separator” must be a text in quotation marks, not 3."),
        (
            '[columns]\naktor = "Pelaku"\n',
            "m.toml: “aktor” in [columns] is no field of an event; did you mean “actor”? The fields are key,",
        ),
        ('[columns]\nTanggal = "date"\n', "On the right of = stands the column of your table."),
        ('[columns]\ndate = ["a"]\n', "m.toml: “date” in [columns] must be a text, not ['a']."),
        ('[columns]\ndate = " "\n', "m.toml: “date” in [columns] is empty. Fill it in, or remove the line."),
        (
            '[columns]\ndate = "Tanggal"\nevent = "K"\n',
            'parties). Add the column that has it to [columns], such as: actor = "Actor"',
        ),
        (SMALL + '[words]\nraid = "ASSULT"\n', "“ASSULT”, which is no event type; did you mean “ASSAULT”?"),
        (
            SMALL + '[words]\nraid = "ASSAULT/arial"\n',
            "“raid” in [words] has the mode “arial”, which ASSAULT lacks; did you mean “aerial”?",
        ),
        (SMALL + '[words]\nhelp = "AID/arms"\n', "has the mode “arms”, which AID lacks. It has none."),
        ('codes = "camoe"\n' + SMALL, "“camoe”; did you mean “cameo”? There are plover, cameo, own."),
        ('codes = "own"\n' + SMALL, 'codes = "own" needs [words]'),
        ('separator = "::"\n' + SMALL, "“separator” must be one character"),
        ('parties = ""\n' + SMALL, "“parties” must be one character"),
        ('encoding = "windows-1225"\n' + SMALL, "no encoding “windows-1225”; did you mean “windows-1252”?"),
        ('encoding = "hex"\n' + SMALL, "there is no encoding “hex”"),
        ('dates = "dd.mm.yyyy"\n' + SMALL, "is no format with a year; did you mean “%d.%m.%Y”?"),
        ('dates = "%d.%m"\n' + SMALL, "dates = “%d.%m” is no format with a year. Write %d for the day"),
        ('dates = "%Q"\n' + SMALL, "is no format with a year"),
    ],
)  # fmt: skip
def test_a_bad_mapping_says_which_key_and_what_to_do(text: str, error: str) -> None:
    with pytest.raises(InputError) as raised:
        parsed(text, "m.toml")
    assert error in str(raised.value)
    assert str(raised.value).startswith("m.toml")


@pytest.mark.parametrize(
    "mapping",
    [
        TableMapping({"date": "D", "actor": "A", "event": "E"}),
        TableMapping(
            columns={name: f'Kolom "{name}" \\ \t x' for name in FIELDS},
            constants={"language": "id", "title": "two\nlines"},
            codes=Codes.OWN,
            words={"unjuk rasa": "PROTEST/demo", 'a "b" = #c': "", "\x7f\x01": "AID"},
            directed=False,
            parties="|",
            dates="%d/%m/%y",
            separator="\t",
            encoding="utf-16",
        ),
    ],
)
def test_a_mapping_is_read_as_it_was_written(mapping: TableMapping) -> None:
    assert parsed(as_toml(mapping), "m.toml") == mapping


def test_an_incomplete_mapping_says_in_its_file_what_is_missing() -> None:
    text = as_toml(TableMapping({"date": "D"}))
    assert '# actor = "…"  # missing: who does it' in text
    with pytest.raises(InputError, match="nothing gives the actor"):
        parsed(text, "m.toml")


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    with pytest.raises(InputError, match="cannot be read"):
        read_mapping(path)
    path.write_bytes(b"# caf\xe9\n")
    with pytest.raises(InputError, match="not UTF-8 at byte 5"):
        read_mapping(path)
    path.write_text("\ufeff" + SMALL, encoding="utf-8")
    assert read_mapping(path).columns["actor"] == "Pelaku"
