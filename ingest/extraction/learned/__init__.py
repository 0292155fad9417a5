"""The learned half of the extraction: a second opinion on the events of rules, and events they miss."""
