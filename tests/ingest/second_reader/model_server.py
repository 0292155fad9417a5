"""A server that speaks the protocol of OpenAI, and answers rightly, wrongly, late or not at all."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.loopback import serving_by


@dataclass
class ModelServer:
    """What it was asked, and what it answers: `answer` gives the content of the message for a sentence."""

    answer: Callable[[str], str]
    status: int = 200
    wait: float = 0.0
    drip: float = 0.0
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    url: str = ""

    def reply(self, request: dict[str, Any]) -> bytes:
        """The body of an answer."""
        sentence = json.loads(request["messages"][-1]["content"])["sentence"]
        message = {"role": "assistant", "content": self.answer(sentence)}
        usage = {"prompt_tokens": 400, "completion_tokens": 30}
        return json.dumps({"choices": [{"message": message}], "usage": usage}).encode()


@contextmanager
def answering(answer: Callable[[str], str]) -> Iterator[ModelServer]:
    """Serve within the block."""
    server = ModelServer(answer)

    class Visit(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.asked.append({"path": self.path, **request})
            server.keys.append(self.headers["Authorization"])
            time.sleep(server.wait)
            body = server.reply(request) if server.status == 200 else b"busy"
            self.send_response(server.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for byte in (body[at : at + 1] for at in range(len(body))) if server.drip else (body,):
                time.sleep(server.drip)
                with suppress(BrokenPipeError, ConnectionResetError):  # the reader gave up
                    self.wfile.write(byte)

        def log_message(self, *_: object) -> None:
            pass

    with serving_by(Visit) as port:
        server.url = f"http://127.0.0.1:{port}/v1"
        yield server


def events(*told: dict[str, Any]) -> str:
    """The content of an answer with these events."""
    return json.dumps({"events": told})


def event(trigger: str, actor: str | None, recipient: str | None, **other: Any) -> dict[str, Any]:  # noqa: ANN401
    """An event of an answer: an actual threat, unless something else is said."""
    told = {"type": "THREATEN", "status": "actual", "actor": actor, "recipient": recipient}
    return {**told, "trigger": trigger, **other}
