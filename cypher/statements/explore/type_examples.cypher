// The labels between which relationships of each type lie
// From a few nodes of each label, because a graph may have millions.
// :returns table
// :record TypeExample name string, start string, end string
MATCH (node:Country)
WITH node LIMIT 20
MATCH (node)-[link]->(other)
RETURN DISTINCT type(link) AS name, labels(node)[0] AS start, labels(other)[0] AS end
UNION
MATCH (node:Actor)
WITH node LIMIT 20
MATCH (node)-[link]->(other)
RETURN DISTINCT type(link) AS name, labels(node)[0] AS start, labels(other)[0] AS end
UNION
MATCH (node:Sentence)
WITH node LIMIT 20
MATCH (node)-[link]->(other)
RETURN DISTINCT type(link) AS name, labels(node)[0] AS start, labels(other)[0] AS end
UNION
MATCH (node:Alias)
WITH node LIMIT 20
MATCH (node)-[link]->(other)
RETURN DISTINCT type(link) AS name, labels(node)[0] AS start, labels(other)[0] AS end
UNION
MATCH (node:Event)
WITH node LIMIT 20
MATCH (node)-[link]->(other)
RETURN DISTINCT type(link) AS name, labels(node)[0] AS start, labels(other)[0] AS end
UNION
MATCH (node:Relation)
WITH node LIMIT 20
MATCH (node)-[link]->(other)
RETURN DISTINCT type(link) AS name, labels(node)[0] AS start, labels(other)[0] AS end
UNION
MATCH (node:Claim)
WITH node LIMIT 20
MATCH (node)-[link]->(other)
RETURN DISTINCT type(link) AS name, labels(node)[0] AS start, labels(other)[0] AS end
UNION
MATCH (node:Tie)
WITH node LIMIT 20
MATCH (node)-[link]->(other)
RETURN DISTINCT type(link) AS name, labels(node)[0] AS start, labels(other)[0] AS end
UNION
MATCH (node:Annotation)
WITH node LIMIT 20
MATCH (node)-[link]->(other)
RETURN DISTINCT type(link) AS name, labels(node)[0] AS start, labels(other)[0] AS end
