"""Kills parts of a running system again and again, and counts what that costs."""
