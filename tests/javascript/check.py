"""Check the JavaScript: lint, format, and types, with those of the messages that Python sends.

``python -m tests.javascript.check`` checks; with ``--fix``, it writes the types of the messages, formats the
files and mends what the linter can mend. Without the npm registry it says that only the types of the messages
were checked; it fails instead if ``KONSTELASI_REQUIRE`` names ``npm``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.javascript import messages
from tests.javascript.toolchain import HERE, ROOT, NotInstalledError, modules, node, tool

CHECKED = "// @ts-check\n"


def main(arguments: list[str]) -> int:
    """Run all checks and return the exit code."""
    fix = "--fix" in arguments
    if messages.main([] if fix else ["--check"]) or _unchecked_modules():
        return 1
    try:
        biome, tsc = tool("@biomejs/biome", "bin/biome"), tool("typescript", "bin/tsc")
    except NotInstalledError as error:
        return _unchecked(error)
    options = ["--error-on-warnings", "--colors=off", f"--config-path={HERE / 'lint.json'}"]
    linted = node(biome, *(["check", "--write"] if fix else ["ci"]), *options, *modules()).returncode
    return node(tsc, "--project", HERE / "tsconfig.json").returncode or linted


def _unchecked_modules() -> bool:
    """Return whether a module of the app lacks ``@ts-check``, and name it."""
    found = [path for path in modules() if "frontend" in path.parts and not _begins(path)]
    for path in found:
        sys.stderr.write(f"{path.relative_to(ROOT)} does not begin with {CHECKED}")
    return bool(found)


def _begins(path: Path) -> bool:
    return path.read_text(encoding="utf-8").startswith(CHECKED)


def _unchecked(error: NotInstalledError) -> int:
    """Say that the JavaScript was not checked, and return the exit code."""
    sys.stderr.write(f"The JavaScript was not checked, because npm could not install its tools:\n{error}\n")
    demanded = {name.strip() for name in os.environ.get("KONSTELASI_REQUIRE", "").split(",")}
    return 1 if "npm" in demanded else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
