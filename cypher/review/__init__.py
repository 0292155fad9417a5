"""What judgements are good for: review queues, quality figures, training data."""
