// Nodes by the ids that the database itself gives them
// These ids are in the result of a typed query and are valid only for a moment. One id is looked up at a time: the
// embedded engine compares a list of ids with every node.
// :param ids ids  The nodes
// :returns table
// :record EndOfLink element id, label string, id id?, name name?, kind string?, country id?, level string?
UNWIND $ids AS element
MATCH (node)
WHERE elementId(node) = element
RETURN element, labels(node)[0] AS label, node.id AS id, node.name AS name, node.kind AS kind,
       node.country AS country, node.level AS level
ORDER BY element
