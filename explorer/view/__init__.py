"""What one reader looks at: as a value, in the address bar, in the session, as of which day."""
