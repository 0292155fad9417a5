"""Measures: each module prints its figures, ratios within one run; `make bench` runs them all."""
