"""Judging on the page: the form, recoding, and conflicts with other analysts."""
