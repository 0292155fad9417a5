"""Replaces characters that databases, JSON and terminals do not accept, or escapes them in messages."""

from __future__ import annotations

_CONTROLS = {code: " " for code in range(32) if chr(code) not in "\t\n\r"} | {127: " "}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_REPLACED = _CONTROLS | _SURROGATES

_SHOWN = 80


def valid(text: str) -> str:
    """Replace control characters and lone surrogates, each by one other character, so that offsets stay."""
    return text.translate(_REPLACED)


def shown(text: str, longest: int = _SHOWN) -> str:
    """Format a text for a message: escape unprintable characters, and cut out the middle of a long one."""
    visible = "".join(char if char.isprintable() else _escape(char) for char in text)
    if len(visible) <= longest:
        return visible
    half = longest // 2
    return f"{visible[:half]}…{visible[-half:]}"


def _escape(char: str) -> str:
    """Escape a character; a surrogate that stands for a byte of a file's name is shown as that byte."""
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return char.encode("unicode_escape").decode("ascii")
