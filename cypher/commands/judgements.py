"""``konstelasi judgements``: exports what people made, and brings it back to a graph of the same news."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from cypher.audit.commanded import about
from cypher.backups.new_file import disk_errors, new_file
from cypher.commands.telling import AsJson, say, tell
from cypher.copies.bringing import bring
from cypher.copies.graph_file import JUDGEMENTS, write
from cypher.copies.judgements import made_by_people
from cypher.database import Role, Settings
from cypher.judging.opening import opened

app = typer.Typer(
    help="Export all that people made; bring it back.\n\nExample: konstelasi judgements export mine.jsonl",
    no_args_is_help=True,
)


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="The new file, e.g. mine.jsonl.")],
    as_json: AsJson = False,
) -> None:
    """Write all that people made to a file: verdicts, notes, mergers, claims by hand, and what they saved.

    These are JSON lines; the first one says format and version. An existing file is never replaced. Left out
    are lessons (`learn` makes them again) and when somebody last looked at what came in.

    Example: konstelasi judgements export mine.jsonl
    """
    with (
        opened(Settings.from_environment(), Role.READER, tell) as database,
        disk_errors(file),
        new_file(file.absolute()) as packed,
    ):
        content = write(packed, made_by_people(database), JUDGEMENTS)
    counts = {label: content.parts[label].count for label in sorted(content.labels)}
    say({"file": str(file), "nodes": counts}, f"{file} has {_told(counts)}.", as_json=as_json)


@app.command(name="bring")
def bring_back(
    file: Annotated[Path, typer.Argument(help="A file that 'judgements export' wrote.")],
    missing: Annotated[
        Path | None, typer.Option(help="The new file with what could not be used. [FILE.missing.jsonl]")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Bring back what people made, to a graph of the same news. What is there is kept, nothing is doubled.

    Judgements on claims that the graph does not have are kept until they are loaded, and listed with the
    reason in a file of JSON lines; so is what contradicts decisions that were taken here.

    Example: konstelasi judgements bring mine.jsonl
    """
    listed = missing or file.with_name(f"{file.name}.missing.jsonl")
    about(str(file))
    with opened(Settings.from_environment(), Role.ANALYST, tell) as database:
        done = bring(database, file)
    if done.left_out:
        text = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in done.left_out)
        listed.write_text(text, encoding="utf-8")
    said = f"New: {_told(done.new) or 'nothing'}."
    if done.left_out:
        said += f" {len(done.left_out):,} could not be used: {listed} says why."
    answer = {"new": dict(done.new), "left_out": len(done.left_out), "missing": str(listed)}
    say(answer, said, as_json=as_json)


def _told(counts: Counter[str] | dict[str, int]) -> str:
    return ", ".join(f"{count:,} {label}" for label, count in sorted(counts.items()) if count)
