"""Who takes part in an act: the slots around a verb, and those around an event noun."""
