"""Backups of the embedded engine: written with a manifest, verified and tried before they replace a graph."""
