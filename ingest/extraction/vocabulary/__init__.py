"""What the code knows about a language: its data files, typed, and the forms that its words take."""
