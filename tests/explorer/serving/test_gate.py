"""What the served app answers, to whom, and with which headers."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

import pytest

from tests.explorer.serving.running import Served, served

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The app behind a proxy that is called graph.example.org."""
    with served(tmp_path_factory.mktemp("home"), "--host-name", "graph.example.org") as running:
        yield running


def policy(app: Served) -> dict[str, str]:
    """The content security policy of the page, by directive."""
    lines = app.answer("/").headers["content-security-policy"].split("; ")
    return dict(line.split(" ", 1) for line in lines)


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 200),
        ("/no/such/page", {}, 200),  # Streamlit sends its page
        ("/_stcore/health", {}, 200),
        ("/_stcore/host-config", {}, 200),
        ("/favicon.png", {}, 200),
        ("/media/no-such-file.html", {}, 404),
        ("/_stcore/bidi-components/konstelasi.paper/paper.mjs", {}, 200),
        ("/", {"Host": "evil.example"}, 421),
    ],
)
def test_every_answer_carries_the_headers(
    app: Served, path: str, headers: dict[str, str], status: int
) -> None:
    answer = app.answer(path, **headers)
    assert answer.status == status
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in answer.headers["permissions-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_policy_names_no_other_host_and_allows_neither_eval_nor_scripts_in_the_text(app: Served) -> None:
    allowed = policy(app)
    sources = {source for value in allowed.values() for source in value.split()}
    hashes = {source for source in sources if source.startswith("'sha256-")}
    assert sources - hashes == {"'self'", "'none'", "'unsafe-inline'", "data:", "blob:"}
    assert set(allowed["script-src"].split()) == {"'self'", *hashes}
    assert allowed["frame-ancestors"] == "'none'"


def test_the_scripts_that_stand_in_the_page_are_those_that_the_policy_knows(app: Served) -> None:
    page = app.answer("/").text
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, re.DOTALL)
    assert scripts
    allowed = policy(app)["script-src"]
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in allowed, f"Streamlit's page has a new script: {script}"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8501", "192.0.2.1"])
def test_a_foreign_name_is_refused_with_a_sentence_and_no_content(app: Served, host: str) -> None:
    answer = app.answer("/_stcore/health", Host=host)
    assert answer.status == 421
    assert "does not accept the host name" in answer.text
    assert app.upgrade(Host=host, Origin=f"http://{host}") == 421


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:1", "[::1]:8501", "graph.example.org"])
def test_an_expected_name_is_answered(app: Served, host: str) -> None:
    assert app.answer("/_stcore/health", Host=host).status == 200
    assert app.upgrade(Host=host, Origin=f"http://{host}") == 101


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:1", "null"])
def test_a_page_of_another_site_cannot_talk_to_the_app(app: Served, origin: str) -> None:
    assert app.upgrade(Origin=origin) == 403
    for method, path in (("PUT", "/_stcore/upload_file/a/b"), ("GET", "/_stcore/health"), ("OPTIONS", "/")):
        answer = app.answer(path, method, Origin=origin)
        assert answer.status == 403
        assert "other sites" in answer.text
        assert "access-control-allow-origin" not in answer.headers


def test_a_proxy_may_send_a_host_of_its_own(app: Served) -> None:
    assert app.upgrade(Origin="https://graph.example.org") == 101
