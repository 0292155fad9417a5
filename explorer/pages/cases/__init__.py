"""The page *Cases*."""
