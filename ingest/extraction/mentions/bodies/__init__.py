"""Names of institutions and places: by their type words, organs, offices' fields, seats and states."""
