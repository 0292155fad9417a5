"""An app without a sign-in is for one person, unless whoever starts it says otherwise."""

# ruff: noqa: S104 - the address of all networks is one of those that are tested

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from explorer.serving.exposure import Exposure, exposure_at
from explorer.serving.listening import Listening
from tests.explorer.serving.running import NO_DATABASE, served

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("ip", "host_names", "exposure"),
    [
        ("127.0.0.1", [], Exposure.ONE_PERSON),
        ("::1", [], Exposure.ONE_PERSON),
        ("127.0.0.1", ["graph.example.org"], Exposure.PROXY),
        ("0.0.0.0", [], Exposure.EVERYBODY),
        ("192.0.2.7", ["graph.example.org"], Exposure.EVERYBODY),
    ],
)
def test_who_can_reach_an_app_follows_from_where_it_listens(
    ip: str, host_names: list[str], exposure: Exposure
) -> None:
    assert exposure_at(Listening(ip, ip, 8501), host_names) is exposure


def started(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """An explorer that is started with `words`, once it has ended."""
    environment = {**os.environ, **NO_DATABASE, "KONSTELASI_HOME": str(folder)}
    command = [sys.executable, "-m", "konstelasi", *words]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
def test_it_does_not_listen_beyond_this_machine_unless_that_is_meant(tmp_path: Path, address: str) -> None:
    ended = started(tmp_path, "app", "--address", address, "--headless", "--port", "18499")
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert "--without-sign-in" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.slow
def test_the_image_asks_for_a_decision_and_the_compose_file_makes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    (image,) = [yaml.safe_load(line.removeprefix("CMD ")) for line in lines if line.startswith("CMD ")]
    for decided in ("", "0"):
        monkeypatch.setenv("KONSTELASI_WITHOUT_SIGN_IN", decided)
        refused = started(tmp_path, *image)
        assert refused.returncode == 2, refused
        assert "--without-sign-in" in refused.stderr
    service = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]["app"]
    assert service["ports"] == ["127.0.0.1:8501:8501"]
    host = "${KONSTELASI_HOST:-localhost}"
    assert service["command"] == [*image, "--host-name", host]
    decision = "KONSTELASI_WITHOUT_SIGN_IN"
    assert service["environment"][decision] == f"${{{decision}:-1}}"
    command = ["localhost" if each == host else each for each in service["command"]]
    options = [each for each in command[1:] if each not in {"--port", "8501", "--headless"}]
    monkeypatch.setenv(decision, "1")
    with served(tmp_path, *options) as app:
        assert app.answer("/healthz").status == 200


@pytest.mark.slow
def test_it_says_at_its_start_that_it_is_for_one_person(tmp_path: Path) -> None:
    with served(tmp_path) as app:
        assert app.process.stdout is not None
        assert app.process.stdout.readline() == "No sign-in: for one person on this machine\n"
