"""Reads events from somebody's own table, by a mapping of its columns."""
