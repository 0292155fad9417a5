"""The texts of statements that read one label or type, whose names come from `SHAPES` alone."""

from __future__ import annotations

from cypher.copies.shapes import Link, Shape


def nodes_text(shape: Shape) -> str:
    """Read at most `$limit` nodes of a label after the key `$after`, in the order of their keys."""
    return (
        f"MATCH (node:{shape.label}) WHERE node.{shape.key} > $after\n"
        f"RETURN properties(node) AS properties ORDER BY node.{shape.key} LIMIT $limit"
    )


def links_text(shape: Shape, link: Link) -> str:
    """Read the relationships of one type of the nodes after the key `$after`, up to `$until`."""
    return (
        f"MATCH (node:{shape.label}) WHERE node.{shape.key} > $after AND node.{shape.key} <= $until\n"
        f"MATCH (node){_arrow(link, f'link:{link.type}')}(other)\n"
        f"RETURN node.{shape.key} AS node, labels(other)[0] AS label, other.id AS other, "
        "properties(link) AS properties"
    )


def _arrow(link: Link, named: str) -> str:
    return f"-[{named}]->" if link.out else f"<-[{named}]-"
