"""What surrounds every page: sidebar, errors, tour."""
