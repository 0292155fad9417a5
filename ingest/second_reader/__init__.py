"""A second reader: a language model reads again what the extractor doubts. Off unless it is set up.

What it says is used only where it points at words of the sentence. Its claims have an extractor of their own,
and so little confidence that the lens *trusted* shows them only when an analyst has verified them.
Other packages import only from this module.
"""

from ingest.second_reader.reading import SecondReader, Spent, second_reader

__all__ = ["SecondReader", "Spent", "second_reader"]
