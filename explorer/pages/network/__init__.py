"""The network page and its parts."""
