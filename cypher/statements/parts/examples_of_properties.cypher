// The properties of a few of the matched nodes, each with an example, as `explore/property_examples` returns them
WITH node LIMIT 100
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
