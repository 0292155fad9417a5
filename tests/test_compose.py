"""docker-compose.yml: what its services may do, and that they work together in the order that it declares."""

from __future__ import annotations

import stat
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from cypher.database import Settings, connect
from cypher.sources import listing
from cypher.sources.source import Source
from cypher.sources.store import Store
from tests.composed import Machine, services
from tests.loopback import serving_by
from tests.services import ROOT, administration, neo4j_server

FEED = """<rss version="2.0"><channel><title>Paper</title><item><title>Jakarta condemns the attack</title>
<link>http://127.0.0.1/1</link><guid>1</guid><pubDate>Mon, 09 Oct 2023 06:00:00 GMT</pubDate>
<description>Indonesia condemned Russia for the attack on Ukraine on Sunday.</description></item>
</channel></rss>"""


class Feed(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        self.wfile.write(FEED.encode())

    def log_message(self, *_: object) -> None: ...


def test_every_port_is_published_on_this_machine_only() -> None:
    ports = [port for service in services().values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


@pytest.mark.parametrize("name", services())
def test_every_service_is_limited(name: str) -> None:
    service = services()[name]
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    if name != "neo4j":  # the entry point of its image writes its configuration and changes its user
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]


def test_the_image_runs_as_a_user_without_rights() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert "USER konstelasi" in lines
    assert lines.index("USER konstelasi") < next(
        i for i, line in enumerate(lines) if line.startswith("ENTRYPOINT")
    )


def make_secrets(folder: Path) -> str:
    done = subprocess.run(
        ["sh", ROOT / "deploy" / "make-secrets", folder], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_secrets_are_made_once_and_only_their_owner_reaches_them(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    assert "made" in make_secrets(folder)
    password = (folder / "neo4j_password").read_text(encoding="utf-8")
    assert len(password) == 48
    assert (folder / "neo4j_auth").read_text(encoding="utf-8") == f"neo4j/{password}"
    reader = folder / "neo4j_reader_password"
    assert len(reader.read_text(encoding="utf-8")) == 48
    assert reader.read_text(encoding="utf-8") != password
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert "stays" in make_secrets(folder)
    assert (folder / "neo4j_password").read_text(encoding="utf-8") == password
    reader.unlink()
    assert f"made {reader}" in make_secrets(folder), "an older folder gets what it lacks"
    assert (folder / "neo4j_auth").read_text(encoding="utf-8") == f"neo4j/{password}"
    ignored = subprocess.run(["git", "check-ignore", "secrets/neo4j_auth"], cwd=ROOT, check=False)
    assert ignored.returncode == 0


def eventually(done: Callable[[], bool], seconds: float = 180.0) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.5)


@pytest.mark.slow
@pytest.mark.neo4j
def test_the_services_work_together_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KONSTELASI_TEST_NEO4J_URI", raising=False)
    declared = services()
    assert next(iter(declared)) == "neo4j"
    make_secrets(tmp_path / "secrets")
    password = (tmp_path / "secrets" / "neo4j_password").read_text(encoding="utf-8")
    home = tmp_path / "neo4j"
    home.mkdir()
    (home / "password").write_text(password, encoding="utf-8")
    with neo4j_server(home) as server, serving_by(Feed) as feed:
        port = feed + 1 if feed < 65535 else feed - 1
        machine = Machine(tmp_path, server["uri"], port, {"KONSTELASI_READER_USER": "reader"})
        machine.data.mkdir()
        (tmp_path / "backups").mkdir()
        machine.add_cypher_shell()
        machine.wait_until_healthy(declared["neo4j"])
        graph = Settings(tmp_path / "nothing", server["uri"], "neo4j", password)
        reader = (tmp_path / "secrets" / "neo4j_reader_password").read_text(encoding="utf-8")
        with administration(replace(graph, database="system")) as owner:
            create = "CREATE USER reader SET PASSWORD $password CHANGE NOT REQUIRED"
            owner.run("adding a user", create, {"password": reader}, write=True)
        listing.add(Store(machine.data), Source("Paper", f"http://127.0.0.1:{feed}/rss", private=True))
        assert machine.healthy(declared["app"]).returncode != 0
        assert machine.healthy(declared["follow"]).returncode != 0
        with machine.running(declared["app"]) as app, machine.running(declared["follow"]) as follow:
            machine.wait_until_healthy(declared["app"])
            machine.wait_until_healthy(declared["follow"])
            eventually(lambda: titles(graph) == ["Jakarta condemns the attack"])
            with machine.running(declared["backup"], BACKUP_SECONDS="1", BACKUP_KEEP="1"):
                eventually(lambda: "deleted" in (tmp_path / "services.log").read_text(encoding="utf-8"))
            assert app.poll() is None
            assert follow.poll() is None
        copies = sorted((tmp_path / "backups").glob("konstelasi-*.zip"))
        assert 1 <= len(copies) <= 2, "the last one may just have been made"
        said = (tmp_path / "services.log").read_text(encoding="utf-8")
        assert password not in said
        assert reader not in said


def titles(settings: Settings) -> list[str]:
    with connect(settings) as database:
        return [row[0] for row in database.read_text("MATCH (d:Document) RETURN d.title").rows]
