"""What alerts need to know besides the graph: sources, backups, the audit record, the disk."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from cypher.audit.reading import size
from cypher.audit.recording import failures
from cypher.backups.noted import backups_noted
from cypher.errors import DatabaseError
from cypher.sources.store import Store
from cypher.sources.summary import summary


class Standing(Collector):
    """The figures of a data folder when they are asked for."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def describe(self) -> list[Metric]:
        """Return nothing: without this, registering would read the folder."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Return what can be found out; what cannot is left out, and an alert can miss it."""
        failed = CounterMetricFamily(
            "konstelasi_audit_failures", "Lines of the audit record that this process could not write"
        )
        failed.add_metric([], failures())
        yield failed
        yield from self._of_sources()
        yield from self._of_files()

    def _of_sources(self) -> Iterator[Metric]:
        try:
            found = summary(Store(self._home))
        except DatabaseError:
            return
        sources = GaugeMetricFamily("konstelasi_sources", "Sources by how they are", labels=["state"])
        for condition, number in found.numbers.items():
            sources.add_metric([condition], number)
        yield sources
        yield GaugeMetricFamily("konstelasi_waiting_articles", "Articles not yet loaded", found.waiting)
        if found.last_at is not None:
            yield GaugeMetricFamily(
                "konstelasi_last_fetch_age_seconds",
                "Seconds since any source was fetched",
                max(0.0, time.time() - found.last_at),
            )

    def _of_files(self) -> Iterator[Metric]:
        if backups := backups_noted(self._home):
            yield GaugeMetricFamily(
                "konstelasi_backup_age_seconds",
                "Seconds since the last backup was verified",
                max(0.0, time.time() - backups[0].made_at),
            )
        try:
            disk, audit = shutil.disk_usage(self._home), size(self._home)
        except OSError:
            return
        yield GaugeMetricFamily(
            "konstelasi_disk_free_bytes", "Free bytes of the disk of the data folder", disk.free
        )
        yield GaugeMetricFamily("konstelasi_disk_size_bytes", "Bytes of the data folder's disk", disk.total)
        yield GaugeMetricFamily("konstelasi_audit_bytes", "Bytes of the audit record", audit)
