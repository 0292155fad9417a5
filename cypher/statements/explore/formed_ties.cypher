// Ties that events, relations and claims form
// :param events ids  The events
// :param relations ids  The relations
// :param claims ids  The claims
// :returns table
// :record FormedTie source id, tie id, level string
CALL () {
  UNWIND $events AS source
  MATCH (:Event {id: source})-[:FORMS]->(tie:Tie) RETURN source, tie
  UNION
  UNWIND $relations AS source
  MATCH (:Relation {id: source})-[:FORMS]->(tie:Tie) RETURN source, tie
  UNION
  UNWIND $claims AS source
  MATCH (:Claim {id: source})-[:ASSERTS]->()-[:FORMS]->(tie:Tie) RETURN source, tie
}
RETURN source, tie.id AS tie, tie.level AS level
ORDER BY source, tie
