"""Whether two versions can be of one article: by the words of their titles, and by samples of their texts.

A sample stands for a text that is no longer at hand. It has the smallest hashes of all runs of three words,
so that two samples show about how many runs their texts share, also if one is much longer.
"""

from __future__ import annotations

import re
from struct import pack, unpack
from zlib import crc32

_RUN = 3  # words
_MOST = 64  # hashes
_BYTES = 4
_LONG = 4
"""The length in characters of the words of a title that count, if it has any."""

_TITLES = 0.5
"""Titles are alike if they share this part of the words of the one with fewer words."""

_TEXTS = 0.1
"""Texts are alike if they share this part of the runs of words of the one with fewer."""

_WORD = re.compile(r"\w+")


def sample_of(text: str) -> bytes:
    """Return the sample of a text: at most 64 hashes of 4 bytes, the smallest first."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}
    hashes = sorted({crc32(run.encode("utf-8", "replace")) for run in runs})
    return pack(f">{len(hashes[:_MOST])}I", *hashes[:_MOST])


def are_alike(title: str | None, sample: bytes | None, other_title: str | None, other: bytes | None) -> bool:
    """Whether titles or texts share much; also if nothing is known of one of the articles."""
    if sample is None or other is None:
        unknown = title is None or other_title is None
        return unknown or _share(_words(title), _words(other_title)) >= _TITLES
    return (
        _share(_words(title), _words(other_title)) >= _TITLES or _share(*_compared(sample, other)) >= _TEXTS
    )


def _words(title: str | None) -> set[str]:
    words = set(_WORD.findall((title or "").casefold()))
    return {each for each in words if len(each) >= _LONG} or words


def _compared(one: bytes, other: bytes) -> tuple[set[int], set[int]]:
    """Return the hashes of both samples up to where both are complete."""
    samples = [unpack(f">{len(sample) // _BYTES}I", sample) for sample in (one, other)]
    ends = [each[-1] for each in samples if len(each) == _MOST]
    first, second = ({each for each in sample if not ends or each <= min(ends)} for sample in samples)
    return first, second


def _share(one: set[str] | set[int], other: set[str] | set[int]) -> float:
    fewest = min(len(one), len(other))
    return len({*one} & {*other}) / fewest if fewest else 0.0
