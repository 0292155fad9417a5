"""The process behind ``konstelasi app``: Streamlit's server, made ready before the first reader comes.

Run as ``python -m explorer.server [OPTION…]`` with the options of ``streamlit run``.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from importlib import import_module
from importlib.resources import files

from streamlit import runtime
from streamlit.web import cli

from cypher.errors import KonstelasiError
from cypher.model import Lens
from cypher.tallies import count_uncounted

_COMPLAINTS = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""The logger that warns when something is asked without a reader's session."""


def serve(options: list[str]) -> None:
    """Serve the app until the process is ended."""
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
    cli.main(["run", str(files("explorer").joinpath("app.py")), *options])


def warm_up() -> None:
    """Read the pages, join the database and ask what the first picture asks, before its reader does."""
    logging.getLogger(_COMPLAINTS).disabled = True
    while not runtime.exists():  # what Streamlit caches earlier, it keeps elsewhere
        time.sleep(0.02)
    import_module("explorer.pages")
    picture, state = import_module("explorer.graph.picture"), import_module("explorer.view.state")
    try:
        count_uncounted(import_module("explorer.database").analyst())
        picture.picture(state.View(), Lens.TRUSTED.value)
    except KonstelasiError:
        return  # the page says so, and offers to try again


if __name__ == "__main__":
    serve(sys.argv[1:])
