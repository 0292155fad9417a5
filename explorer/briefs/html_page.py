"""A brief as one HTML page that opens offline.

It has no script, and its content security policy allows only its own style sheet, by its hash. All texts are
escaped; the only links are those to the articles and into the app, and only if they are web addresses.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable, Sequence
from functools import cache, singledispatch
from importlib.resources import files
from string import Template

from cypher.database.export import well_formed
from explorer.briefs.blocks import Block, Grid, Heading, Line, Look, Picture, Quote
from explorer.briefs.pictures.svg import as_svg
from explorer.briefs.plain import one_line
from explorer.elements import link
from explorer.words import Words


def as_html(blocks: Sequence[Block], title: str, words: Words) -> str:
    """Write the blocks as a page with this title, in the language of `words`."""
    style = _text_of("brief.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return Template(_text_of("brief.html")).substitute(
        language=words.language,
        title=_safe(title),
        style=style,
        style_hash=f"'sha256-{digest}'",
        content="\n".join(_written(block, words) for block in blocks),
    )


def _safe(text: str) -> str:
    return html.escape(one_line(text))


@singledispatch
def _written(block: Block, _words: Words) -> str:
    raise NotImplementedError(type(block).__name__)


@_written.register
def _heading(block: Heading, _words: Words) -> str:
    return f"<h{block.level}>{_safe(block.text)}</h{block.level}>"


@_written.register
def _line(block: Line, words: Words) -> str:
    look = "" if block.look is Look.PLAIN else f' class="{block.look.value}"'
    mark = "⚠ " if block.look is Look.NOTICE else ""
    links = _link(block.url, words("original ↗")) + _link(block.opens, words("open in Konstelasi"))
    return f"<p{look}>{mark}{_safe(block.text)}{links}</p>"


@_written.register
def _quote(block: Quote, _words: Words) -> str:
    return f"<blockquote>{_safe(block.text)}</blockquote>"


@_written.register
def _grid(block: Grid, _words: Words) -> str:
    if not block.columns:
        return ""
    head = _cells("th", block.columns)
    rows = "".join(f"<tr>{_cells('td', row)}</tr>" for row in block.rows)
    return f'<div class="table"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


@_written.register
def _picture(block: Picture, words: Words) -> str:
    drawn = as_svg(block.draw(), block.said)
    return f'<p class="soft">{_safe(block.caption)}</p>{drawn}{_grid(block.grid, words)}'


def _cells(tag: str, texts: Iterable[str]) -> str:
    return "".join(f"<{tag}>{_safe(text)}</{tag}>" for text in texts)


def _link(url: str | None, text: str) -> str:
    """Link to an address if it is one of the web, as panels do."""
    href = link(well_formed(url or "")).href
    return (
        f' · <a href="{html.escape(href)}" rel="noreferrer noopener">{html.escape(text)}</a>' if href else ""
    )


@cache
def _text_of(name: str) -> str:
    return files("explorer.briefs").joinpath(name).read_text(encoding="utf-8")
