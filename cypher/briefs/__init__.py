"""Briefs: what an analyst collects to send on, with its evidence as it was when it was collected."""
