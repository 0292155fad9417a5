"""Serving the app: its address, the host names that it accepts, its headers and its process."""
