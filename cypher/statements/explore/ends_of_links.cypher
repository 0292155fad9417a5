// Nodes by the ids that the database itself gives them
// These ids are in the result of a typed query and are valid only for a moment.
// :param ids ids  The nodes
// :returns table
// :record EndOfLink element id, label string, id id?, name name?, kind string?, country id?, level string?
MATCH (node)
WHERE elementId(node) IN $ids
RETURN elementId(node) AS element, labels(node)[0] AS label, node.id AS id, node.name AS name, node.kind AS kind,
       node.country AS country, node.level AS level
ORDER BY element
