"""Formats of articles: one module, or two, for each; `ingest.documents.readers` lists them."""
