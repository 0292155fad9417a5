"""Benchmarks: each module prints its figures; `make bench` runs them all.

Figures that compare two programs are ratios from one run.
"""
