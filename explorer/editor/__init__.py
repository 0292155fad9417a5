"""The Cypher editor: a Streamlit component with a bundled CodeMirror that completes names from our graph."""

from explorer.editor.component import Mistake, Shown, draw_cypher
from explorer.editor.vocabulary import vocabulary

__all__ = ["Mistake", "Shown", "draw_cypher", "vocabulary"]
