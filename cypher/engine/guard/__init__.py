"""Keeps typed queries from harming others: slots, memory pressure, and the warden that ends them."""
