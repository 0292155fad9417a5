"""The page *Actors* as elements: one actor, or the relation of two."""
