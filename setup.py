"""The part of the build that pyproject.toml cannot describe.

Dependencies are read from requirements.txt, and the Indonesian pipeline is unpacked from its wheel.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).parent


class BuildWithPipeline(build_py):
    """Builds the packages and puts the Indonesian pipeline, which no registry has, beside them."""

    def run(self) -> None:
        """Build; an editable installation gets the pipeline from `make setup` instead."""
        super().run()
        if self.editable_mode:
            return
        (wheel,) = (HERE / "models").glob("id_konstelasi_news-*.whl")
        with zipfile.ZipFile(wheel) as packed:
            package = [name for name in packed.namelist() if name.startswith("id_konstelasi_news/")]
            packed.extractall(self.build_lib, package)


def dependencies() -> list[str]:
    """The pinned requirements; local paths and options are for pip alone."""
    lines = (HERE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and line[0].isalnum()]


setup(install_requires=dependencies(), cmdclass={"build_py": BuildWithPipeline})
