"""Extracts files on a Ray cluster with Ray Data, and returns the results in order to one writer."""

from __future__ import annotations

import importlib.util
import logging
import os
import secrets
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING, Any

from cypher.errors import UsageError
from ingest.documents.sources import STANDARD_INPUT
from ingest.pipeline.chunks import Outcomes
from ingest.pipeline.jobs import WORKER_MB, this_machine
from ingest.pipeline.worker import WorkerError

if TYPE_CHECKING:
    from ingest.documents.formats.columns import Columns

# ruff: noqa: PLC0415 - Ray is optional and slow to import

_HERE = "local"

_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
"""Settings of any cluster: nothing is reported to anybody, and only what fails is said."""

_ALONE = {
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",  # on all systems: listen on loopback only
    "RAY_AUTH_MODE": "token",
}
"""Settings of a cluster on this machine: other machines cannot reach it, and others here lack its token."""

_STORE_BYTES = 256 * 2**20
"""The memory of a cluster on this machine for chunks on their way; readers wait while it is full."""

_BLOCK_BYTES = 2**16
"""Ray Data sends values on once they have this size: chunk by chunk, not in the usual 128 MB."""

_READER_CPUS, _EXTRACTOR_CPUS = 0.1, 0.9
"""Together a core, so that as many extractors as cores leave room for readers, which mostly wait."""


def on_ray(paths: Sequence[str], columns: Columns, jobs: int | None, address: str | None) -> Outcomes:
    """Yield the articles of files and folders in chunks, in order, each with what became of it.

    `address` names a running cluster, on which all machines see the files under the same paths; otherwise a
    cluster is started on this machine for as long as this lasts. `jobs` is the number of extractors, by
    default one per core of the cluster.

    Raises:
        UsageError: Ray is missing, the cluster cannot be reached, or standard input is among the paths.
        WorkerError: Ray gave up.
    """
    check(paths)
    with _connected(address, jobs or this_machine().most) as ray:
        from ingest.pipeline.cluster.tasks import result_of

        workers = jobs or max(1, int(ray.cluster_resources().get("CPU", 1)))
        try:
            for row in _dataset(ray, paths, columns, workers).iter_rows():
                yield result_of(row)
        except ray.exceptions.RayError as error:
            raise WorkerError(f"Extraction on the Ray cluster failed: {error}") from None


def check(paths: Sequence[str]) -> None:
    """Raise `UsageError` if Ray is missing, or if it cannot read these inputs."""
    if importlib.util.find_spec("ray") is None:
        raise UsageError(
            "--engine ray needs Ray, which is not installed. Install it with: make ray, or with: "
            "pip install --require-hashes --no-deps -r requirements-ray.txt"
        )
    if STANDARD_INPUT in paths:
        raise UsageError("--engine ray cannot read standard input. Write it to a file, and name that.")


def _dataset(ray: Any, paths: Sequence[str], columns: Columns, workers: int) -> Any:  # noqa: ANN401
    from ingest.pipeline.cluster.tasks import Extracting, read_chunks

    context = ray.data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    context.target_max_block_size = _BLOCK_BYTES
    inputs = ray.data.from_items([{"path": path} for path in paths], override_num_blocks=len(paths))
    chunks = inputs.map_batches(
        read_chunks,
        batch_size=1,
        num_cpus=_READER_CPUS,
        fn_kwargs={"folder": os.getcwd(), "columns": columns},  # noqa: PTH109 - a text that others can use
    )
    pool = ray.data.ActorPoolStrategy(
        min_size=1, max_size=workers, initial_size=workers, max_tasks_in_flight_per_actor=2
    )
    return chunks.map_batches(
        Extracting, batch_size=1, compute=pool, num_cpus=_EXTRACTOR_CPUS, memory=WORKER_MB * 2**20
    )


@contextmanager
def _connected(address: str | None, workers: int) -> Iterator[Any]:
    """Connect to a cluster, or start one for this run; nothing is reported to anybody."""
    os.environ.update(_QUIET)
    if address is None:
        os.environ.update(_ALONE, RAY_AUTH_TOKEN=secrets.token_hex(32))
    import ray
    import ray.data
    import ray.exceptions

    logging.getLogger("ray.data").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="konstelasi-ray-", ignore_cleanup_errors=True) as folder:
        options = _of_address(address) if address else _of_this_machine(workers, folder)
        try:
            ray.init(**options, logging_level=logging.ERROR, log_to_driver=False)
        except (ConnectionError, ValueError) as error:
            raise UsageError(f"no Ray cluster can be used at {address or _HERE}: {error}") from None
        with redirect_stdout(sys.stderr):  # what Ray says of killed processes is no part of the summary
            try:
                yield ray
            finally:
                ray.shutdown()


def _of_address(address: str) -> dict[str, Any]:
    return {"address": address}


def _of_this_machine(workers: int, folder: str) -> dict[str, Any]:
    return {
        "address": _HERE,
        "num_cpus": workers,
        "object_store_memory": _STORE_BYTES,
        "include_dashboard": False,
        "_temp_dir": folder,
    }
