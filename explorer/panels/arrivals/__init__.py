"""What came in since a moment, as entries with their evidence, for the page and for files."""
