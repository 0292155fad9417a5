"""Behind a proxy that signs readers in: its header is believed from its own address only."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.sync.client import connect

from tests.explorer.serving.running import Served, served

pytestmark = pytest.mark.slow

HEADER = "X-Signed-In-As"
DOOR = b"You are not signed in"
STRANGER = b"you are not on the list of members"


def sent_by_the_app(app: Served, *headers: tuple[str, str]) -> bytes:
    """All that the app sends to a browser whose handshake has these headers, until its run has ended."""
    sent = b""
    address = f"ws://{app.host}:{app.port}/_stcore/stream"
    with connect(address, additional_headers=list(headers), subprotocols=["streamlit"]) as browser:  # type: ignore[list-item]
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        browser.send(asked.SerializeToString())
        while (
            DOOR not in sent
            and STRANGER not in sent
            and b"Judging as" not in sent
            and b"Your role" not in sent
        ):
            message = browser.recv(timeout=60)
            assert isinstance(message, bytes)
            sent += message
    return sent


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of a proxy that signs readers in."""
    members = tmp_path / "members"
    members.write_text("anna@example.org analyst\n", encoding="utf-8")
    monkeypatch.setenv("KONSTELASI_PROXY_USER_HEADER", HEADER)
    monkeypatch.setenv("KONSTELASI_MEMBERS", str(members))


def test_the_header_of_the_proxy_is_believed_once_and_its_people_are_looked_up(
    team: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_PROXY_NETWORKS", "127.0.0.1/32")
    with served(tmp_path) as app:
        assert b"anna@example.org" in sent_by_the_app(app, (HEADER, "Anna@example.org"))
        assert STRANGER in sent_by_the_app(app, (HEADER, "budi@example.org"))
        assert DOOR in sent_by_the_app(app)
        assert DOOR in sent_by_the_app(app, (HEADER, ""))
        twice = [(HEADER, "anna@example.org"), (HEADER, "anna@example.org")]
        assert DOOR in sent_by_the_app(app, *twice)


def test_the_header_is_not_believed_from_elsewhere_whatever_the_request_says_of_its_origin(
    team: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_PROXY_NETWORKS", "10.0.0.0/8")
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    with served(tmp_path) as app:
        for forged in (
            [],
            [("X-Forwarded-For", "10.0.0.1")],
            [("Forwarded", "for=10.0.0.1")],
            [("X-Real-IP", "10.0.0.1")],
        ):
            assert DOOR in sent_by_the_app(app, (HEADER, "anna@example.org"), *forged)


def test_without_these_settings_such_a_header_means_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_TRUSTED_USER_HEADERS", f'{{"{HEADER}": "email"}}')
    with served(tmp_path) as app:
        sent = sent_by_the_app(app, (HEADER, "anna@example.org"))
    assert b"Judging as" in sent
    assert b"anna@example.org" not in sent


def test_the_figures_are_closed_with_a_sign_in_and_the_probes_are_not(
    team: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_PROXY_NETWORKS", "127.0.0.1/32")
    with served(tmp_path) as app:
        assert app.answer("/metrics").status == 401
        assert app.answer("/healthz").status == 200
        assert app.answer("/readyz").status == 503
