"""The commands that read news; results go to standard output, all else to standard error."""
