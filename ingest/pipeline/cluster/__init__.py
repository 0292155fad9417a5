"""Extraction on a Ray cluster. Ray is optional (requirements-ray.txt) and imported only where it runs."""
