"""Parses files that are no text. They may be harmful, so a separate process parses them (`worker`)."""
