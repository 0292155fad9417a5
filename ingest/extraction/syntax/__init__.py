"""The syntax of a sentence as the rules see it: words with their parse, noun phrases and clauses."""
