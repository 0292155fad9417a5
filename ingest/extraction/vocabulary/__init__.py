"""The data of a language: its data files as typed objects, and the forms of its words."""
