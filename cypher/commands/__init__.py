"""The commands of the command line that talk to the database."""
