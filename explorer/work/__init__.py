"""Work that takes time: queries that can be cancelled, pending writes, the ingest process."""
