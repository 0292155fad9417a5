"""The pictures of a brief, drawn in Python: each is laid out once as shapes, and written as SVG or PNG."""
