"""The Helm chart: its values, and what it makes of them where ``helm`` is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from copy import deepcopy
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from cypher.model.release import VERSION
from tests.services import ROOT, require

CHART = ROOT / "deploy" / "helm" / "konstelasi"


def values(**changed: object) -> dict[str, Any]:
    """The values of the chart with those that have no default, and with those of `changed`."""
    found: dict[str, Any] = yaml.safe_load((CHART / "values.yaml").read_text(encoding="utf-8"))
    found["neo4j"]["uri"] = "neo4j://graph:7687"
    found["neo4j"]["passwordSecret"] |= {"name": "graph-auth"}
    return {**found, **changed}


def check(found: dict[str, Any]) -> None:
    jsonschema.validate(found, json.loads((CHART / "values.schema.json").read_text(encoding="utf-8")))


def test_the_default_values_fit_once_the_database_is_named() -> None:
    check(values())


def test_values_without_a_database_or_with_a_mistyped_name_are_refused() -> None:
    unnamed = yaml.safe_load((CHART / "values.yaml").read_text(encoding="utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        check(unnamed)
    mistyped = deepcopy(values())
    mistyped["neo4j"]["url"] = mistyped["neo4j"].pop("uri")
    with pytest.raises(jsonschema.ValidationError):
        check(mistyped)
    with pytest.raises(jsonschema.ValidationError):
        check(values(neo4j={**values()["neo4j"], "uri": "bolt://neo4j:secret@graph:7687"}))


def test_the_chart_is_of_this_version() -> None:
    assert yaml.safe_load((CHART / "Chart.yaml").read_text(encoding="utf-8"))["appVersion"] == VERSION


def rendered(*settings: str) -> dict[str, dict[str, Any]]:
    """What the chart makes, by kind."""
    helm = shutil.which("helm")
    if helm is None:
        require("helm", "the program helm cannot be found")
    needed = "neo4j.uri=neo4j://graph:7687,neo4j.passwordSecret.name=graph-auth"
    command = [helm, "template", "r", str(CHART), "--kube-version", "1.31.0", "--set", needed]
    for setting in settings:
        command += ["--set", setting]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {each["kind"]: each for each in yaml.safe_load_all(done.stdout) if each}


def test_pods_have_no_rights_and_get_the_password_as_a_file() -> None:
    pod = rendered()["Deployment"]["spec"]["template"]["spec"]
    user = next(
        line.split()[line.split().index("--uid") + 1]
        for line in (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
        if "--uid" in line
    )
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["runAsUser"] == int(user)
    assert [each["name"] for each in pod["containers"]] == ["app", "follow"]
    for each in pod["containers"]:
        assert each["securityContext"]["readOnlyRootFilesystem"] is True
        assert each["securityContext"]["capabilities"] == {"drop": ["ALL"]}
        variables = {one["name"]: one["value"] for one in each["env"]}
        assert variables["KONSTELASI_PASSWORD_FILE"] == "/run/secrets/neo4j/password"
        assert "KONSTELASI_PASSWORD" not in variables
        assert each["image"] == f"konstelasi:{VERSION}"
    (given,) = pod["volumes"][2]["projected"]["sources"]
    assert given["secret"]["name"] == "graph-auth"


def test_a_user_for_reading_needs_a_secret_with_its_password() -> None:
    nameless = deepcopy(values())
    nameless["neo4j"]["reader"]["user"] = "onlooker"
    with pytest.raises(jsonschema.ValidationError):
        check(nameless)
    nameless["neo4j"]["reader"]["passwordSecret"]["name"] = "onlooker-auth"
    check(nameless)


def test_pods_get_the_password_of_the_user_for_reading_as_a_file() -> None:
    made = rendered("neo4j.reader.user=onlooker", "neo4j.reader.passwordSecret.name=onlooker-auth")
    pod = made["Deployment"]["spec"]["template"]["spec"]
    for each in pod["containers"]:
        variables = {one["name"]: one["value"] for one in each["env"]}
        assert variables["KONSTELASI_READER_USER"] == "onlooker"
        assert variables["KONSTELASI_READER_PASSWORD_FILE"] == "/run/secrets/neo4j/reader-password"
    secrets = {
        each["secret"]["name"]: each["secret"]["items"] for each in pod["volumes"][2]["projected"]["sources"]
    }
    assert secrets == {
        "graph-auth": [{"key": "password", "path": "password"}],
        "onlooker-auth": [{"key": "password", "path": "reader-password"}],
    }


OIDC = (
    "signIn.oidc.metadataUrl=https://id.example.org/.well-known/openid-configuration",
    "signIn.oidc.clientId=konstelasi",
    "signIn.oidc.redirectUri=https://graph.example.org/oauth2callback",
    "signIn.oidc.secret.name=sign-in",
    "signIn.members=anna@example.org admin",
)


def changed(path: str, value: object) -> dict[str, Any]:
    """The values with another value at a path of names."""
    found = deepcopy(values())
    *outer, last = path.split(".")
    inner = found
    for name in outer:
        inner = inner[name]
    inner[last] = value
    return found


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("signIn.oidc.metadataUrl", "https://id.example.org/.well-known/openid-configuration"),
        ("signIn.oidc.redirectUri", "https://graph.example.org/"),
        ("signIn.proxy.userHeader", "X-Forwarded-Email"),
        ("signIn.proxy.userHeader", "X Forwarded: Email"),
        ("signIn.proxy.networks", ["everywhere"]),
        ("signIn.clientSecret", "never in the values"),
    ],
)
def test_values_of_half_a_sign_in_are_refused(path: str, value: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        check(changed(path, value))


def containers(*settings: str) -> dict[str, dict[str, Any]]:
    """The containers of the pod by name; their variables by name, and their mounts by path."""
    pod = rendered(*settings)["Deployment"]["spec"]["template"]["spec"]
    return {
        each["name"]: each
        | {
            "env": {one["name"]: one["value"] for one in each["env"]},
            "volumeMounts": {one["mountPath"]: one["name"] for one in each["volumeMounts"]},
            "volumes": {one["name"]: one for one in pod["volumes"]},
        }
        for each in pod["containers"]
    }


def test_without_a_sign_in_the_app_is_told_so() -> None:
    found = containers()
    assert "--without-sign-in" in found["app"]["args"]
    assert not [name for name in found["app"]["env"] if "OIDC" in name or "PROXY" in name]


def test_a_sign_in_reaches_the_app_alone_with_its_secrets_as_files() -> None:
    found = containers(*OIDC)
    app = found["app"]
    assert "--without-sign-in" not in app["args"]
    assert app["env"]["KONSTELASI_OIDC_CLIENT_ID"] == "konstelasi"
    assert app["env"]["KONSTELASI_MEMBERS"] == "/settings/members"
    for variable, key in (("CLIENT_SECRET", "client-secret"), ("COOKIE_SECRET", "cookie-secret")):
        path = app["env"][f"KONSTELASI_OIDC_{variable}_FILE"]
        folder, _, name = path.rpartition("/")
        secret = app["volumes"][app["volumeMounts"][folder]]["secret"]
        assert secret["secretName"] == "sign-in"
        assert {"key": key, "path": name} in secret["items"]
        assert f"KONSTELASI_OIDC_{variable}" not in app["env"]
    assert not [name for name in found["follow"]["env"] if "OIDC" in name]
    assert "/run/secrets/oidc" not in found["follow"]["volumeMounts"]
    members = rendered(*OIDC)["ConfigMap"]
    assert members["data"]["members"].strip() == "anna@example.org admin"
    mounted = app["volumes"][app["volumeMounts"]["/settings"]]["configMap"]
    assert mounted["name"] == members["metadata"]["name"]


def test_the_header_of_a_proxy_reaches_the_app() -> None:
    settings = ("signIn.proxy.userHeader=X-Forwarded-Email", "signIn.proxy.networks={10.0.0.0/8,fd00::/8}")
    app = containers(*settings, "signIn.members=anna@example.org admin")["app"]
    assert "--without-sign-in" not in app["args"]
    assert app["env"]["KONSTELASI_PROXY_USER_HEADER"] == "X-Forwarded-Email"
    assert app["env"]["KONSTELASI_PROXY_NETWORKS"] == "10.0.0.0/8,fd00::/8"


def test_the_token_for_the_figures_reaches_the_app_as_a_file() -> None:
    found = containers("metrics.tokenSecret.name=figures")
    folder, _, name = found["app"]["env"]["KONSTELASI_METRICS_TOKEN_FILE"].rpartition("/")
    secret = found["app"]["volumes"][found["app"]["volumeMounts"][folder]]["secret"]
    assert (secret["secretName"], secret["items"]) == ("figures", [{"key": "token", "path": name}])
    assert "KONSTELASI_METRICS_TOKEN_FILE" not in found["follow"]["env"]


def test_the_list_of_destinations_reaches_both_as_a_secret() -> None:
    for each in containers("alerts.secretName=destinations").values():
        folder, _, _ = each["env"]["KONSTELASI_ALERTS"].rpartition("/")
        assert each["volumes"][each["volumeMounts"][folder]]["secret"]["secretName"] == "destinations"


def test_the_service_and_the_policy_meet_the_pods() -> None:
    made = rendered("hostNames={graph.example.org}", "follow.enabled=false", "persistence.existingClaim=mine")
    deployment = made["Deployment"]["spec"]
    labels = deployment["template"]["metadata"]["labels"]
    assert made["Service"]["spec"]["selector"].items() <= labels.items()
    assert made["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"].items() <= labels.items()
    (app,) = deployment["template"]["spec"]["containers"]
    assert "--host-name=graph.example.org" in app["args"]
    assert f"--host-name={made['Service']['metadata']['name']}" in app["args"]
    assert "PersistentVolumeClaim" not in made
    assert deployment["template"]["spec"]["volumes"][0]["persistentVolumeClaim"]["claimName"] == "mine"
