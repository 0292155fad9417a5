"""What the pages ask the database, kept by data version."""
