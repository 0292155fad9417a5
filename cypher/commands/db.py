"""``konstelasi db``: starts and stops the embedded engine, checks the graph, writes and restores backups."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from cypher.audit.commanded import about
from cypher.backups.backup import Progress, back_up
from cypher.backups.noted import note_backup
from cypher.backups.restore import restore as restore_backup
from cypher.catalog.catalog import catalog
from cypher.commands.db_copies import copy_graph, hash_graph, say_kept
from cypher.commands.telling import AsJson, say, tell
from cypher.copies.filling import place_of
from cypher.copies.graph_file import begins_like_one
from cypher.copies.keeping import bring_back, keep
from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import status as engine_status
from cypher.engine.client import stop as stop_engine
from cypher.engine.loading import under_way
from cypher.engine.processes import IDLE_SECONDS
from cypher.errors import UsageError
from cypher.judging.migration import changed_steps
from cypher.judging.opening import Update, opened, updated
from cypher.judging.redrawing import redraw
from cypher.judging.tie_counts import recount
from cypher.records.check import LabelCount, TypeCount

app = typer.Typer(
    help="Start, stop, check, back up and restore the database.\n\nExample: konstelasi db status",
    no_args_is_help=True,
)

app.command("hash")(hash_graph)
app.command("copy")(copy_graph)


@app.command()
def start(as_json: AsJson = False) -> None:
    """Start the embedded engine, if it is not running, and bring its schema up to date.

    It stops by itself after ten minutes without use.

    Example: konstelasi db start
    """
    settings = _embedded("start")
    with opened(settings, Role.ANALYST, tell):
        state = engine_status(settings.home)
    minutes = IDLE_SECONDS / 60
    say(
        {"home": str(state.home), "port": state.port, "pid": state.pid},
        f"The engine on {state.home} is running (process {state.pid}, bolt://127.0.0.1:{state.port}). "
        f"It stops after {minutes:.0f} minutes without use.",
        as_json=as_json,
    )


@app.command()
def stop(as_json: AsJson = False) -> None:
    """Stop the embedded engine. A program that still uses it starts it again with its next statement.

    Example: konstelasi db stop
    """
    home = _embedded("stop").home
    stopped = stop_engine(home)
    said = f"The engine on {home} has stopped." if stopped else f"No engine was running on {home}."
    say({"home": str(home), "stopped": stopped}, said, as_json=as_json)


@app.command()
def status(as_json: AsJson = False) -> None:
    """Show what is running, without starting anything.

    Example: konstelasi db status --json
    """
    settings = Settings.from_environment()
    if settings.uri is not None:
        with connect(settings) as database:
            product = database.product()
        reader, user = settings.login(Role.READER).user, settings.user
        answer = {
            "uri": settings.uri,
            "database": settings.database,
            "product": product,
            "running": True,
            "user": user,
            "reader_user": reader,
        }
        both = "" if reader == user else f" It is read as {reader}, written as {user}."
        say(answer, f"{product} answers at {settings.uri}.{both}", as_json=as_json, asked=True)
        return
    state = engine_status(settings.home)
    said = (
        f"No engine is running on {state.home}; it starts when it is needed, with a heap of at most "
        f"{state.heap_mb:,} MB."
    )
    if state.running:
        said = (
            f"The engine on {state.home} is running (process {state.pid}, port {state.port}, "
            f"{state.memory_mb} MB, heap of at most {state.heap_mb:,} MB, {state.connections} connections)."
        )
    say({**asdict(state), "home": str(state.home)}, said, as_json=as_json, asked=True)


@app.command()
def check(as_json: AsJson = False) -> None:
    """Count the graph's nodes and relationships, and check constraints, the counts on ties, and writing.

    Missing constraints and indexes are created, wrong counts on ties are corrected, and the test write is
    rolled back. The exit code is 1 if a constraint is still missing or the write failed.

    Example: konstelasi db check
    """
    with connect(Settings.from_environment(), Role.READER) as database:
        found = _examined(database)
    with connect(Settings.from_environment(), Role.ANALYST) as database:
        found["writable"] = database.rehearse("check/probe_writing").rows == ((1,),)
        found["repaired"] = [name for name in found["missing"] if name not in database.missing_schema()]
        found["redrawn"] = redraw(database)
        found["changed_steps"] = [asdict(step) for step in changed_steps(database)]
        update = updated(database)
        found["migrated"], found["older_documents"] = update.steps, update.documents
        found["counts"] = asdict(recount(database))
    say(found, _report(found), as_json=as_json, asked=True)
    if not found["writable"] or set(found["missing"]) - set(found["repaired"]):
        raise typer.Exit(1)


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The new file, e.g. graph.zip.")], as_json: AsJson = False
) -> None:
    """Copy the graph to a new file and verify the copy.

    The embedded engine is stopped meanwhile; programs that use the database wait. A server goes on: its graph
    is read until two readings are equal, and if people write all the time, nothing is kept. The file appears
    only when it is complete; an existing file is never replaced.

    Example: konstelasi db backup graph-2026-11-22.zip
    """
    settings = Settings.from_environment()
    about(str(file))
    if not settings.embedded:
        kept = keep(settings, file.resolve())
        note_backup(settings.home, file.resolve())
        say_kept(kept, f"{file} has the graph of {settings.uri}", file, as_json=as_json)
        return
    home = settings.home
    with _progress("backed up") as shown:
        copied = back_up(home, file.resolve(), shown)
    note_backup(home, file.resolve())
    said = f"{file} contains {len(copied.files):,} files with {copied.size:,} bytes, and was verified."
    say({"file": str(file), **copied.summary()}, said, as_json=as_json)


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that 'db backup' wrote.")], as_json: AsJson = False
) -> None:
    """Replace the embedded database by a backup, or fill an empty graph from the backup of a server.

    The former embedded database is kept beside the new one. The backup is first verified. A file that cannot
    be restored changes nothing.

    Example: konstelasi db restore graph-2026-11-22.zip
    """
    settings = Settings.from_environment()
    about(str(file))
    if not settings.embedded or begins_like_one(file):
        kept = bring_back(file.resolve(), settings)
        said = f"The graph of {kept.header.created_at} is restored to {place_of(settings)}"
        say_kept(kept, said, file, as_json=as_json)
        return
    done = restore_backup(settings.home, file.resolve())
    held = [f"{count:,} {name}" for name, count in asdict(done.found).items() if count is not None]
    said = f"The database of {done.about.created_at} is restored: {', '.join(held) or 'too large to count'}."
    if done.former is not None:
        said += f" The former database is in {done.former}; delete it when you no longer need it."
    former = done.former and str(done.former)
    restored = {"file": str(file), **done.about.summary(), **asdict(done.found), "former": former}
    say(restored, said, as_json=as_json)


@contextmanager
def _progress(verb: str) -> Iterator[Progress]:
    """Show a progress bar of bytes on standard error, if that is a terminal."""
    console = Console(stderr=True)
    columns = (BarColumn(), DownloadColumn(), TextColumn(verb), TimeRemainingColumn())
    with Bar(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(verb, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _embedded(command: str) -> Settings:
    """Return the settings; raises `UsageError` if they name another server."""
    settings = Settings.from_environment()
    if settings.embedded:
        return settings
    raise UsageError(
        f"'konstelasi db {command}' is for the embedded engine, but KONSTELASI_URI names {settings.uri}. "
        "Start and stop that server with its own tools."
    )


def _examined(database: Database) -> dict[str, Any]:
    nodes = database.rows(LabelCount, "check/nodes")
    relationships = database.rows(TypeCount, "check/relationships")
    return {
        "nodes": {row.label: row.nodes for row in nodes if row.label != "Mark"},
        "relationships": {row.type: row.relationships for row in relationships},
        "schema": sum(name.startswith("schema/") for name in catalog()),
        "missing": database.missing_schema(),
    }


_CHANGED = (
    "Step {number} ({title}) has changed since version {version} took it ({done_at}), so what it left may "
    "differ from what this version would. News that are loaded anew get today's form; "
    "`konstelasi judgements` takes the judgements along."
)


def _report(found: dict[str, Any]) -> str:
    counted = {**found["nodes"], **found["relationships"]}
    lines = [f"{count:>12,}  {name}" for name, count in counted.items()] or ["The graph is empty."]
    if under_way(Settings.from_environment().home):
        lines.append("Articles are being loaded, so the figures will change.")
    present = found["schema"] - len(found["missing"])
    lines.append(f"{present} of {found['schema']} constraints and indexes were present.")
    lines += [f"Created now: {name}" for name in found["repaired"]]
    lines += [f"Still missing: {name}" for name in set(found["missing"]) - set(found["repaired"])]
    if found["redrawn"]:
        lines.append(f"{found['redrawn']:,} events had ties of older rules and got those of today.")
    lines += [_CHANGED.format(**step) for step in found["changed_steps"]]
    lines += Update(found["migrated"], found["older_documents"]).lines()
    lines.append("{ties:,} ties were counted again; {mended:,} had wrong counts.".format(**found["counts"]))
    lines.append("A test write succeeded." if found["writable"] else "A test write failed.")
    return "\n".join(lines)
