"""Reads event data sets, such as ICEWS and GDELT: files in, coded events out."""
