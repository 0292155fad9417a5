"""The learned half of the extraction: a second opinion on the events that rules found."""
