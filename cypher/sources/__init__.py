"""The sources that are followed, and what is known of each: a file of the data folder.

`ingest.following` fetches them and writes here; the explorer shows them and asks for changes.
"""
