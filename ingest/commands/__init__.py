"""The commands that read news. Results go to standard output, messages to standard error."""
