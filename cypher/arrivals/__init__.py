"""What came into the graph since a moment: by source and topic, what it changed, and what it touches."""
