"""Alerts: what new claims say of what somebody watches, one item for each entity or pair, to be sent."""
