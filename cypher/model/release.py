"""The version of this program, and the release of the shape that its graphs have."""

from __future__ import annotations

from importlib.metadata import version

VERSION = version("konstelasi")

PROGRAM = f"Konstelasi {VERSION}"
"""What files and pages say made them."""

GRAPH_RELEASE = 10
"""Counts up whenever older graphs need another step of `cypher.judging.migration`; version 0.1.0 had 1."""
