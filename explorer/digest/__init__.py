"""What came in, as a file: one offline page, or an Atom feed."""
