"""Names in pictures of documents: each letter is in a font, or the name has a number and is said below."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import docx
import pytest
from PIL import Image, ImageFont

from explorer.briefs.blocks import Grid, Picture
from explorer.briefs.pictures import letters
from explorer.briefs.pictures.font import Face, can_shape, font, has_letter, interface_face, machine_faces
from explorer.briefs.pictures.legible import legible
from explorer.briefs.pictures.letters import face_of
from explorer.briefs.pictures.png import as_png
from explorer.briefs.pictures.shapes import Drawing, Label, text_width
from explorer.briefs.word_document import as_docx
from explorer.words import Words

NAMES = {
    "Arabic": "إيران",
    "Chinese": "北京",
    "Japanese": "日本カナ",
    "Korean": "대한민국",
    "Devanagari": "भारत",
    "Hebrew": "ישראל",
    "Cyrillic": "Київ",
    "Vietnamese": "Việt Nam",
    "Greek": "Ελλάς",
    "Thai": "ไทย",
    "nobody's": "\u0378\u0379",
}
NO_LETTER = "\u0378"
"""A code that no alphabet has; no font has a form for it."""


def labels(*names: str) -> Drawing:
    """A picture with these names, one below the other."""
    return Drawing(
        30 * len(names), [Label(20, 30 * at - 10, each, "start") for at, each in enumerate(names, 1)]
    )


def pixels(drawing: Drawing) -> bytes:
    return Image.open(BytesIO(as_png(drawing))).tobytes()


def ink(size: tuple[int, int], mask: bytes) -> list[int]:
    """How many dark pixels each column has."""
    return [sum(value > 128 for value in mask[x :: size[0]]) for x in range(size[0])]


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without a font of its own."""
    letters.face_of.cache_clear()
    monkeypatch.setattr(letters, "machine_faces", lambda _letter: ())
    yield
    letters.face_of.cache_clear()


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_every_letter_in_a_picture_is_in_its_font(name: str) -> None:
    drawn, unwritten = legible(labels(name))
    (label,) = drawn.shapes
    assert isinstance(label, Label)
    face = face_of(label.text)
    assert face
    assert all(has_letter(face, letter) for letter in label.text if letter != " ")
    assert (label.text, unwritten) in ((name, []), ("[1]", [name]))


def test_a_letter_that_no_font_has_is_found_out_and_its_box_is_never_drawn() -> None:
    assert not has_letter(interface_face(), NO_LETTER)
    assert face_of(f"Iran {NO_LETTER}") is None
    assert pixels(labels(f"Iran {NO_LETTER}")) == pixels(labels("[1]"))
    assert pixels(labels("Iran")) != pixels(labels("[1]"))


def test_the_same_name_has_the_same_number_and_names_are_counted_in_their_order() -> None:
    one, other = f"a{NO_LETTER}", f"b{NO_LETTER}"
    drawn, unwritten = legible(labels(one, "Iran", other, one))
    assert [each.text for each in drawn.shapes if isinstance(each, Label)] == ["[1]", "Iran", "[2]", "[1]"]
    assert unwritten == [one, other]
    assert legible(drawn) == (drawn, [])


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.usefixtures("no_fonts")
def test_a_document_says_below_the_picture_which_name_has_which_number(language: str) -> None:
    picture = Picture(lambda: labels("北京", "Iran", "إيران"), "caption", "said", Grid((), ()))
    written = docx.Document(BytesIO(as_docx([picture], "Gulf", Words(language))))
    last = written.paragraphs[-1].text
    assert last.endswith("[1] 北京, [2] إيران.")
    assert last.startswith(
        Words(language)("No font for these names was found when this was written: {names}.")[:20]
    )


def test_a_document_whose_names_all_have_a_font_says_nothing() -> None:
    picture = Picture(lambda: labels("Iran"), "caption", "said", Grid((), ()))
    written = docx.Document(BytesIO(as_docx([picture], "Gulf", Words())))
    assert [each.text for each in written.paragraphs] == ["caption", ""]


def test_arabic_is_joined_and_runs_from_right_to_left_where_a_font_has_it() -> None:
    """Alef is tall and narrow, dal is low; "اد" begins with alef, which must be at the right."""
    face = face_of("ادلمه")
    if face is None:
        assert not can_shape() or not machine_faces("ا")
        return
    shaped = font(96, face)
    assert isinstance(shaped, ImageFont.FreeTypeFont)
    assert shaped.getlength("لله") < sum(map(shaped.getlength, "لله"))
    mask = shaped.getmask("اد", "L")
    columns = ink(mask.size, bytes(mask))
    assert columns.index(max(columns)) > len(columns) / 2


def test_letters_that_must_be_joined_are_not_drawn_without_the_library_for_it(
    monkeypatch: pytest.MonkeyPatch, no_fonts: None
) -> None:
    monkeypatch.setattr(letters, "machine_faces", lambda _letter: (Face("every letter"),))
    monkeypatch.setattr(letters, "has_letter", lambda face, letter: face.file == "every letter")
    for is_able, found in ((True, Face("every letter")), (False, None)):
        letters.face_of.cache_clear()
        monkeypatch.setattr(letters, "can_shape", lambda able=is_able: able)
        assert {face_of(NAMES[script]) for script in ("Arabic", "Devanagari", "Hebrew", "Thai")} == {found}
        assert face_of(NAMES["Chinese"]) == Face("every letter")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_the_layout_knows_how_wide_a_name_is(name: str) -> None:
    drawn, _ = legible(labels(name))
    (label,) = drawn.shapes
    assert isinstance(label, Label)
    assert text_width(label.text) >= font(12, face_of(label.text)).getlength(label.text)
