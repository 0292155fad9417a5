"""What statements cannot compute: results that follow from their rows, by functions without a database."""
