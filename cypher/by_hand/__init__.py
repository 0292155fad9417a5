"""Claims that analysts make by hand: their parties and sources, and how they are written and withdrawn."""
