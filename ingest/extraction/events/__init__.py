"""Who did what to whom: triggers, their parties, status, time, place and speaker, and how sure that is."""
