"""``konstelasi db hash`` and ``copy``: whole graphs, compared by their content."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

from cypher.commands.telling import AsJson, say
from cypher.copies.content import Content, content_of
from cypher.copies.copying import copy
from cypher.copies.keeping import Kept
from cypher.copies.shapes import SHAPE_OF
from cypher.database import Role, Settings, connect


def hash_graph(as_json: AsJson = False) -> None:
    """Print a hash of all that is in the graph; two graphs with the same content have the same hash.

    It is the same on both engines, and depends on no order. Compare a graph with its copy while nobody
    writes: the graph is read piece by piece. With --json, each label and type has a hash of its own.

    Example: konstelasi db hash
    """
    with connect(Settings.from_environment(), Role.READER) as database:
        content = content_of(database)
    answer = {"hash": content.hash, "parts": {name: asdict(part) for name, part in content.parts.items()}}
    say(answer, content.hash, as_json=as_json, asked=True)


Place = Annotated[str, typer.Argument(help="A data folder, or an address such as bolt://localhost:7687.")]


def copy_graph(source: Place, target: Place, as_json: AsJson = False) -> None:
    """Copy a whole graph with all judgements to an empty one: between the engines, in either direction.

    A server is asked with KONSTELASI_USER, KONSTELASI_PASSWORD and KONSTELASI_DATABASE; a folder means the
    embedded engine. The copy is compared with the source by its hash. The source stays as it is; if somebody
    writes to it meanwhile, the copy is not kept.

    Example: konstelasi db copy ~/.local/share/konstelasi bolt://localhost:7687
    """
    content = copy(_settings(source), _settings(target))
    said = f"{target} has the same content as {source}: {counted(content)}, hash {content.hash}."
    say({"hash": content.hash, **totals(content)}, said, as_json=as_json)


def say_kept(kept: Kept, said: str, file: Path, *, as_json: bool) -> None:
    """Say what was backed up or restored, with what the file of the graph says about itself."""
    answer = {"file": str(file), **asdict(kept.header), "hash": kept.content.hash, **totals(kept.content)}
    say(answer, f"{said}: {counted(kept.content)}, hash {kept.content.hash}.", as_json=as_json)


def totals(content: Content) -> dict[str, int]:
    """The numbers of nodes and of relationships."""
    nodes = sum(part.count for name, part in content.parts.items() if name in SHAPE_OF)
    return {"nodes": nodes, "relationships": sum(part.count for part in content.parts.values()) - nodes}


def counted(content: Content) -> str:
    """Say how many nodes and relationships there are."""
    return "{nodes:,} nodes, {relationships:,} relationships".format(**totals(content))


def _settings(place: str) -> Settings:
    if "://" in place:
        return replace(Settings.from_environment(), uri=place, reader_user=None)
    return Settings.from_environment({"KONSTELASI_HOME": place})
