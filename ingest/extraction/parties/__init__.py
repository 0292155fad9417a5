"""Whom a noun phrase means: named, unnamed, possessed or referred to."""
