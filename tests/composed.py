"""The services of docker-compose.yml as processes of this machine: their words, environment and checks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import yaml

from tests.services import ROOT

_VARIABLE = re.compile(r"\$\{(\w+):-([^}]*)\}")
_SHELL = """#!{python}
import os, sys
from neo4j import GraphDatabase
auth = (os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])
with GraphDatabase.driver("{uri}", auth=auth) as driver:
    print(driver.execute_query(sys.argv[1]).records)
"""


def services() -> dict[str, dict[str, Any]]:
    """The services by name, each after those that it waits for."""
    declared = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    waits = {name: set(service.get("depends_on", ())) for name, service in declared.items()}
    return {name: declared[name] for name in TopologicalSorter(waits).static_order()}


@dataclass(frozen=True)
class Machine:
    """Where the places and addresses of the containers are on this machine, and what its ``.env`` says."""

    folder: Path
    uri: str
    port: int
    variables: Mapping[str, str] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        """The folder that is /data in the containers."""
        return self.folder / "data"

    def here(self, text: str) -> str:
        """`text` of the file, with the values of variables, and with places of this machine."""
        places = {
            "bolt://neo4j:7687": self.uri,
            "/run/secrets": str(self.folder / "secrets"),
            "/settings": str(self.folder / "secrets" / "settings"),
            "/data": str(self.data),
            "/deploy": str(ROOT / "deploy"),
            "/backups": str(self.folder / "backups"),
            "0.0.0.0": "127.0.0.1",  # noqa: S104 - a container's address is not this machine's
            "8501": str(self.port),
            "$$": "$",
        }
        found = _VARIABLE.sub(lambda each: self.variables.get(each[1]) or each[2], text)
        for place, own in places.items():
            found = found.replace(place, own)
        return found

    def environment(self, service: Mapping[str, Any], **more: str) -> dict[str, str]:
        """The variables of a service, and nothing of whoever runs the tests but for where programs are."""
        declared = {name: self.here(str(value)) for name, value in service.get("environment", {}).items()}
        programs = os.pathsep.join(
            [str(self.folder / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]
        )
        fixed = {"PATH": programs, "LANG": "C.UTF-8", "KONSTELASI_HOME": str(self.data)}
        return {**fixed, **declared, "HOME": str(self.folder), **more}

    def add_cypher_shell(self) -> None:
        """Put a program of the name and the variables of Neo4j's own on the path."""
        program = self.folder / "bin" / "cypher-shell"
        program.parent.mkdir()
        program.write_text(_SHELL.format(python=sys.executable, uri=self.uri), encoding="utf-8")
        program.chmod(0o755)

    def healthy(self, service: Mapping[str, Any]) -> subprocess.CompletedProcess[str]:
        """Run the health check of a service once."""
        kind, *words = service["healthcheck"]["test"]
        words = [self.here(word) for word in words]
        command = ["sh", "-c", *words] if kind == "CMD-SHELL" else words
        variables = self.environment(service)
        return subprocess.run(command, env=variables, cwd=ROOT, capture_output=True, text=True, check=False)

    def wait_until_healthy(self, service: Mapping[str, Any], seconds: float = 240.0) -> None:
        """Run the health check of a service until it succeeds."""
        deadline = time.monotonic() + seconds
        while (done := self.healthy(service)).returncode != 0:
            assert time.monotonic() < deadline, done.stdout + done.stderr
            time.sleep(1)

    @contextmanager
    def running(self, service: Mapping[str, Any], **more: str) -> Iterator[subprocess.Popen[str]]:
        """Run a service within the block: its entry point, or that of the image, with its words."""
        words = [*service.get("entrypoint", ["konstelasi"]), *service.get("command", [])]
        log = (self.folder / "services.log").open("a", encoding="utf-8")
        with (
            log,
            subprocess.Popen(
                [self.here(word) for word in words],
                env=self.environment(service, **more),
                stdout=log,
                stderr=log,
                text=True,
            ) as process,
        ):
            try:
                yield process
            finally:
                process.terminate()
                process.wait(60)
