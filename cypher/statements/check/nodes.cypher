// Nodes of each label
// How much the graph holds, counted one by one.
// :returns table
// :columns label string, nodes integer
MATCH (node)
RETURN labels(node)[0] AS label, count(node) AS nodes
ORDER BY label
