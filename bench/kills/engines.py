"""Kills the engine while two people judge. Each judgement that was acknowledged must be there."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from bench.kills.found import Found, rest
from bench.kills.loading import articles
from cypher.database import Role, Settings, connect
from cypher.engine.folder import EngineFolder
from cypher.engine.processes import Server
from cypher.errors import KonstelasiError
from cypher.judging.annotations import annotate
from cypher.judging.tie_counts import recount
from cypher.model.graph import Judgement
from ingest.loading.load import load

_BATCHES = "MATCH (annotation:Annotation) RETURN DISTINCT annotation.batch"


def kill(home: Path, rounds: int) -> Found:
    """Kill the engine in each round, at a random moment of its work."""
    found = Found("engine")
    settings = Settings(home=home / "engine")
    given = articles(0)
    with connect(settings, Role.ANALYST) as database:
        load(database, given)
    claims = [claim.id for each in given for claim in each.claims]
    acknowledged: list[str] = []
    done = threading.Event()
    judges = [
        threading.Thread(target=_judge, args=(settings, name, claims[place::2], acknowledged, done))
        for place, name in enumerate(("Ani", "Budi"))
    ]
    for judge in judges:
        judge.start()
    try:
        while found.rounds < rounds:
            rest(3)
            if server := Server.read(EngineFolder(settings.home)):
                found.rounds += _killed(server)
    finally:
        done.set()
        for judge in judges:
            judge.join()
    found.acknowledged = len(acknowledged)
    with connect(settings, Role.ANALYST) as database:
        kept = {str(batch) for (batch,) in database.read_text(_BATCHES).rows}
        if mended := recount(database).mended:
            found.unmended.append(f"{mended} ties had wrong counts")
    found.lost = [batch for batch in acknowledged if batch not in kept]
    return found


def _killed(server: Server) -> bool:
    """Kill the engine's process, and wait for its end; return whether it was alive."""
    process = server.java.process()
    if process is None:
        return False
    process.kill()
    while server.java.alive():
        time.sleep(0.05)
    return True


def _judge(
    settings: Settings, author: str, claims: list[str], acknowledged: list[str], done: threading.Event
) -> None:
    """Judge one claim after the other, round and round; keep the ids of what was acknowledged."""
    number = 0
    with connect(settings, Role.ANALYST) as database:
        while not done.is_set():
            judgement = (Judgement.VERIFIED, Judgement.REJECTED)[number // len(claims) % 2]
            try:
                acknowledged.append(
                    annotate(database, claims[number % len(claims)], judgement, author=author)
                )
            except KonstelasiError:
                continue  # not acknowledged; the same is tried again
            number += 1
