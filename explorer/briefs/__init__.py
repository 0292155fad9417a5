"""Briefs as readers see them: as blocks of text, and as Markdown, HTML and DOCX."""
