"""Sends alerts: as Atom feeds, to webhooks and by mail."""
