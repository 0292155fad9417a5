"""The page of the sources that are followed."""
