"""The font of pictures: that of the interface, which Streamlit brings. It has all Latin letters."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from PIL import ImageFont

_FOLDER, _NAME = "static/static/media", "SourceSansVF-Upright"
_WEIGHT = 420

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@cache
def font(size: int) -> Font:
    """Return the font in this size; if Streamlit has none, that of Pillow, which has fewer letters."""
    folder = files("streamlit").joinpath(_FOLDER)
    found = next((each for each in folder.iterdir() if each.name.startswith(_NAME)), None)
    if found is None:
        return ImageFont.load_default(size)
    with as_file(found) as path:
        chosen = ImageFont.truetype(str(path), size)
    chosen.set_variation_by_axes([_WEIGHT])
    return chosen
