"""Follows sources: fetches them again and again, and loads the articles that are new.

What a fetch finds is first queued in the data folder (`queue`), then loaded into the graph and marked as done
(`loading`). A process that is killed at any moment therefore loses nothing, and repeats nothing: what was
queued is loaded by the next one, and loading an article again changes nothing.
"""
