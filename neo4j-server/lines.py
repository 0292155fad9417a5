"""The lines of Neo4j that can be served, and how Maven fetches them.

`pom.xml` names their exact versions: that of the line with long support, and in a profile the newest one.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

import typer
from filelock import FileLock
from jdks import java_of

HERE = Path(__file__).resolve().parent
CACHE = HERE.parent / ".cache" / "neo4j"
_POM = HERE / "pom.xml"

_OPENED = (
    "java.base/java.nio",
    "java.base/java.io",
    "java.base/sun.nio.ch",
    "java.base/java.util.concurrent",
)


class Name(StrEnum):
    """A line's name, which is also the name of its Maven profile."""

    LTS = "lts"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of Neo4j: its name and title, versions of Java that run it, its main class, Java's options."""

    name: Name
    title: str
    java: range
    main: str
    options: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Where its jars and its own data are kept."""
        return CACHE if self.name is Name.LTS else CACHE / self.name

    def program(self) -> Path:
        """Return the Java that runs it; exit with what to install if there is none."""
        found = java_of(self.java)
        if found is None:
            versions = " or ".join(str(version) for version in _supported(self.java))
            fail(
                f"{self.title} needs Java {versions}, and none was found. Install one (on Debian or Ubuntu: "
                f"apt-get install openjdk-{self.java.start}-jre-headless; elsewhere from adoptium.net), or "
                "name its folder with JAVA_HOME, and try again."
            )
        return found

    def command(self, main: str, *options: str) -> list[str]:
        """Return the words that run the class `main` of this line, with these options of Java, too."""
        opened = (f"--add-opens={each}=ALL-UNNAMED" for each in _OPENED)
        return [str(self.program()), *opened, *self.options, *options, "-cp", f"{self.fetch()}/*", main]

    def fetch(self) -> Path:
        """Return the folder with its jars; fetch them with Maven if ``pom.xml`` has changed."""
        self.folder.mkdir(parents=True, exist_ok=True)
        library, fetched = self.folder / "lib", self.folder / "fetched-pom.xml"
        with FileLock(self.folder / "fetch.lock"):
            if fetched.exists() and fetched.read_bytes() == _POM.read_bytes():
                return library
            sys.stderr.write(f"Fetching {self.title} with Maven…\n")
            shutil.rmtree(library, ignore_errors=True)
            goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={library}"]
            command = [_maven(), "-B", "-q", "-f", str(_POM), f"-P{self.name}", *goal]
            if subprocess.run(command, stdout=sys.stderr, check=False).returncode != 0:
                fail(f"Maven could not fetch {self.title}. Its message is above; check the network.")
            shutil.copy(_POM, fetched)
        return library


LINES = {
    Name.LTS: Line(Name.LTS, "Neo4j 5.26", range(17, 22), "org.neo4j.server.CommunityEntryPoint"),
    Name.NEWEST: Line(
        Name.NEWEST,
        "Neo4j 2026",
        range(21, 26),
        "org.neo4j.server.Neo4jCommunity",
        ("--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector"),
    ),
}


def fail(text: str) -> NoReturn:
    """Print what is wrong and exit with code 1."""
    sys.stderr.write(f"{text}\n")
    raise typer.Exit(1)


def _supported(versions: range) -> list[int]:
    """The versions of a range of which there are installers: the first and the last."""
    return [versions.start, versions.stop - 1]


def _maven() -> str:
    found = shutil.which("mvn")
    if found is None:
        fail("mvn is not installed. Maven fetches the Neo4j server; install it and try again.")
    return found
