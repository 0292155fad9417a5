"""Claims by hand in the app: drafts in the session, the form, and its writes."""
