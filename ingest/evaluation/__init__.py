"""How good the extraction is: gold sentences in, figures with intervals and floors out.

`evaluate` reads any of five shapes of gold (see `ingest.evaluation.gold`), extracts each sentence on its own
and gives a `Report`, which `ingest.evaluation.report` writes for people and programs.
"""

from __future__ import annotations

from ingest.evaluation.report import Report
from ingest.evaluation.scoring import Selection, evaluate

__all__ = ["Report", "Selection", "evaluate"]
