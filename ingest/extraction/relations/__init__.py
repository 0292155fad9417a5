"""Finds lasting relations that a sentence states: offices, control, membership and alliances."""
