"""What lasts: offices, control, membership and alliances that a sentence states."""
