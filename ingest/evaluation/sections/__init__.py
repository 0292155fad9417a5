"""Sections of a report: one module for each kind of gold, and figures that several share."""
