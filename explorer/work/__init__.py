"""Slow work: cancellable queries, pending writes, undoing, the ingest process."""
