"""What analysts say of claims, and what follows from it: verdicts, recoding, merging, tie counts."""
