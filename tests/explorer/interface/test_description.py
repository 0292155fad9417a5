"""The description of the interface: valid, complete, and good enough to make a client from it."""

from __future__ import annotations

import datetime
import importlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from cypher.bolt.settings import Settings
from cypher.catalog.catalog import catalog
from cypher.database import Database
from explorer.identity.roles import TeamRole
from explorer.identity.tokens import make_token, revoke_token
from explorer.interface.openapi import openapi
from tests.explorer.interface.asking import Interface, interface_of

GENERATE = """
import json, sys
from pathlib import Path
from openapi_python_client import generate
from openapi_python_client.config import Config, ConfigFile, MetaType
source, target = map(Path, sys.argv[1:])
config = Config.from_sources(
    ConfigFile(post_hooks=[]), MetaType.NONE, source, "utf-8", overwrite=True, output_path=target
)
problems = generate(config=config)
print("\\n".join(str(each) for each in problems))
"""
"""A program that makes a client of a description in a file; it prints what it cannot make."""


def test_the_description_is_valid_and_has_every_saved_query_with_its_parameters() -> None:
    described = openapi()
    OpenAPIV31SpecValidator(described).validate()
    for name, each in catalog().items():
        if name.startswith("saved/"):
            operation = described["paths"][f"/api/queries/{name.removeprefix('saved/')}/run"]["get"]
            assert [p["name"] for p in operation["parameters"]] == [p.name for p in each.parameters]
            assert {p["name"] for p in operation["parameters"] if p["required"]} == {
                p.name for p in each.parameters if p.required
            }


def test_no_two_operations_have_the_same_name() -> None:
    names = [each["get"]["operationId"] for each in openapi()["paths"].values()]
    assert len(set(names)) == len(names)
    assert "run_bilateral_history" in names
    assert "evidence" in names


@pytest.fixture(scope="module")
def settings(embedded: Settings) -> Settings:
    """One database: what describes and lets in is the same on both."""
    return embedded


@pytest.fixture(scope="module")
def api(settings: Settings, graph: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Interface]:
    """The interface of an explorer with a sign-in."""
    members = tmp_path_factory.mktemp("team") / "members"
    members.write_text("anna@example.org reader\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KONSTELASI_PROXY_USER_HEADER", "X-Email")
        patch.setenv("KONSTELASI_PROXY_NETWORKS", "127.0.0.1/32")
        patch.setenv("KONSTELASI_MEMBERS", str(members))
        with interface_of(settings) as found:
            yield found


@pytest.fixture(scope="module")
def client(api: Interface, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package of a client that was made from what the running server says of itself."""
    folder = tmp_path_factory.mktemp("client")
    described = api.app.answer("/api/openapi.json")
    assert described.status == 200
    (folder / "openapi.json").write_text(described.text, encoding="utf-8")
    command = [sys.executable, "-c", GENERATE, str(folder / "openapi.json"), str(folder / "graph_client")]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    said = [line for line in made.stdout.splitlines() if line and not line.startswith("Generating")]
    assert said == []  # whatever it could not make
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield importlib.import_module("graph_client")
    shutil.rmtree(folder)


def operation(name: str) -> ModuleType:
    """The module of the made client with this operation."""
    return importlib.import_module(f"graph_client.api.{name}")


@pytest.mark.slow
def test_a_generated_client_asks_the_running_server_with_types(
    api: Interface, client: ModuleType, settings: Settings, graph: Database
) -> None:
    secret, _ = make_token(settings.home, "generated", TeamRole.READER, 1)
    bearing = importlib.import_module("graph_client.client").AuthenticatedClient
    with bearing(base_url=api.address, token=secret) as graph_client:
        ties = operation("bilateral.run_bilateral_ties").sync(client=graph_client, first="USA", second="Iran")
        expected = graph.read("saved/bilateral/ties", first="USA", second="IRN").records()
        assert [each.to_dict() for each in ties.rows] == expected
        assert ties.rows[0].actor_name
        assert isinstance(ties.rows[0].directed, bool)
        evidence = operation("explore.evidence").sync(client=graph_client, tie=ties.rows[0].tie, limit=1)
        claim = evidence.rows[0]
        assert claim.sentence
        assert isinstance(claim.published_on, datetime.date)
        assert [each.name for each in claim.mentions]
        found = operation("explore.search_entities").sync(client=graph_client, text="teheran")
        assert found.rows[0].id == "IRN"
        central = operation("people.run_people_central").sync(client=graph_client, kinds=["country"], limit=2)
        assert {each.kind for each in central.rows} == {"country"}
        listed = operation("queries.list_queries").sync(client=graph_client)
        assert "bilateral/ties" in [each.name for each in listed.queries]
        problem = operation("bilateral.run_bilateral_ties").sync(client=graph_client, first="USA", second="?")
        assert (problem.status, problem.errors[0].parameter) == (422, "second")
        revoke_token(settings.home, "generated")
        refused = operation("queries.list_queries").sync(client=graph_client)
        assert refused.status == 401


@pytest.mark.slow
def test_the_header_of_a_proxy_or_a_token_lets_in_and_nothing_else(
    api: Interface, settings: Settings
) -> None:
    assert api.get("/api/queries")[0] == 401
    assert api.get("/api/queries", X_Email="anna@example.org")[0] == 200
    assert api.get("/api/queries", X_Email="eve@example.org")[0] == 401
    answer = api.app.answer("/api/queries", Authorization="Bearer kst_x", X_Email="anna@example.org")
    assert answer.status == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert "kst_x" not in json.dumps(answer.headers) + answer.text
    secret, _ = make_token(settings.home, "script", TeamRole.READER, 1)
    assert api.get("/api/queries", Authorization=f"Bearer {secret}")[0] == 200
    foreign = {"Authorization": f"Bearer {secret}", "Origin": "https://evil.example"}
    assert api.app.answer("/api/queries", **foreign).status == 403
    revoke_token(settings.home, "script")
    assert api.get("/api/queries", Authorization=f"Bearer {secret}")[0] == 401
