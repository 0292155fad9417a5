"""Cases: what a team works on together, with its members and what they collected."""
