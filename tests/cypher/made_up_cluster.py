"""A cluster of three members that speak Bolt 5.2 on loopback and keep a list of texts instead of a graph.

It knows two statements, `WRITE` and `READ`. Only the leader writes. A follower has what was written when a
bookmark asks for it, and not before: it lags as far behind as the protocol allows.
"""

from __future__ import annotations

import socket
import socketserver
import struct
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from neo4j._codec.packstream import _common, v1

WRITE, READ = "WRITE", "READ"
_buffers: Any = _common  # they have no types
_codec: Any = v1
_HELLO, _GOODBYE, _RESET, _RUN, _BEGIN, _COMMIT, _PULL, _ROUTE = (
    0x01, 0x02, 0x0F, 0x10, 0x11, 0x12, 0x3F, 0x66
)  # fmt: skip
_SUCCESS, _RECORD, _IGNORED, _FAILURE = b"\x70", b"\x71", b"\x7e", b"\x7f"


class FailureError(Exception):
    """What a member answers instead of a success: a code of Neo4j."""


class DroppedError(Exception):
    """The member drops the connection."""


@dataclass
class Cluster:
    """The members by number, what the leader has written, and how the next requests go wrong."""

    members: list[_Member] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    leader: int = 0
    drop_at: list[int] = field(default_factory=list)
    """Tags of messages at which a connection is dropped, once each; see `COMMIT` and `RUN`."""
    fail_at_run: list[str] = field(default_factory=list)
    """Codes with which the next statements fail, once each."""
    seen: list[tuple[int, str]] = field(default_factory=list)
    """The member and the statement of each request."""

    @property
    def uri(self) -> str:
        """The address with which a driver gets to know all members: that of a follower."""
        return f"neo4j://127.0.0.1:{self.members[-1].port}"

    def table(self) -> dict[str, Any]:
        """Who writes, reads and tells the way at this moment."""
        places = [f"127.0.0.1:{each.port}" for each in self.members]
        followers = [place for number, place in enumerate(places) if number != self.leader]
        roles = {"WRITE": [places[self.leader]], "READ": followers, "ROUTE": places}
        servers = [{"role": role, "addresses": addresses} for role, addresses in roles.items()]
        return {"ttl": 300, "db": "neo4j", "servers": servers}

    def takers(self, text: str) -> list[int]:
        """The members that got a statement, in order."""
        return [number for number, said in self.seen if said == text]


class _Member(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, cluster: Cluster, number: int) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.cluster, self.number = cluster, number
        self.port = int(self.server_address[1])
        self.applied = 0

    def catch_up(self, bookmarks: list[str]) -> None:
        """Apply what the bookmarks ask for."""
        wanted = max((int(each.rpartition(":")[2]) for each in bookmarks), default=0)
        if wanted > len(self.cluster.written):
            raise FailureError("Neo.TransientError.Transaction.BookmarkTimeout")
        self.applied = max(self.applied, wanted)

    def answer(self, text: str, values: Mapping[str, Any]) -> list[str]:
        """The rows of a statement."""
        cluster = self.cluster
        cluster.seen.append((self.number, text))
        if cluster.fail_at_run:
            raise FailureError(cluster.fail_at_run.pop(0))
        if text.removeprefix("EXPLAIN ") == READ:
            return cluster.written[: len(cluster.written) if self.number == cluster.leader else self.applied]
        if self.number != cluster.leader:
            raise FailureError("Neo.ClientError.Cluster.NotALeader")
        return [str(values["value"])]


class _Talk(socketserver.StreamRequestHandler):
    server: _Member

    def handle(self) -> None:
        self.rfile.read(20)
        self.connection.sendall(b"\x00\x00\x02\x05")
        self.pending: list[str] = []
        self.rows: list[str] = []
        failed = False
        with suppress(DroppedError, ConnectionError):
            for tag, fields in self._messages():
                if failed and tag != _RESET:
                    self._send(_IGNORED)
                    continue
                try:
                    self._answer(tag, fields)
                    failed = False
                except FailureError as failure:
                    failed = True
                    self._send(_FAILURE, {"code": str(failure), "message": "as the test asked"})

    def _messages(self) -> Iterator[tuple[int, list[Any]]]:
        while True:
            parts = []
            while size := struct.unpack(">H", self._exactly(2))[0]:
                parts.append(self._exactly(size))
            if not parts:
                continue
            unpacker = _codec.Unpacker(_buffer(b"".join(parts)))
            size, tag = unpacker.unpack_structure_header()
            yield tag[0], [unpacker.unpack() for _ in range(size)]

    def _exactly(self, size: int) -> bytes:
        found = self.rfile.read(size)
        if len(found) < size:
            raise DroppedError
        return found

    def _answer(self, tag: int, fields: list[Any]) -> None:
        cluster = self.server.cluster
        if tag == _GOODBYE:
            raise DroppedError
        if tag in cluster.drop_at:
            cluster.drop_at.remove(tag)
            self.connection.shutdown(socket.SHUT_RDWR)
            raise DroppedError
        if tag == _RESET:
            self.pending = []
        self._send(_SUCCESS, self._told(tag, fields))

    def _told(self, tag: int, fields: list[Any]) -> dict[str, Any]:
        member, cluster = self.server, self.server.cluster
        if tag == _HELLO:
            return {"server": "Neo4j/5.7.0", "connection_id": f"bolt-{member.number}"}
        if tag == _ROUTE:
            return {"rt": cluster.table()}
        if tag == _BEGIN:
            member.catch_up(fields[0].get("bookmarks", []))
        if tag == _RUN:
            self.rows = member.answer(fields[0], fields[1])
            self.pending += self.rows if fields[0] == WRITE else []
            return {"fields": ["value"], "t_first": 0}
        if tag == _PULL:
            for row in self.rows:
                self._send(_RECORD, [row])
            return {"type": "rw" if self.pending else "r", "db": "neo4j", "t_last": 0}
        if tag == _COMMIT:
            cluster.written += self.pending
            at = len(cluster.written) if member.number == cluster.leader else member.applied
            self.pending = []
            return {"bookmark": f"made-up:{at}"}
        return {}

    def _send(self, tag: bytes, *fields: object) -> None:
        buffer = _buffers.PackableBuffer()
        _codec.Packer(buffer).pack_struct(tag, fields)
        data = bytes(buffer.data)
        self.connection.sendall(struct.pack(">H", len(data)) + data + b"\x00\x00")


def _buffer(data: bytes) -> object:
    buffer = _buffers.UnpackableBuffer()
    buffer.data[: len(data)] = data
    buffer.used = len(data)
    return buffer


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """A cluster that runs within the block."""
    cluster = Cluster()
    cluster.members = [_Member(cluster, number) for number in range(3)]
    for member in cluster.members:
        threading.Thread(target=member.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield cluster
    finally:
        for member in cluster.members:
            member.shutdown()
            member.server_close()


COMMIT, RUN = _COMMIT, _RUN
