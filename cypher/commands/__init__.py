"""The commands of the command line that use only the database."""
