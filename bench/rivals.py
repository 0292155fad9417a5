"""Sets up the packages to compare with: a separate environment, and the graphs as files."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

from explorer.graph.subgraph import Subgraph
from tests.browser.driving import ROOT

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
FOLDER = ROOT / ".cache" / "bench-rivals"


def rivals_python() -> Path:
    """Return the interpreter of an environment with `REQUIREMENTS`; it is created again if they changed."""
    python = FOLDER / "bin" / "python"
    installed = FOLDER / REQUIREMENTS.name
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    if not installed.exists() or installed.read_text(encoding="utf-8") != wanted:
        print(f"installing {REQUIREMENTS} into {FOLDER}", file=sys.stderr)
        venv.create(FOLDER, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "-r", REQUIREMENTS], check=True)
        installed.write_text(wanted, encoding="utf-8")
    return python


def as_plain_file(graph: Subgraph, file: Path) -> None:
    """Write ids, names and ends of the graph: all the data that the other packages get."""
    nodes = [{"id": node.id, "name": node.name} for node in graph.nodes.values()]
    edges = [{"id": edge.id, "from": edge.actor, "to": edge.recipient} for edge in graph.edges.values()]
    file.write_text(json.dumps({"nodes": nodes, "edges": edges}), encoding="utf-8")
