"""Fetches from the web what strangers send, within limits of time and size, and not from private networks."""
