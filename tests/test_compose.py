"""docker-compose.yml: what its services may do, and that they work together in the order that it declares."""

from __future__ import annotations

import re
import socket
import stat
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_network
from pathlib import Path

import pytest
import yaml

from cypher.alerts.destinations import destinations
from cypher.database import Settings, connect
from cypher.engine.java import free_port
from cypher.errors import UsageError
from cypher.sources import listing
from cypher.sources.source import Source
from cypher.sources.store import Store
from explorer.identity.settings import Proxy, SignIn
from ingest.following.web.proxy import proxy_for
from tests.composed import Machine, services
from tests.explorer.serving.running import Served
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


def test_each_secret_that_a_service_reads_is_given_to_it_and_made(tmp_path: Path) -> None:
    make_secrets(tmp_path / "secrets")
    declared = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["secrets"]
    for name, service in services().items():
        named = set(re.findall(r"/run/secrets/(\w+)", str(service)))
        assert named <= set(service.get("secrets", [])), name
        assert set(service.get("secrets", [])) <= declared.keys(), name
    for name, each in declared.items():
        assert (tmp_path / each["file"].removeprefix("./")).is_file(), name


def signing_in(folder: Path, **variables: str) -> Machine:
    """A machine whose ``.env`` has these variables, with secrets and with one member."""
    make_secrets(folder / "secrets")
    (folder / "secrets" / "settings" / "members").write_text("anna@example.org admin\n", encoding="utf-8")
    (folder / "data").mkdir()
    given = {f"KONSTELASI_{name}": value for name, value in variables.items()}
    return Machine(folder, "bolt://127.0.0.1:1", free_port(), given)


OIDC = {
    "WITHOUT_SIGN_IN": "0",
    "OIDC_METADATA_URL": "https://id.example.org/.well-known/openid-configuration",
    "OIDC_CLIENT_ID": "konstelasi",
    "OIDC_REDIRECT_URI": "https://graph.example.org/oauth2callback",
    "OIDC_CLIENT_SECRET_FILE": "/run/secrets/oidc_client_secret",
    "OIDC_COOKIE_SECRET_FILE": "/run/secrets/oidc_cookie_secret",
    "MEMBERS": "/settings/members",
}


def test_without_variables_there_is_no_sign_in_and_that_is_meant(tmp_path: Path) -> None:
    variables = signing_in(tmp_path).environment(services()["app"])
    assert SignIn.from_environment(variables) is None
    assert variables["KONSTELASI_WITHOUT_SIGN_IN"] == "1"
    assert destinations(variables) == {}


def test_a_sign_in_of_dotenv_reaches_the_app_with_its_secrets_as_files(tmp_path: Path) -> None:
    machine = signing_in(tmp_path, **OIDC)
    secrets = tmp_path / "secrets"
    with pytest.raises(UsageError, match="KONSTELASI_OIDC_CLIENT_SECRET"):
        SignIn.from_environment(machine.environment(services()["app"]))
    (secrets / "oidc_client_secret").write_text("of the provider\n", encoding="utf-8")
    variables = machine.environment(services()["app"])
    found = SignIn.from_environment(variables)
    assert found is not None
    assert found.provider is not None
    assert found.provider.client_secret == "of the provider"
    assert found.provider.cookie_secret == (secrets / "oidc_cookie_secret").read_text(encoding="utf-8")
    assert found.provider.cookie_secret not in variables.values()
    assert found.members == secrets / "settings" / "members"
    assert variables["KONSTELASI_WITHOUT_SIGN_IN"] == "0"


def test_the_header_of_a_proxy_reaches_the_app(tmp_path: Path) -> None:
    machine = signing_in(
        tmp_path,
        WITHOUT_SIGN_IN="0",
        PROXY_USER_HEADER="X-Forwarded-Email",
        PROXY_NETWORKS="172.16.0.0/12",
        MEMBERS="/settings/members",
    )
    found = SignIn.from_environment(machine.environment(services()["app"]))
    assert found is not None
    assert found.proxy == Proxy("x-forwarded-email", (ip_network("172.16.0.0/12"),))


def test_the_list_of_destinations_reaches_the_app_and_the_worker_with_its_secrets(tmp_path: Path) -> None:
    machine = signing_in(tmp_path, ALERTS="/settings/alerts.toml")
    settings = tmp_path / "secrets" / "settings"
    (settings / "newsdesk").write_text("sixteen characters or more", encoding="utf-8")
    (settings / "alerts.toml").write_text(
        f'[webhook.desk]\nurl = "https://desk.example.org/"\nsecret_file = "{settings}/newsdesk"\n',
        encoding="utf-8",
    )
    for name in ("app", "follow"):
        found = destinations(machine.environment(services()[name]))
        assert list(found) == ["desk"], name
        assert "./secrets/settings:/settings:ro" in services()[name]["volumes"]


def test_the_proxy_of_dotenv_reaches_the_app_and_the_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = signing_in(tmp_path, FETCH_PROXY_FILE="/settings/fetch_proxy")
    address = "http://ani:secret@proxy.example:3128"
    (tmp_path / "secrets" / "settings" / "fetch_proxy").write_text(f"{address}\n", encoding="utf-8")
    for name in ("app", "follow"):
        for variable, value in machine.environment(services()[name]).items():
            if variable.startswith("KONSTELASI_FETCH_PROXY"):
                monkeypatch.setenv(variable, value)
        found = proxy_for("paper.example", 443)
        assert found is not None
        assert found.with_login == address


def test_the_hosts_without_proxy_of_dotenv_reach_the_app_and_the_worker(tmp_path: Path) -> None:
    machine = Machine(tmp_path, "bolt://127.0.0.1:1", 8501, {"NO_PROXY": ".paper.example"})
    for name in ("app", "follow"):
        assert machine.environment(services()[name])["NO_PROXY"] == ".paper.example"


@pytest.mark.slow
def test_the_app_with_a_sign_in_of_dotenv_starts_and_tells_strangers_nothing(tmp_path: Path) -> None:
    machine = signing_in(tmp_path, **OIDC, METRICS_TOKEN_FILE="/run/secrets/metrics_token")
    (tmp_path / "secrets" / "oidc_client_secret").write_text("of the provider", encoding="utf-8")
    token = (tmp_path / "secrets" / "metrics_token").read_text(encoding="utf-8")
    declared = services()["app"]
    with machine.running(declared) as process:
        eventually(lambda: listens(machine.port))
        app = Served(process, "127.0.0.1", machine.port, "")
        assert app.answer("/healthz").status == 200
        assert app.answer("/api/queries").status == 401
        assert app.answer("/metrics").status == 401
        assert app.answer("/metrics", Authorization=f"Bearer {token}").status == 200
    with machine.running(declared, KONSTELASI_WITHOUT_SIGN_IN="1") as contradicting:
        assert contradicting.wait(60) == 2


def listens(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


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
