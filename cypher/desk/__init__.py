"""What analysts save besides judgements: their own queries, views, watches and visits."""
