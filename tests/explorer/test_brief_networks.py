"""A network in a brief: it is drawn as the analyst saw it, in every format, and says its ties in words."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import combinations

import docx
import pytest
from lxml.html import fromstring
from PIL import Image, ImageColor

from cypher.briefs.items import Item, ItemKind, Party, Standpoint, item_of
from cypher.briefs.networks import MOST_NODES, FrozenNetwork, FrozenNode, FrozenTie, frozen_network
from cypher.briefs.reading import Brief
from cypher.model.graph import EntityKind, Sign
from explorer.briefs.blocks import Picture
from explorer.briefs.document import Shown, document
from explorer.briefs.html_page import as_html
from explorer.briefs.markdown import as_markdown
from explorer.briefs.networks import frozen, network_blocks, subgraph_of
from explorer.briefs.pictures.network import network_drawing
from explorer.briefs.pictures.png import SCALE, as_png
from explorer.briefs.pictures.shapes import WIDTH, Drawing, Label, Polygon, Stroke, text_width
from explorer.briefs.pictures.svg import as_svg
from explorer.briefs.word_document import as_docx
from explorer.graph.subgraph import Verdict
from explorer.network.style import NODE_LOOKS, SIGN_COLOURS
from explorer.words import Words
from tests.explorer.test_brief_files import ATTRIBUTES, HOSTILE, MARKUP, read
from tests.explorer.test_word_briefs import read as read_docx


def node(key: str, kind: EntityKind, x: int, y: int, name: str = "") -> FrozenNode:
    return FrozenNode(key, name or key, kind, x, y)


def tie(first: str, second: str, sign: Sign = Sign.CONFLICT, voices: int = 1) -> FrozenTie:
    """A tie that the news reported."""
    return FrozenTie(
        f"{first}-{second}-{sign}",
        first,
        second,
        sign,
        Verdict.UNREVIEWED,
        voices,
        voices,
        directed=True,
        event_types=(("ASSAULT", voices),),
        first_date="2023-10-07",
    )


GULF = FrozenNetwork(
    (
        node("IRN", EntityKind.COUNTRY, 0, 0, "China"),
        node("ISR", EntityKind.COUNTRY, 300, 0, "Israel"),
        node("hamas", EntityKind.ARMED_GROUP, 150, 200, "Hamas"),
    ),
    (
        tie("hamas", "ISR", voices=3),
        tie("IRN", "hamas", Sign.COOPERATION),
        replace(tie("ISR", "IRN", Sign.NEUTRAL), verdict=Verdict.VERIFIED, directed=False),
    ),
    5,
    8,
)
ITEM = Item(
    ItemKind.NETWORK,
    parties=(Party("IRN", "China", "country"),),
    seen=Standpoint("trusted", "actor", None, (("sign", "conflict"),)),
    network=GULF,
    collected_by="siti",
    collected_at="2024-02-01T08:09:10+00:00",
)


def shown(item: Item = ITEM, language: str = "en") -> Shown:
    names = {"China": "Tiongkok"} if language == "id" else {}
    brief = Brief("Gulf", (item,), "brief-1", 1, "siti", "siti", created_at="2024-02-02T10:11:12")
    return Shown(brief, ({},), Words(language), "2024-03-01T00:00:00+00:00", names)


EXPECTED = {
    "en": (
        "Network: China",
        "Signs: conflict",
        "3 entities, 3 ties",
        "Hamas → Israel",
        "Israel ↔ China",
        "Assault ×3",
        "7 Oct 2023",
        "Verified",
        "Of 5 entities, only those with the most voices are drawn.",
        "Of 8 ties, only those with the most voices are drawn.",
    ),
    "id": ("Jaringan: Tiongkok", "3 entitas, 3 hubungan", "Tiongkok → Hamas", "Dari 5 entitas"),
}


@pytest.mark.parametrize("language", EXPECTED)
def test_every_format_says_what_the_network_shows(language: str) -> None:
    blocks = document(shown(language=language))
    page = fromstring(as_html(blocks, "Gulf", Words(language)))
    texts = (page.text_content(), read(as_markdown(blocks)), read_docx(as_docx(blocks, "Gulf", Words()))[1])
    for text in texts:
        assert [each for each in EXPECTED[language] if each not in text] == []


def test_those_who_cannot_see_it_are_told_its_ties() -> None:
    blocks = document(shown())
    said = fromstring(as_html(blocks, "Gulf", Words())).xpath("//svg")[0].get("aria-label")
    assert said.startswith("Network: 3 entities, 3 ties. Hamas → Israel: Assault ×3, conflict; ")
    found = docx.Document(BytesIO(as_docx(blocks, "Gulf", Words())))
    assert found.inline_shapes[0]._inline.docPr.get("descr") == said


def test_the_picture_in_a_document_is_black_on_white_in_the_colours_of_signs_and_kinds() -> None:
    found = docx.Document(BytesIO(as_docx(document(shown()), "Gulf", Words())))
    part = found.part.related_parts[
        found.inline_shapes[0]._inline.graphic.graphicData.pic.blipFill.blip.embed
    ]
    image = Image.open(BytesIO(part.blob))
    assert image.width == WIDTH * SCALE
    colours = {colour for _, colour in image.getcolors(10_000_000) or ()}
    wanted = {SIGN_COLOURS[sign] for sign in (Sign.CONFLICT, Sign.COOPERATION, Sign.NEUTRAL)}
    wanted |= {NODE_LOOKS[EntityKind.COUNTRY].colour, NODE_LOOKS[EntityKind.ARMED_GROUP].colour}
    assert {ImageColor.getrgb(each) for each in (*wanted, "black", "white")} <= colours
    assert image.getpixel((1, 1)) == (255, 255, 255)


def drawn(network: FrozenNetwork) -> tuple[list[Polygon], list[Label], list[Stroke]]:
    (picture, *_) = network_blocks(network, Words(), {})
    assert isinstance(picture, Picture)
    shapes = picture.draw().shapes
    return (
        [each for each in shapes if isinstance(each, Polygon)],
        [each for each in shapes if isinstance(each, Label)],
        [each for each in shapes if isinstance(each, Stroke)],
    )


def middle(shape: Polygon) -> tuple[float, float]:
    xs, ys = zip(*shape.points, strict=True)
    return (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2


def test_nodes_keep_their_places_relative_to_each_other() -> None:
    polygons, _, _ = drawn(GULF)
    blue = NODE_LOOKS[EntityKind.COUNTRY].colour
    iran, israel = [middle(each) for each in polygons if each.fill == blue and len(each.points) == 4][:2]
    assert iran[1] == pytest.approx(israel[1])
    assert iran[0] < israel[0]
    hamas = next(
        each
        for each in polygons
        if each.fill == NODE_LOOKS[EntityKind.ARMED_GROUP].colour and len(each.points) == 3 and each.width > 1
    )
    assert middle(hamas)[0] == pytest.approx((iran[0] + israel[0]) / 2)
    assert middle(hamas)[1] > iran[1]


def test_a_line_ends_at_its_nodes_and_is_wider_with_more_voices() -> None:
    _, _, strokes = drawn(GULF)
    conflict, cooperation = (
        next(each for each in strokes if each.colour == SIGN_COLOURS[sign] and len(each.points) > 2)
        for sign in (Sign.CONFLICT, Sign.COOPERATION)
    )
    assert conflict.width > cooperation.width
    assert conflict.points[0][1] > conflict.points[-1][1], "from Hamas, below, to Israel"


def area(label: Label) -> tuple[float, float, float, float]:
    wide = text_width(label.text)
    left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.side]
    return left, label.y - 8, left + wide, label.y + 2


def overlap(first: Label, second: Label) -> bool:
    one, other = area(first), area(second)
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("across", [3, 6])
def test_names_do_not_cover_each_other(across: int) -> None:
    kinds = list(EntityKind)
    nodes = tuple(
        node(
            f"n{at}",
            kinds[at % len(kinds)],
            110 * (at % across),
            100 * (at // across),
            f"Foreign Minister {at}",
        )
        for at in range(5 * across)
    )
    ties = tuple(tie(nodes[at].id, nodes[at + 1].id) for at in range(len(nodes) - 1))
    _, labels, _ = drawn(FrozenNetwork(nodes, ties, len(nodes), len(ties)))
    assert len([each for each in labels if each.raised]) == len(nodes)
    assert [(a.text, b.text) for a, b in combinations(labels, 2) if overlap(a, b)] == []
    assert all(area(label)[0] >= 0 and area(label)[2] <= WIDTH for label in labels)


@pytest.mark.parametrize(
    "places", [[(0, 0)], [(5, 5), (5, 5)], [(-9000, 0), (9000, 3)], [(0, -9000), (1, 9000)]]
)
def test_any_places_fit_on_a_page(places: list[tuple[int, int]]) -> None:
    nodes = tuple(node(f"n{at}", EntityKind.PERSON, *place) for at, place in enumerate(places))
    ties = (tie("n0", nodes[-1].id), tie(nodes[-1].id, "n0", Sign.COOPERATION))
    drawing = network_drawing(
        subgraph_of(FrozenNetwork(nodes, ties, 2, 2), {}),
        {each.id: (float(each.x), float(each.y)) for each in nodes},
        Words(),
    )
    assert 0 < drawing.height < 1000
    points = [point for each in drawing.shapes if isinstance(each, Polygon) for point in each.points]
    assert all(0 <= x <= WIDTH and 0 <= y <= drawing.height for x, y in points)
    assert Image.open(BytesIO(as_png(drawing))).width == WIDTH * SCALE
    assert fromstring(as_svg(drawing, "said")).tag == "svg"


def test_letters_with_accents_and_dashes_are_drawn_in_documents() -> None:
    pictures = {
        as_png(Drawing(40, [Label(20, 20, text, "start")]))
        for text in ("é", "ü", "ş", "ñ", "2–3", "23", "…", "\uffff")
    }
    assert len(pictures) == 8


def test_a_large_network_keeps_its_strongest_part() -> None:
    nodes = [node(f"n{at}", EntityKind.PERSON, at, 0) for at in range(MOST_NODES + 20)]
    ties = [tie("n0", each.id, voices=at + 1) for at, each in enumerate(nodes) if at]
    kept = frozen_network(nodes, ties)
    assert (len(kept.nodes), kept.all_nodes, kept.all_ties) == (MOST_NODES, MOST_NODES + 20, len(ties))
    assert [each.id for each in kept.nodes] == ["n0", *(f"n{at}" for at in range(21, MOST_NODES + 20))]
    assert {each.recipient for each in kept.ties} == {each.id for each in kept.nodes[1:]}


def test_what_is_kept_is_read_again_and_rejected_ties_are_not_kept() -> None:
    assert item_of("item-1", ITEM.content) == ITEM
    graph = subgraph_of(GULF, {})
    edges = {
        **graph.edges,
        "no": replace(next(iter(graph.edges.values())), id="no", verdict=Verdict.REJECTED),
    }
    again = frozen(replace(graph, edges=edges), {"IRN": (0.4, 0), "ISR": (300, 0), "hamas": (150, 200)})
    assert again == replace(GULF, all_nodes=3, all_ties=3)


def test_an_item_without_a_network_is_stored_as_before() -> None:
    assert "network" not in replace(ITEM, kind=ItemKind.ACTOR, network=None).content


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP, "م" * 400, " "])
def test_no_name_becomes_active_in_a_picture(text: str) -> None:
    nodes = tuple(replace(each, name=text) for each in GULF.nodes)
    item = replace(ITEM, network=replace(GULF, nodes=nodes))
    blocks = document(shown(item))
    page = fromstring(as_html(blocks, "Gulf", Words()))
    drawing_only = ATTRIBUTES | {"points", "stroke-dasharray", "class", "transform"}
    assert {name for each in page.iter() for name in each.attrib} <= drawing_only
    assert {each.tag for each in page.xpath("//svg//*")} <= {"polygon", "polyline", "text"}
    assert not page.xpath("//script | //img | //a | //foreignobject")
    Image.open(BytesIO(as_png(next(each for each in blocks if isinstance(each, Picture)).draw()))).verify()
