"""Analysts' decisions and their effects on the graph: verdicts, recoding, merging, tie counts."""
