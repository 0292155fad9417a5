"""Extracts events: triggers, their parties, status, time, place and speaker, and the confidence."""
