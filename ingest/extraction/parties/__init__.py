"""Finds the parties that a noun phrase refers to: by a name, a description, a possessive or a pronoun."""
