"""Questions and their answers: forms, the editor, running, and results as table, chart and file."""
