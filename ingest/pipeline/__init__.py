"""Reads, extracts in chunks, keeps the order, and counts the results and the skipped inputs.

Extraction runs in this process, in worker processes, or on a Ray cluster, with the same results in the same
order. Nothing that is extracted from an article depends on other articles.
"""

from ingest.pipeline.chunks import CHUNK_DOCUMENTS
from ingest.pipeline.run import run
from ingest.pipeline.tally import Extracted, Tally, Warned

__all__ = ["CHUNK_DOCUMENTS", "Extracted", "Tally", "Warned", "run"]
