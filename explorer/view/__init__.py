"""What the reader is looking at: the view as a value, in the URL and in the session, and as of which day."""
