"""How the app is served: where it listens, whom it answers, the headers it sends, and its process."""
