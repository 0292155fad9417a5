"""Says on what figures were taken: the machine, the programs, the commit, and how busy the machine was."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
_CPU = Path("/proc/cpuinfo")
_PACKAGES = ("konstelasi", "arcadedb-embedded", "neo4j", "rustworkx", "networkx")
_POM = ROOT / "neo4j-server" / "pom.xml"


def machine() -> dict[str, object]:
    """Return what makes two machines differ; figures of different ones are not compared."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count() or 0,
        "memory_gb": round(psutil.virtual_memory().total / 2**30),
        "system": platform.system(),
    }


def programs() -> dict[str, str]:
    """Return the versions of the system, Python, Java, the engines and some packages."""
    found = {
        "system": platform.release(),
        "python": platform.python_version(),
        "java": _java(),
        "neo4j-server": _neo4j_server(),
    }
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def commit() -> str:
    """Return the commit of the code, with a plus if files differ from it; empty outside a repository."""
    head = _said("git", "-C", str(ROOT), "rev-parse", "--short=10", "HEAD").strip()
    changed = _said("git", "-C", str(ROOT), "status", "--porcelain", "--untracked-files=no").strip()
    return f"{head}+" if changed else head


def load_average() -> list[float]:
    """Return how many processes wanted a core on average in the last 1, 5 and 15 minutes."""
    return [round(each, 2) for each in os.getloadavg()]


def _processor() -> str:
    try:
        lines = _CPU.read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _neo4j_server() -> str:
    found = re.search(r"<neo4j\.version>([^<]+)<", _POM.read_text(encoding="utf-8"))
    return found[1] if found else ""


def _java() -> str:
    text = _said("java", "-version")
    return text.splitlines()[0] if text else ""


def _said(*command: str) -> str:
    """Return what a program writes, or nothing if it is missing or fails."""
    if shutil.which(command[0]) is None:
        return ""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout or done.stderr if done.returncode == 0 else ""
