"""The reads of the pages from the database, cached by data version."""
