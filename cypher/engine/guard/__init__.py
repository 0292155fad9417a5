"""Keeps typed queries from blocking the engine for others: slots, memory pressure, and the warden."""
