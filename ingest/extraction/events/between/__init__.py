"""Who is on which side of an act between several: mediators, and parties that do it to each other."""
