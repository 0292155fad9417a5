"""A Neo4j is started with a Java of a version that runs it, wherever that is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.services import ROOT

FIND = "import sys; from jdks import java_of; print(java_of(range(int(sys.argv[1]), int(sys.argv[2]) + 1)))"
REFUSE = "from lines import LINES, Line, Name; Line(Name.LTS, 'Neo4j 99', range(90, 93), 'Main').program()"


def run(code: str, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python code beside the modules of the server."""
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=ROOT / "neo4j-server",
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def found(home: Path, first: int, last: int, **variables: str) -> str:
    """The Java of one of these versions that is found for a user with this home."""
    return run(FIND, str(first), str(last), HOME=str(home), JAVA_HOME="", **variables).stdout.strip()


def java(folder: Path, version: str, *, release: bool = True) -> str:
    """Make a program that says to be this version of Java."""
    (folder / "bin").mkdir(parents=True)
    program = folder / "bin" / "java"
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n", encoding="utf-8")
    program.chmod(0o755)
    if release:
        (folder / "release").write_text(
            f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\nOS_NAME="Linux"\n', encoding="utf-8"
        )
    return str(program)


def test_the_lowest_suitable_version_of_those_beside_the_one_on_the_path_is_taken(tmp_path: Path) -> None:
    old = java(tmp_path / "bin", "1.8.0_402")
    java(tmp_path / ".jdks" / "a", "93.0.1")
    wanted = java(tmp_path / ".sdkman" / "candidates" / "java" / "b", "91.0.2")
    java(tmp_path / ".jdks" / "c", "90")
    path = f"{Path(old).parent}{os.pathsep}{os.environ['PATH']}"
    assert found(tmp_path, 91, 95, PATH=path) == wanted
    assert found(tmp_path, 8, 8, PATH=path) == old


def test_the_named_java_is_preferred_and_asked_when_it_has_no_file_of_its_version(tmp_path: Path) -> None:
    named = java(tmp_path / "named", "95.0.1", release=False)
    java(tmp_path / ".jdks" / "a", "94")
    assert (
        run(FIND, "94", "95", HOME=str(tmp_path), JAVA_HOME=str(tmp_path / "named")).stdout.strip() == named
    )
    assert found(tmp_path, 95, 95) == "None"


@pytest.mark.parametrize("home", ["", "/nowhere"])
def test_without_a_suitable_java_the_error_says_what_to_install(tmp_path: Path, home: str) -> None:
    java(tmp_path / ".jdks" / "a", "89")
    refused = run(REFUSE, HOME=str(tmp_path), JAVA_HOME=home)
    assert refused.returncode == 1
    assert "Neo4j 99 needs Java 90 or 92" in refused.stdout + refused.stderr
    assert "apt-get install openjdk-90-jre-headless" in refused.stderr
