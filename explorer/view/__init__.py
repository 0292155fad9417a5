"""The reader's state: the view as a value, in the URL and in the session; name, day, and undo list."""
