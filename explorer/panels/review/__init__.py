"""Panels of the review and quality pages."""
