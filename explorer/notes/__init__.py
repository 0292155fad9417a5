"""Notes in the app: drafts in the session, the form, and its writes."""
