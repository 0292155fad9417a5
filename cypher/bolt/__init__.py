"""The Bolt driver: settings, connections, errors and results as plain values."""
