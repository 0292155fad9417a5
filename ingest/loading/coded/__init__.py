"""Loads the events of data sets, such as ICEWS and GDELT, into the graph: each report becomes a claim."""
