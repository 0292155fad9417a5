"""The page that imports data sets of events, and tables of one's own."""
