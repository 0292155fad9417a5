"""Measures the quality of the extraction on gold sentences: figures with intervals and floors.

`evaluate` reads gold in any of its shapes (see `ingest.evaluation.gold`), extracts each sentence on its own
and returns a `Report`. `ingest.evaluation.report` writes the report for people and for programs.
"""

from __future__ import annotations

from ingest.evaluation.report import Report
from ingest.evaluation.scoring import Selection, evaluate

__all__ = ["Report", "Selection", "evaluate"]
