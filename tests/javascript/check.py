"""Check the JavaScript: ``python -m tests.javascript.check`` lints it and looks at its format.

With ``--fix``, it formats the files and mends what the linter can mend. Without the npm registry it checks
nothing and says so; it fails instead if ``KONSTELASI_REQUIRE`` names ``npm``.
"""

from __future__ import annotations

import os
import sys

from tests.javascript.toolchain import HERE, NotInstalledError, modules, node, tool


def main(arguments: list[str]) -> int:
    """Run all checks and return the exit code."""
    try:
        biome = tool("@biomejs/biome", "bin/biome")
    except NotInstalledError as error:
        return _unchecked(error)
    how = ["check", "--write"] if "--fix" in arguments else ["ci"]
    options = ["--error-on-warnings", "--colors=off", f"--config-path={HERE / 'lint.json'}"]
    return node(biome, *how, *options, *modules()).returncode


def _unchecked(error: NotInstalledError) -> int:
    """Say that the JavaScript was not checked, and return the exit code."""
    sys.stderr.write(f"The JavaScript was not checked, because npm could not install its tools:\n{error}\n")
    demanded = {name.strip() for name in os.environ.get("KONSTELASI_REQUIRE", "").split(",")}
    return 1 if "npm" in demanded else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
