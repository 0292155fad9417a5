"""Uses of judgements: review queues, quality figures, training data."""
