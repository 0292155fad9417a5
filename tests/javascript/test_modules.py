"""Runs the tests of the JavaScript modules, ``*.test.mjs``, in Node."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.javascript.toolchain import HERE, NODE, ROOT


def test_the_tests_of_all_modules_pass() -> None:
    files = sorted(HERE.glob("*.test.mjs"))
    command: list[str | Path] = [NODE, "--test", "--test-isolation=none", "--test-reporter=tap", *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"^# pass (\d+)$", done.stdout, re.MULTILINE)
    assert passed is not None
    assert int(passed[1]) >= len(files) > 0
