"""Pages that the measures open."""
