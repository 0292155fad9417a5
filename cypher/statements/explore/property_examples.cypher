// Examples of the properties of each label
// From a few nodes of each label, because a graph may have millions.
// :returns table
// :record PropertyExample label string, name string, example string?
MATCH (node:Country)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Actor)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Document)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Sentence)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Alias)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Event)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Relation)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Claim)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Tie)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Annotation)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:MergeCandidate)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Merger)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Load)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Mark)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Lesson)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:QueryVersion)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Favourite)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:SavedView)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Visit)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
UNION ALL
MATCH (node:Watch)
WITH node LIMIT 20
UNWIND keys(node) AS name
RETURN labels(node)[0] AS label, name, min(CASE
  WHEN toStringOrNull(node[name]) IS NULL THEN toStringOrNull(node[name][0])
  ELSE left(toStringOrNull(node[name]), 80) END) AS example
