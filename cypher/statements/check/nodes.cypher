// The number of nodes of each label
// :returns table
// :record LabelCount label string, nodes integer
MATCH (node)
RETURN labels(node)[0] AS label, count(node) AS nodes
ORDER BY label
