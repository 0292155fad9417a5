"""Cases in the reader's session: which one is open, adding to one from any page, typed text."""
