"""The page *Since*: what came in since a moment, or two days compared."""
