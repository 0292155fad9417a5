"""The process that parses binary files: ``python -m ingest.documents.binary.worker SECONDS``.

It reads requests from standard input, each a line of JSON with the name of the parser and the number of bytes
that follow, and answers each with a line of JSON. It ends with its input.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, BinaryIO

from ingest.documents.binary.eml import mail_of_eml
from ingest.documents.binary.outlook import mail_of_msg
from ingest.documents.binary.parsed import Mail, Paper
from ingest.documents.binary.pdf import paper_of_pdf
from ingest.documents.binary.process import READY
from ingest.documents.binary.word import paper_of_docx
from ingest.documents.records import UnusableError

PARSERS: dict[str, Callable[[bytes], Paper | Mail]] = {
    "pdf": paper_of_pdf,
    "docx": paper_of_docx,
    "eml": mail_of_eml,
    "msg": mail_of_msg,
}
MEMORY = 1 << 30
"""The bytes of memory that parsing may take beside the program itself."""

_HINT = "Open it in its own program, and save its text."


def serve(requests: BinaryIO, answers: BinaryIO, seconds: float) -> None:
    """Answer requests until they end. A file that takes more than `seconds` of processor ends the process."""
    while line := requests.readline():
        parser, size = json.loads(line)
        data = requests.read(size)
        _limit_time(seconds)
        answer = answer_to(parser, data)
        _limit_time(0)
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def answer_to(parser: str, data: bytes) -> dict[str, Any]:
    """Return what a parser gives, or why it refuses the file; `ends` if the process can parse no other."""
    try:
        return {"parsed": asdict(PARSERS[parser](data))}
    except UnusableError as refusal:
        return {"refused": (refusal.reason, refusal.hint)}
    except MemoryError:
        error = UnusableError(f"needs more than {MEMORY // 2**20:,} MiB of memory to read", _HINT)
        return {"refused": (error.reason, error.hint), "ends": True}
    except RecursionError:
        error = UnusableError("is nested too deeply to be read", _HINT)
    except Exception:  # noqa: BLE001 - a damaged file can fail anywhere in a library; it costs only itself
        error = UnusableError("is damaged: its content cannot be read", _HINT)
    return {"refused": (error.reason, error.hint)}


def _limit_time(seconds: float) -> None:
    """End this process after so many seconds of processor, whatever a library does; 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none

        used = int(_field("VmSize:")) * 1024
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
    except (ImportError, OSError, ValueError):
        return


def _field(name: str) -> str:
    """Return a field of what Linux says of this process."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - no path of a user
        return next(line.split()[1] for line in status if line.startswith(name))


def main() -> None:
    """Serve requests from standard input; only answers go to standard output."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _limit_memory()
    answers.write(READY)
    answers.flush()
    serve(sys.stdin.buffer, answers, float(sys.argv[1]))


if __name__ == "__main__":
    main()
