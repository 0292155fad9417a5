"""The command line of Konstelasi: composes the commands of the three packages."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    raise SystemExit("konstelasi: no command is available yet")
