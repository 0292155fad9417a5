"""Rows of the catalogue's statements as records; all modules but `row` are written by `make records`."""
