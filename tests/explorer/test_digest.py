"""``konstelasi digest``: the page and the feed of what came in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import etree

from cypher.database import Role, Settings, connect
from cypher.desk.searching import SENTENCES
from cypher.desk.watching import keep_watch, last_seen, record_visit
from tests.arrived import HOSTILE, VISIT, fill_twice
from tests.conftest import Outcome, Run, empty

pytestmark = pytest.mark.slow

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
ATOM = {"a": "http://www.w3.org/2005/Atom", "h": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def home(embedded: Settings) -> Iterator[Path]:
    """The folder of an engine that was filled twice; siti watches words."""
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database, pytest.MonkeyPatch.context() as patch:
        fill_twice(database, patch)
        keep_watch(database, "siti", SENTENCES, {"words": "handshake"})
    yield embedded.home
    empty(embedded)


def written(command: Run, file: Path, *more: str) -> Outcome:
    """Write a digest since the visit."""
    done = command("digest", "--out", str(file), "--since", VISIT, "--level", "actor", *more)
    assert done.code == 0, done.err
    return done


def feed(command: Run, file: Path, *more: str) -> etree._Element:
    """A feed since the visit, which the rules of Atom allow."""
    written(command, file, *more)
    document = etree.parse(file)
    assert SCHEMA.validate(document), SCHEMA.error_log
    return document.getroot()


def test_a_page_says_what_came_in_with_sentences_sources_and_links(command: Run, tmp_path: Path) -> None:
    file = tmp_path / "morning.html"
    done = written(command, file, "--author", "siti", "--app", "https://graph.example.org/")
    page = file.read_text(encoding="utf-8")
    assert "7 documents came in since 2 Mar 2026, 08:00 UTC" in page
    assert "7 documents came in" in done.err
    assert "Lens: Trusted · Level: actors" in page
    assert "1 more is withheld by the lens." in page
    for heading in ("Reversed (1)", "Contradicted (1)", "New ties", "Watched words (1)", "By source (5)"):
        assert f"<h2>{heading}" in page
    assert "<blockquote>At a peace-talk ended the old quarrel of IRN USA.</blockquote>" in page
    assert "Daily Record · published: 2 Mar 2026" in page
    links = [urlsplit(each.replace("&amp;", "&")) for each in re.findall(r'href="([^"]+)"', page)]
    asked = [parse_qs(each.query) for each in links if each.hostname == "graph.example.org"]
    assert {each["page"][0] for each in asked} == {"since", "network", "documents", "actors"}
    assert all(each["level"] == ["actor"] and each["lens"] == ["trusted"] for each in asked)


def test_hostile_words_stay_words_in_both_files(command: Run, tmp_path: Path) -> None:
    page, atom = tmp_path / "a.html", tmp_path / "a.atom"
    written(command, page)
    assert "<img" not in page.read_text(encoding="utf-8")
    assert "&lt;img src=x onerror=alert(1)&gt; ]]&gt; &amp; **bold**" in page.read_text(encoding="utf-8")
    root = feed(command, atom)
    assert not root.xpath("//*[local-name() = 'img' or local-name() = 'script']")
    assert any(HOSTILE in each for each in root.xpath("//h:blockquote/h:p/text()", namespaces=ATOM))
    assert not [each for each in root.xpath("//@href") if not str(each).startswith(("http://", "https://"))]


def test_a_feed_has_one_entry_an_item_whose_ids_are_those_of_another_day(
    command: Run, tmp_path: Path
) -> None:
    root = feed(command, tmp_path / "a.atom", "--author", "siti")
    again = feed(command, tmp_path / "b.atom", "--author", "siti", "--language", "id")
    ids = root.xpath("a:entry/a:id/text()", namespaces=ATOM)
    assert len(set(ids)) == len(ids) > 10
    assert ids == again.xpath("a:entry/a:id/text()", namespaces=ATOM)
    assert root.xpath("a:id/text()", namespaces=ATOM) == again.xpath("a:id/text()", namespaces=ATOM)
    terms = set(root.xpath("a:entry/a:category/@term", namespaces=ATOM))
    assert terms == {"turned", "denied", "tie", "phrase", "source", "type", "country"}
    command("digest", "--out", str(tmp_path / "c.atom"), "--since", "2026-03-03", "--level", "actor")
    later = etree.parse(tmp_path / "c.atom").getroot()

    def lasting(one: etree._Element) -> set[str]:
        chosen = "a:entry[a:category/@term = 'tie' or a:category/@term = 'turned']/a:id/text()"
        return set(one.xpath(chosen, namespaces=ATOM))

    assert lasting(root) == lasting(later) != set()


def test_entries_say_when_their_news_came_in(command: Run, tmp_path: Path) -> None:
    root = feed(command, tmp_path / "a.atom")
    moments = root.xpath("a:entry[a:category/@term = 'tie']/a:updated/text()", namespaces=ATOM)
    assert set(moments) == {"2026-03-03T05:00:00+00:00"}


def test_a_digest_in_indonesian(command: Run, tmp_path: Path) -> None:
    file = tmp_path / "pagi.html"
    written(command, file, "--language", "id")
    page = file.read_text(encoding="utf-8")
    assert '<html lang="id">' in page
    assert "7 dokumen masuk sejak 2 Mar 2026, 08:00 UTC" in page
    assert "Amerika Serikat" in page
    assert "came in" not in page


def test_nothing_new_is_said_plainly(command: Run, tmp_path: Path) -> None:
    for name in ("a.html", "a.atom"):
        done = command("digest", "--out", str(tmp_path / name), "--since", "2026-04-01")
        assert done.code == 0, done.err
        assert "Nothing came in since 1 Apr 2026" in (tmp_path / name).read_text(encoding="utf-8")
    assert SCHEMA.validate(etree.parse(tmp_path / "a.atom")), SCHEMA.error_log


def test_without_a_moment_it_begins_with_the_last_visit_of_the_author_and_records_none(
    command: Run, tmp_path: Path, embedded: Settings
) -> None:
    with connect(embedded, Role.ANALYST) as database:
        record_visit(database, "ani")
        seen = last_seen(database, "ani")
        assert command("digest", "--out", str(tmp_path / "a.html"), "--author", "ani").code == 0
        assert last_seen(database, "ani") == seen
    assert "Nothing came in since" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert command("digest", "--out", str(tmp_path / "a.html"), "--author", "new").code == 0
    assert "7 documents" not in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "documents came in since 24 Feb 2026" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--out", "morning.pdf"), "neither a page nor a feed"),
        (("--out", "a.html", "--since", "soon"), "no day or moment"),
        (("--out", "a.html", "--lens", "mine"), "--author"),
        (("--out", "a.html", "--language", "xx"), "no language"),
        (("--out", "a.html", "--app", "javascript:alert(1)"), "no address of the web"),
    ],
)
def test_what_cannot_be_written_is_refused(command: Run, options: tuple[str, ...], reason: str) -> None:
    done = command("digest", *options)
    assert done.code == 2
    assert reason in done.err
