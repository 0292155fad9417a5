"""The menu with the files of a brief or a case."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from explorer.briefs.files import FileFormat
from explorer.view.audited import Deed, signature
from explorer.words import Words

LABELS: Mapping[FileFormat, str] = {
    FileFormat.HTML: "Offline page (HTML)",
    FileFormat.MARKDOWN: "Markdown",
    FileFormat.DOCX: "Word (DOCX)",
}
"""The formats of files in the order of the menu, in English."""


def draw_files(
    kind: str, subject: str, title: str, version: int, make: Callable[[FileFormat], bytes], words: Words
) -> None:
    """Draw the menu for a `kind` of thing, such as ``brief``, whose id is `subject`.

    `make` writes a file when the reader clicks, in another thread, so it must not look into the session.
    """
    name = re.sub(r"[^\w]+", "-", title.casefold()).strip("-")[:60] or kind
    with st.popover(words("Download"), icon=":material/download:", width="content", key=f"{kind} download"):
        for form, label in LABELS.items():
            deed = Deed(f"export {kind}", subject, {"format": form.ending})
            st.download_button(
                words(label),
                signature().exporting(deed, partial(make, form)),
                file_name=f"konstelasi-{name}-{version}.{form.ending}",
                mime=form.media_type,
                on_click="ignore",
                type="tertiary",
                key=f"{kind} {form.value}",
            )
