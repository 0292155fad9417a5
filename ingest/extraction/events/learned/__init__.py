"""Classifiers that give a second opinion on the events found by the rules."""
