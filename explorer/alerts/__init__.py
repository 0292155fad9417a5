"""The reader's alerts: what is sent to them, how often and where to."""
