"""What is drawn: the statements that are asked, and pure functions from their rows to one picture."""
