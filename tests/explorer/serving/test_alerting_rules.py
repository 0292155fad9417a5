"""The alerts: every figure that a rule names is given by the app, and the documentation has every alert."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from cypher.backups.noted import note_backup
from cypher.records.explore import GraphCounts
from cypher.sources import listing
from cypher.sources.source import Source
from cypher.sources.store import Store
from explorer.serving.counting import part_of
from explorer.serving.health import Health
from explorer.serving.metrics import KINDS, Metrics
from explorer.serving.standing import Standing
from tests.explorer.serving.running import served

ROOT = Path(__file__).parents[3]
RULES = ROOT / "deploy" / "alerts.yml"
NAME = re.compile(r"\b(?:konstelasi|process)_\w+")
LABELS = re.compile(r'(\w+)\s*(?:=~|!~|!=|=)\s*"')


def rules() -> list[dict[str, Any]]:
    groups = yaml.safe_load(RULES.read_text(encoding="utf-8"))["groups"]
    return [rule for group in groups for rule in group["rules"]]


def figures(home: Path) -> dict[str, dict[str, set[str]]]:
    """The figures of a server with a source, a backup and a failed statement, with their labels."""
    store = Store(home)
    listing.add(store, Source("Antara", "https://www.antaranews.com/rss"))
    (home / "graph.zip").write_bytes(b"x")
    note_backup(home, home / "graph.zip")
    counts = GraphCounts(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, True)
    metrics = Metrics(lambda: Health(counts=counts), [Standing(home)])
    metrics.request(part_of("/"), 500, 0.1)
    metrics.statement("explore/counts", 0.1, "ClientError")
    metrics.page_error(ValueError())
    found: dict[str, dict[str, set[str]]] = {}
    for family in text_string_to_metric_families(metrics.text().decode()):
        for sample in family.samples:
            labels = found.setdefault(sample.name, {})
            for label, value in sample.labels.items():
                labels.setdefault(label, set()).add(value)
    return found


def test_every_rule_has_what_an_operator_needs() -> None:
    named = [rule["alert"] for rule in rules()]
    assert len(named) == len(set(named)) > 8
    for rule in rules():
        assert rule["labels"]["severity"] in {"warning", "critical"}, rule
        assert rule["annotations"]["summary"].endswith("."), rule
        assert rule["annotations"]["do"].endswith("."), rule
        assert re.fullmatch(r"\d+[smhd]", rule["for"]), rule
        assert rule["expr"].count("(") == rule["expr"].count(")")


def test_every_figure_and_label_of_a_rule_is_given_by_the_app(tmp_path: Path) -> None:
    given = figures(tmp_path)
    for rule in rules():
        names = NAME.findall(rule["expr"])
        assert names, rule
        for name in names:
            if name == "konstelasi_last_fetch_age_seconds":  # given once something was fetched
                continue
            assert name in given, f"{rule['alert']}: {name}"
        for label, value in re.findall(r'(\w+)="([^"]*)"', rule["expr"]):
            if label != "job":
                assert any(value in given[name].get(label, ()) for name in names), f"{rule['alert']}: {label}"


def test_the_documentation_has_every_alert_and_every_figure(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "serving.md").read_text(encoding="utf-8")
    for rule in rules():
        assert f"| `{rule['alert']}` |" in text, rule["alert"]
    given = (name for name in figures(tmp_path) if not name.endswith("_created"))
    names = {re.sub(r"_(bucket|count|sum)$", "", name) for name in given}
    missing = {name for name in names if name.startswith("konstelasi_") and f"`{name}`" not in text}
    assert not missing


def test_a_data_folder_that_is_gone_leaves_the_other_figures(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    metrics = Metrics(lambda: Health("the database does not answer"), [Standing(home)])
    shutil.rmtree(home)
    text = metrics.text().decode()
    assert "\nkonstelasi_audit_failures_total " in text
    assert "konstelasi_disk_free_bytes" not in text
    assert not home.exists()


def test_the_graph_has_every_kind_that_is_counted() -> None:
    assert set(KINDS) <= set(GraphCounts.__match_args__)


@pytest.mark.slow
def test_the_running_server_gives_them_and_its_log_is_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONSTELASI_LOG", "json")
    with served(tmp_path) as app:
        assert app.answer("/readyz").status == 503
        text = app.answer("/metrics").text
        app.process.terminate()
        code, said = app.end()
    assert code == 0
    assert "konstelasi_disk_free_bytes" in text
    assert "konstelasi_audit_failures_total" in text
    lines = [json.loads(line) for line in said.splitlines() if line]
    assert any(line["message"].startswith("Not ready") and line["level"] == "warning" for line in lines)
    assert all({"time", "level", "logger", "message"} <= line.keys() for line in lines)
