"""The texts of statements that read and write one label or type, whose names come from `SHAPES` alone."""

from __future__ import annotations

from cypher.copies.shapes import SHAPE_OF, WITH_ID, Link, Shape


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


def named_nodes_text(shape: Shape) -> str:
    """Read the nodes of a label that have the keys `$keys`."""
    return (
        f"UNWIND $keys AS key\nMATCH (node:{shape.label} {{{shape.key}: key}})\n"
        "RETURN properties(node) AS properties"
    )


def named_links_text(shape: Shape, link: Link) -> str:
    """Read the relationships of one type of the nodes of a label that have the keys `$keys`."""
    return (
        f"UNWIND $keys AS key\nMATCH (node:{shape.label} {{{shape.key}: key}})\n"
        f"MATCH (node){_arrow(link, f'link:{link.type}')}(other)\n"
        f"RETURN node.{shape.key} AS node, labels(other)[0] AS label, other.id AS other, "
        "properties(link) AS properties"
    )


def write_nodes_text(shape: Shape) -> str:
    """Write the nodes `$rows` of a label; nodes that are there already get these properties."""
    return (
        "UNWIND $rows AS row\n"
        f"MERGE (node:{shape.label} {{{shape.key}: row.{shape.key}}})\n"
        "SET node += row\n"
        "RETURN count(node) AS written"
    )


def write_links_text(shape: Shape, link: Link, other: str) -> str:
    """Write relationships between nodes of a label and of `other`; rows have node, other and properties."""
    named = f"link:{link.type}" + (" {id: row.properties.id}" if link.type in WITH_ID else "")
    return (
        "UNWIND $rows AS row\n"
        f"MATCH (node:{shape.label} {{{shape.key}: row.node}})\n"
        f"MATCH (other:{SHAPE_OF[other].label} {{id: row.other}})\n"
        f"MERGE (node){_arrow(link, named)}(other)\n"
        "SET link += row.properties\n"
        "RETURN count(link) AS written"
    )


def remove_text(shape: Shape) -> str:
    """Remove at most `$limit` nodes of a label, other than the node `$kept`, with their relationships."""
    return (
        f"MATCH (node:{shape.label}) WHERE node.{shape.key} <> $kept\n"
        "WITH node LIMIT $limit\n"
        "DETACH DELETE node\n"
        "RETURN count(*) AS removed"
    )


def _arrow(link: Link, named: str) -> str:
    return f"-[{named}]->" if link.out else f"<-[{named}]-"
