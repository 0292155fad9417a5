"""Backup and restore of the embedded database; a backup is verified and tried out before it is restored."""
