"""The figures of a server for Prometheus: requests, statements, errors, and what is in the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from cypher.model.release import VERSION
from explorer.serving.health import Health

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
"""The media type of Prometheus's text format."""

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Upper limits of the buckets of times, in seconds; a statement may run for a minute."""

KINDS = ("documents", "sentences", "countries", "actors", "claims", "ties", "annotations", "mergers")
"""The kinds of nodes whose numbers are given; each is a field of `GraphCounts`."""


class Metrics:
    """Counts what a server does. All methods may be called from any thread."""

    def __init__(self, health: Callable[[], Health], others: Iterable[Collector] = ()) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "konstelasi_requests",
            "Answered requests by the part of the app and the status",
            ["part", "status"],
            registry=self._registry,
        )
        self._answers = Histogram(
            "konstelasi_request_seconds",
            "Seconds until a request was answered, by the part of the app",
            ["part"],
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._sessions = Gauge(
            "konstelasi_open_pages", "Pages that are open in browsers", registry=self._registry
        )
        self._statements = Histogram(
            "konstelasi_statement_seconds",
            "Seconds of each attempt to run a statement, by its name in the catalogue",
            ["statement"],
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._failures = Counter(
            "konstelasi_statement_failures",
            "Attempts to run a statement that failed, by the class of the error; some were retried",
            ["statement", "error"],
            registry=self._registry,
        )
        self._errors = Counter(
            "konstelasi_page_errors",
            "Unexpected errors while a page was drawn, by their class",
            ["error"],
            registry=self._registry,
        )
        self._registry.register(_Graph(health))
        for each in others:
            self._registry.register(each)
        ProcessCollector(registry=self._registry)

    def request(self, part: str, status: int, seconds: float) -> None:
        """Count an answered request for a `part` of the app."""
        self._requests.labels(part, str(status)).inc()
        self._answers.labels(part).observe(seconds)

    def opened(self) -> None:
        """Count a page that a browser has opened."""
        self._sessions.inc()

    def closed(self) -> None:
        """Count a page that a browser has closed."""
        self._sessions.dec()

    def statement(self, name: str, seconds: float, failure: str) -> None:
        """Count an attempt to run a statement; `failure` is the class of its error, empty if it had none."""
        self._statements.labels(name).observe(seconds)
        if failure:
            self._failures.labels(name, failure).inc()

    def page_error(self, error: Exception) -> None:
        """Count an error that a page did not expect. Streamlit shows and logs it as before."""
        self._errors.labels(type(error).__name__).inc()

    def text(self) -> bytes:
        """Return all figures in the text format of Prometheus; asks how the graph is."""
        return generate_latest(self._registry)


class _Graph(Collector):
    """What is known of the graph when the figures are asked for."""

    def __init__(self, health: Callable[[], Health]) -> None:
        self._health = health

    def describe(self) -> list[GaugeMetricFamily]:
        """Return nothing: without this, registering would ask the database."""
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Return whether the graph answers, the version, and the numbers of nodes if it answers."""
        health = self._health()
        yield GaugeMetricFamily(
            "konstelasi_engine_up",
            "1 if the graph answers and its shape is that of this version, else 0",
            int(health.ready),
        )
        version = GaugeMetricFamily("konstelasi_version", "The version, always 1", labels=["version"])
        version.add_metric([VERSION], 1)
        yield version
        if health.counts is not None:
            nodes = GaugeMetricFamily("konstelasi_graph", "What is in the graph", labels=["kind"])
            for kind in KINDS:
                nodes.add_metric([kind], getattr(health.counts, kind))
            yield nodes
