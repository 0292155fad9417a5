"""The page *Operations*, for those who run the app."""
