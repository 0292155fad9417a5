"""The parts that all pages share: sidebar, settings, error messages, tour."""
