"""Measures event data by the hundred thousand and the million, on both engines and beside their peers."""
