"""Asks the server of the second reader, with limits on the time and the size of its answers."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpcore

from ingest.second_reader import question
from ingest.second_reader.settings import Service

MOST_BYTES = 1_000_000
"""The maximum size of an answer."""

MOST_TOKENS = 800
"""The maximum length of an answer that is asked for, in tokens."""

_CONNECT = 10.0  # seconds
_OK = 200


class AskingError(Exception):
    """The server gave no usable answer; the text says what happened."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model said, unchecked, and how many tokens it read and wrote."""

    said: Any
    read: int = 0
    written: int = 0


def ask(service: Service, sentence: str) -> Answer:
    """Ask about one sentence. Raises `AskingError` if there is no answer in JSON within the time."""
    body = _posted(service, json.dumps(_request(service, sentence)).encode())
    try:
        told = json.loads(body)
        text = told["choices"][0]["message"]["content"]
        said = json.loads(text)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise AskingError("its answer is not the JSON that was asked for") from error
    usage = told.get("usage") or {}
    return Answer(said, _count(usage, "prompt_tokens"), _count(usage, "completion_tokens"))


def _request(service: Service, sentence: str) -> dict[str, Any]:
    return {
        "model": service.model,
        "temperature": 0,
        "max_tokens": MOST_TOKENS,
        "messages": [
            {"role": "system", "content": question.instructions()},
            {"role": "user", "content": question.message(sentence)},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "events", "strict": True, "schema": question.schema()},
        },
    }


def _posted(service: Service, content: bytes) -> bytes:
    deadline = time.monotonic() + service.seconds
    headers = [("Content-Type", "application/json"), ("Accept-Encoding", "identity")]
    if service.key:
        headers.append(("Authorization", f"Bearer {service.key}"))
    timeouts = {"connect": min(_CONNECT, service.seconds), "read": service.seconds, "write": service.seconds}
    with (
        _failures(service),
        httpcore.ConnectionPool() as pool,
        pool.stream(
            "POST",
            f"{service.url}/chat/completions",
            headers=headers,
            content=content,
            extensions={"timeout": timeouts},
        ) as response,
    ):
        if response.status != _OK:
            raise AskingError(f"it answers {response.status}")
        return _body(response.iter_stream(), deadline, service)


def _body(pieces: Iterable[bytes], deadline: float, service: Service) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > MOST_BYTES:
            raise AskingError(f"its answer is longer than {MOST_BYTES:,} bytes")
        if time.monotonic() > deadline:
            raise AskingError(_late(service))
    return bytes(body)


def _late(service: Service) -> str:
    return f"it does not answer within {service.seconds:g} s"


@contextmanager
def _failures(service: Service) -> Iterator[None]:
    try:
        yield
    except httpcore.TimeoutException as error:
        raise AskingError(_late(service)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
        raise AskingError("it cannot be reached, or breaks off") from error


def _count(usage: object, name: str) -> int:
    found = usage.get(name) if isinstance(usage, dict) else None
    return found if isinstance(found, int) and found >= 0 else 0
