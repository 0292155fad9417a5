"""News that attacks its reader: nothing of it runs on any page, fetches anything, or breaks the page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from cypher.model.graph import (
    Claim,
    Document,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    Extraction,
    Mention,
    Sentence,
    Sign,
    Span,
)
from cypher.model.ids import content_id
from tests.browser.hostile import HOSTILE
from tests.browser.running import Explorer
from tests.graphs import tie_id

VICTIM = Entity("ISR", HOSTILE[2], EntityKind.COUNTRY, "ISR", HOSTILE)
ATTACKER = Entity("hamas", HOSTILE[0], EntityKind.ARMED_GROUP, "PSE", HOSTILE[:5])
BUNDLE = tie_id("hamas", "ISR", Sign.CONFLICT)
PAYLOADS = tuple(text for text in HOSTILE if text.strip())


def poisoned(number: int, payload: str) -> tuple[Extraction, Extraction]:
    """Two articles of which every text is the payload: one about an entity called so, one about the hubs."""
    name = Entity(f"hostile-{number}", payload, EntityKind.PERSON, "ISR", (payload,))
    return _article(f"{number} a", payload, name), _article(f"{number} b", payload, ATTACKER)


def _article(key: str, payload: str, actor: Entity) -> Extraction:
    text = f"{payload} attacked {payload}"
    document = Document(
        id=content_id("document", key),
        text=text,
        language="en",
        content_hash=content_id("content", text, key),
        title=payload,
        published_on="2024-05-01",
        publisher=payload[:200],
        url=payload[:200],
    )
    sentence = Sentence(content_id("sentence", key), document.id, 0, Span(0, len(text)), text, key)
    event = Event(
        content_id("event", key),
        "ASSAULT",
        4,
        -9.0,
        EventStatus.ACTUAL,
        (actor.id,),
        ("ISR",),
        date="2024-05-01",
    )
    claim = Claim(
        id=content_id("claim", key),
        document_id=document.id,
        sentence_id=sentence.id,
        asserts=event,
        trigger=Span(len(payload) + 1, len(payload) + 9),
        confidence=0.9,
        extractor=payload[:200],
        attribution=actor.id,
        reasons=(payload[:2000],),
    )
    mention = Mention(actor.id, sentence.id, Span(0, len(payload)), payload, payload[:2000])
    return Extraction(document, (sentence,), (actor, VICTIM), (mention,), (claim,))


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    """A graph in which every name, title, publisher, sentence and reason is an attack."""
    return [each for number, text in enumerate(PAYLOADS) for each in poisoned(number, text)]


@pytest.fixture
def explorer(page: Page, address: str) -> Iterator[Explorer]:
    """The explorer on a page; afterwards nothing has run, and no element came from a text."""
    opened = Explorer(page, address)
    yield opened
    assert page.evaluate("window.__xss") is None
    assert page.locator("iframe, object, embed, base, img[src*='x'], svg[onload]").count() == 0
    assert page.locator("a[href^='javascript'], a[href*='example.invalid']").count() == 0


def test_there_are_enough_attacks() -> None:
    assert len(PAYLOADS) >= 30


def test_names_of_the_first_picture_are_only_text(explorer: Explorer) -> None:
    explorer.open_network("?level=actor")
    assert len(explorer.canvas.places()) >= 20
    expect(explorer.heading()).to_have_text("What stands out")
    expect(explorer.panel().get_by_text("<script>").first).to_be_visible()


def test_names_and_spellings_of_an_entity_are_only_text(explorer: Explorer) -> None:
    explorer.open_network("?entity=ISR")
    expect(explorer.heading()).to_have_text(HOSTILE[2])
    expect(explorer.panel().get_by_text("Also known as")).to_be_visible()


def test_sentences_publishers_and_reasons_are_only_text(explorer: Explorer) -> None:
    explorer.open_network(f"?tie={BUNDLE}")
    cards = explorer.panel().locator("article")
    expect(cards).to_have_count(len(PAYLOADS))
    for summary in cards.locator("summary").all()[:5]:
        summary.click()
    expect(cards.locator("mark.trigger").first).to_have_text("attacked")


def test_notes_tags_and_authors_are_only_text(explorer: Explorer) -> None:
    explorer.open_network(f"?tie={BUNDLE}")
    explorer.page.get_by_label("Judging as").fill(HOSTILE[2])
    explorer.page.keyboard.press("Enter")
    explorer.panel().get_by_role("button", name="Verdict details").click()
    explorer.page.get_by_role("textbox", name="Note").fill("\n".join(PAYLOADS)[:1900])
    explorer.page.keyboard.press("Control+Enter")
    explorer.page.keyboard.press("Escape")
    explorer.panel().get_by_role("button", name="Verify", exact=True).first.click()
    explorer.says("Recorded: verified")
    explorer.panel().get_by_role("button", name="History").click()
    explorer.says(f"{HOSTILE[2]} · ")


def test_a_hostile_search_finds_only_text(explorer: Explorer) -> None:
    explorer.open_network()
    unknown = "<b onmouseover=window.__xss=1>Quetzalcoatlus</b>"  # like no name, else those are suggested
    explorer.page.get_by_placeholder("Search a country").fill(unknown)
    explorer.says(f"No entity named “{unknown}”")


def test_titles_and_texts_of_documents_are_only_text(explorer: Explorer) -> None:
    explorer.open("?page=documents")
    lines = explorer.page.locator(".st-key-document-list li")
    expect(lines).to_have_count(2 * len(PAYLOADS))
    for number in range(0, 2 * len(PAYLOADS), 7):
        lines.nth(number).click()
        expect(lines.nth(number).locator(".here")).to_be_visible()
        expect(explorer.page.locator(".article")).to_contain_text("attacked")


def test_the_tables_networks_and_charts_of_queries_are_only_text(explorer: Explorer) -> None:
    explorer.open("?page=queries&query=saved/conflict/fronts")
    explorer.canvas.wait_until_drawn()
    explorer.page.get_by_role("tab", name="Table").click()
    explorer.open("?page=queries&query=saved/conflict/accusations&event_types=ASSAULT")
    expect(explorer.page.get_by_test_id("stVegaLiteChart")).to_be_visible()
    explorer.open(
        "?" + urlencode({"page": "queries", "query": "typed", "cypher": "MATCH (n:Actor) RETURN n"})
    )
    explorer.page.get_by_role("button", name="Run").click()
    explorer.canvas.wait_until_drawn()
    explorer.page.get_by_role("tab", name="Table").click()
    expect(explorer.page.get_by_test_id("stDataFrame")).to_be_visible()


def test_a_hostile_address_opens_a_sane_page(explorer: Explorer) -> None:
    attack = HOSTILE[2]
    hostile = dict.fromkeys(("centre", "entity", "tie", "kind", "sign", "since", "lens", "language"), attack)
    explorer.open("?" + urlencode(hostile))
    expect(explorer.page.get_by_text("Not in the graph").first).to_contain_text(attack)
    explorer.open("?" + urlencode({"page": "documents", "document": attack, "claim": attack, "find": attack}))
    explorer.says(f"There is no article “{attack}”")
    explorer.open("?" + urlencode({"page": "queries", "query": attack}))
    explorer.says("Common neighbours of two actors")
    explorer.open("?" + urlencode({"page": "queries", "query": "typed", "cypher": attack}))
    explorer.page.get_by_role("button", name="Run").click()
    expect(explorer.page.locator(".notice")).to_be_visible()


def test_a_script_or_address_that_got_into_the_page_would_be_stopped(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.goto(address)
    ran = page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            const button = document.createElement("button");
            button.setAttribute("onclick", "window.ran = true");
            const elsewhere = new Image();
            elsewhere.src = "http://127.0.0.1:1/stolen";
            document.body.append(script, button);
            button.click();
            return window.ran ?? false;
        }"""
    )
    page.wait_for_timeout(200)
    page.close()
    assert ran is False
    refused = [line for line in said if "Content Security Policy" in line]
    assert len(refused) == 3, said


def test_an_act_that_the_app_does_not_know_is_refused_in_words(explorer: Explorer) -> None:
    explorer.open_network("?entity=ISR")
    hide = explorer.panel().get_by_role("button", name="Hide", exact=True)
    hide.evaluate("""(button) => { button.dataset.act = '{"act": "Explode", "entities": ["ISR"]}'; }""")
    hide.click()
    explorer.says("The click was not understood: there is no act")
    explorer.panel().get_by_role("button", name="Collapse", exact=True).click()
    expect(explorer.page.get_by_text("The click was not understood")).to_have_count(0)
