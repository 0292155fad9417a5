"""The Cypher editor: a Streamlit component on a bundled CodeMirror that completes what our graph has."""

from explorer.editor.component import Mistake, draw_cypher
from explorer.editor.vocabulary import vocabulary

__all__ = ["Mistake", "draw_cypher", "vocabulary"]
