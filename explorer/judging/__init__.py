"""Recording verdicts from the page: the form, recoding, conflicts."""
