"""The readers of the data sets: a file for each, and what only one of them needs."""
