"""The parts that all pages share: sidebar, error messages, tour."""
