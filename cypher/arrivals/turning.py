"""Pairs that turned between cooperation and conflict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cypher.arrivals.grouping import grouped
from cypher.arrivals.items import Asked, Balance
from cypher.arrivals.news import News
from cypher.arrivals.reading import Reading
from cypher.model.graph import Level, Sign
from cypher.model.tie_ids import tie_id
from cypher.records.arrivals import HeardBefore, StatedTie, StoredTie

_SIGNS = (Sign.COOPERATION, Sign.CONFLICT)

_Pair = frozenset[str]

_Counts = Mapping[str, StoredTie]


@dataclass(frozen=True, slots=True)
class Turn:
    """A pair that turned: its voices before and now, the tie with the new sign, and the new claims of it."""

    before: Balance
    now: Balance
    tie: str
    claims: tuple[str, ...]


def turns(database: Reading, news: News, asked: Asked) -> list[Turn]:
    """Return the pairs whose leading sign of earlier claims differs from that of the new ones.

    Voices that were heard before are not new. A pair whose new claims are all dated before its latest
    event of the former sign did not turn.
    """
    level = Level(asked.level)
    pairs = _pairs(news)
    counts = {**news.stored, **_others(database, pairs, news, asked)}
    known = {pair: rows for pair, rows in pairs.items() if _has_earlier(pair, counts, news, level)}
    fresh = _without_heard(database, known, news, asked)
    found = (_turn(_ties_of(pair, level), rows, counts, news) for pair, rows in fresh.items())
    turned = [turn for turn in found if turn]
    return sorted(turned, key=lambda turn: (-turn.now.voices, -turn.before.voices, turn.tie))


def _pairs(news: News) -> dict[_Pair, list[StatedTie]]:
    """Return what new claims state of two parties, cooperation and conflict only."""
    return grouped(
        (frozenset((each.actor, each.recipient)), each)
        for each in news.stated
        if not each.denies and each.sign in _SIGNS
    )


def _ties_of(pair: _Pair, level: Level) -> dict[str, Sign]:
    """Return the ids of all ties that two parties may have, with their signs."""
    ends = sorted(pair)
    ways = ((ends[0], ends[-1]), (ends[-1], ends[0]))
    return {tie_id(way, sign, None, level): sign for sign in _SIGNS for way in ways}


def _others(database: Reading, pairs: Iterable[_Pair], news: News, asked: Asked) -> dict[str, StoredTie]:
    """Read the ties of these pairs on which no new claim is."""
    level = Level(asked.level)
    ids = sorted({tie for pair in pairs for tie in _ties_of(pair, level)} - news.stored.keys())
    rows = database.rows(StoredTie, "arrivals/stored_ties", ids=ids, lens=asked.lens) if ids else ()
    return {row.tie: row for row in rows}


def _has_earlier(pair: _Pair, counts: _Counts, news: News, level: Level) -> bool:
    ties = (tie for tie in _ties_of(pair, level) if tie in counts)
    return any(counts[tie].claims > len(news.formed.get(tie, ())) for tie in ties)


def _without_heard(
    database: Reading, pairs: Mapping[_Pair, Sequence[StatedTie]], news: News, asked: Asked
) -> dict[_Pair, list[StatedTie]]:
    """Leave out claims whose voice claimed the same tie before."""
    told = {(news.claims[each.claim].voice, each.tie) for rows in pairs.values() for each in rows}
    rows = [{"voice": voice, "tie": tie} for voice, tie in sorted(told)]
    if not rows:
        return {}
    found = database.rows(HeardBefore, "arrivals/heard_voices", rows=rows, since=asked.since, lens=asked.lens)
    heard = {(row.voice, row.tie) for row in found}
    return {
        pair: [each for each in rows if (news.claims[each.claim].voice, each.tie) not in heard]
        for pair, rows in pairs.items()
    }


def _turn(ties: Mapping[str, Sign], rows: Sequence[StatedTie], counts: _Counts, news: News) -> Turn | None:
    voices: dict[str, set[str]] = {}
    for each in rows:
        voices.setdefault(each.tie, set()).add(news.claims[each.claim].voice)
    now = _balance(ties, {tie: len(each) for tie, each in voices.items()})
    whole = _balance(ties, {tie: counts[tie].voices for tie in ties if tie in counts})
    before = Balance(whole.cooperation - now.cooperation, whole.conflict - now.conflict)
    new, old = now.lead, before.lead
    if new is None or old is None or new is old:
        return None
    leading = [each for each in rows if each.sign == new]
    newest = max(leading, key=lambda each: (_last_day(each, news), each.claim))
    latest = max(counts[tie].last_date or "" for tie, sign in ties.items() if sign is old and tie in counts)
    if _last_day(newest, news) < latest:
        return None
    return Turn(before, now, newest.tie, tuple(each.claim for each in leading))


def _balance(ties: Mapping[str, Sign], voices: Mapping[str, int]) -> Balance:
    return Balance(*(sum(voices.get(tie, 0) for tie, of in ties.items() if of is sign) for sign in _SIGNS))


def _last_day(stated: StatedTie, news: News) -> str:
    return news.claims[stated.claim].placed_until or ""
