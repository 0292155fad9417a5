"""Resolves mentions to entities: the gazetteer, linking and coreference."""
