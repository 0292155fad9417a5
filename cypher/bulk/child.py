"""Imports the files of a graph by the embedded engine's own bulk path, in a process that has Java within.

Run as ``python -m cypher.bulk.child FILES DATABASE HEAP_MB``; constraints and indexes are made at the end.
Nothing else opens the database meanwhile. A signal may end the process anywhere: the folder is then useless.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
from arcadedb_embedded.jvm import start_jvm
from jpype import JClass

from cypher.bulk.files import ClosedFiles, Kind
from cypher.catalog.catalog import catalog

_PIECE = 20_000
"""Nodes or relationships that are given to Java at once."""

_HELD_PER_MB = 400
"""Relationships that Java holds before it writes them, for each MB of its heap; one takes about 200 bytes."""

_LEAST_HELD = 100_000

_COMMITTED = 50_000
"""Nodes or relationships of one transaction; Java holds all that a transaction changes."""

_COLLECTOR = "-XX:+UseParallelGC"
"""How Java collects garbage: with a sixth less work than usual, in pauses that nobody notices here."""

Placed = tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]", int]
"""The numbers of a label's nodes in order, the engine's positions of these nodes, and its bucket."""


def main(source: str, database: str, heap: str) -> None:
    """Create the folder `database` from the files in `source`, with a heap of at most `heap` MB."""
    start_jvm(heap_size=f"{heap}m", jvm_args=[_COLLECTOR])
    files = ClosedFiles.in_folder(Path(source))
    opened = JClass("com.arcadedb.database.DatabaseFactory")(database).create()
    _create_types(opened, files)
    batch = (
        opened.batch()
        .withWAL(False)
        .withCommitEvery(_COMMITTED)
        .withBatchSize(min(max(int(heap) * _HELD_PER_MB, _LEAST_HELD), 5_000_000))
        .withMaxDeferredIncomingEdges(int(heap) * 2 * _HELD_PER_MB)
        .build()
    )
    to_nodes = JClass("com.arcadedb.python.VertexBatcher")
    to_relationships = JClass("com.arcadedb.python.EdgeBatcher")
    places = {label: _nodes(files, label, batch, to_nodes) for label in files.nodes}
    for kind in files.relationships:
        _relationships(files, kind, places, batch, to_relationships)
    batch.close()
    for name, each in catalog().items():
        if name.startswith("schema/"):
            opened.command("opencypher", each.text).close()
    opened.close()


def _create_types(opened: Any, files: ClosedFiles) -> None:  # noqa: ANN401 - JPype has no types
    schema = opened.getSchema()
    opened.begin()
    for label in files.nodes:
        schema.createVertexType(label)
    for name in dict.fromkeys(kind.type for kind in files.relationships):
        schema.createEdgeType(name)
    opened.commit()


def _nodes(files: ClosedFiles, label: str, batch: Any, to_nodes: Any) -> Placed:  # noqa: ANN401
    positions = np.empty(files.nodes[label], dtype=np.int64)
    done, bucket = 0, 0
    for piece in files.lines(label, _PIECE):
        created = str(to_nodes.createVerticesJson(batch, label, f"[{','.join(piece)}]")).split(";")
        bucket = int(created[0][1:].partition(":")[0])
        if any(not each.startswith(f"#{bucket}:") for each in created):
            raise SystemExit(f"The engine put the nodes of {label} into several places.")
        positions[done : done + len(created)] = [int(each.partition(":")[2]) for each in created]
        done += len(created)
    numbers = np.fromfile(files.numbers(label), dtype=np.uint64)
    if not done == len(numbers) == len(positions):
        raise SystemExit(f"The files have {done} nodes of {label}, and should have {len(positions)}.")
    order = np.argsort(numbers)
    return numbers[order], positions[order], bucket


def _relationships(
    files: ClosedFiles,
    kind: Kind,
    places: dict[str, Placed],
    batch: Any,  # noqa: ANN401
    to_relationships: Any,  # noqa: ANN401
) -> None:
    name = ".".join(kind)
    pairs = np.memmap(files.numbers(name), dtype=np.uint64, mode="r").reshape(-1, 2)
    lines = files.lines(name, _PIECE)
    for at in range(0, len(pairs), _PIECE):
        starts = list(_placed(pairs[at : at + _PIECE, 0], places[kind.start], kind.start))
        ends = list(_placed(pairs[at : at + _PIECE, 1], places[kind.end], kind.end))
        told = next(lines)
        if all(line == "{}\n" for line in told):
            to_relationships.newEdgesJoined(batch, ";".join(starts), kind.type, ";".join(ends))
            continue
        rows = (
            f'{{"_src":"{start}","_dst":"{end}"{"," if len(line) > 3 else ""}{line[1:]}'
            for start, end, line in zip(starts, ends, told, strict=True)
        )
        to_relationships.newEdgesJson(batch, kind.type, f"[{','.join(rows)}]")


def _placed(numbers: np.ndarray[Any, Any], placed: Placed, label: str) -> Iterator[str]:
    known, positions, bucket = placed
    found = np.searchsorted(known, numbers)
    if len(known) == 0 or found.max() >= len(known) or (known[found] != numbers).any():
        raise SystemExit(f"A relationship names a node of {label} that is not in the files.")
    return (f"#{bucket}:{position}" for position in positions[found].tolist())


def _end_with_parent() -> None:
    """End this process when the one that started it has ended, which closes the other end of the input."""
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    Thread(target=_end_with_parent, daemon=True).start()
    main(*islice(sys.argv, 1, 4))
    sys.stdout.write(json.dumps({"done": True}) + "\n")
    sys.stdout.flush()
    os._exit(0)  # Java's threads would keep the process
