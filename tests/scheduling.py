"""Which tests run in the same process, when there are several (pytest-xdist)."""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling


class ServersTogether(LoadScopeScheduling):  # type: ignore[misc]  # it has no types
    """Keeps tests that need the same server in one process, so that each server is started once.

    All browser tests share a Chromium and an explorer, all tests on Neo4j share a server. The other tests
    of a file share what the fixtures of the file start.
    """

    def _split_scope(self, nodeid: str) -> str:
        """Return the group of a test."""
        if "neo4j" in nodeid:
            return "neo4j"
        return "browser" if nodeid.startswith("tests/browser/") else nodeid.partition("::")[0]
