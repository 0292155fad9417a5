"""The Bolt driver, and the only place that imports it: settings, connections, errors, results."""
