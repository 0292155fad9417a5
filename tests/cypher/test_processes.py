"""Processes are stopped for certain, and what has ended is not waited for."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import psutil
import pytest

from cypher.engine.processes import Identity, stop_process

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("ended", [False, True])
def test_a_process_whose_parent_does_not_ask_for_its_end_is_gone_when_it_has_ended(ended: bool) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        identity = Identity.of(child.pid)
        if ended:
            child.kill()
            while identity.alive():
                time.sleep(0.01)
        began = time.monotonic()
        stop_process(identity, patience=20)
        assert time.monotonic() - began < 20
        assert not identity.alive()
        assert psutil.pid_exists(child.pid) == (os.name != "nt"), "nobody has asked for its end yet"


def test_a_process_that_does_not_want_to_end_is_made_to() -> None:
    stubborn = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); input()"
    command = [sys.executable, "-c", stubborn]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        stop_process(identity := Identity.of(child.pid), patience=0.2)
        assert not identity.alive()
