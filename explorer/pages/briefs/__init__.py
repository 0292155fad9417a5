"""The page *Briefs*."""
