// Events whose ties may not be those of today's rules, in the order of their ids
// Joint actors without a recipient, mediations, and types whose sign is not that of their quad. For reading in pages.
// :param types strings  Types whose sign, or that of one of their modes, is not that of their quad
// :param after string = null  The id of the last event of the page before
// :param limit integer = 1000  Maximum number of events
// :returns table
// :record TiedEvent ties [id]
MATCH (event:Event)
WHERE ($after IS NULL OR event.id > $after)
  AND (event.event_type IN $types
       OR EXISTS { MATCH ()-[:MEDIATES]->(event) }
       OR NOT EXISTS { MATCH (event)-[:ADDRESSES]->() } AND COUNT { MATCH ()-[:ACTS_IN]->(event) } > 1)
WITH event AS assertion
ORDER BY assertion.id
LIMIT $limit
// :part return_assertions
, COLLECT { MATCH (assertion)-[:FORMS|DENIES]->(tie:Tie) RETURN tie.id ORDER BY tie.id } AS ties
ORDER BY id
