"""Finds the names in a sentence (people, organisations, places), the offices people hold, and dates."""
