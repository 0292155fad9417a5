// The number of nodes of each label and with each property, and of relationships of each type
// :returns table
// :record NameCount kind string, name string, number integer
MATCH (node)
RETURN 'label' AS kind, labels(node)[0] AS name, count(node) AS number
UNION ALL
MATCH ()-[link]->()
RETURN 'relationship type' AS kind, type(link) AS name, count(link) AS number
UNION ALL
MATCH (node)
UNWIND keys(node) AS name
RETURN 'property' AS kind, name, count(node) AS number
