// The ties that events and relations form, with the counts that these store
// `assertions` are those of `ids` that form the tie. A tie that was never counted has no version.
// :param ids ids  Events and relations
// :returns table
CALL () {
  UNWIND $ids AS id
  MATCH (:Event {id: id})-[:FORMS]->(tie:Tie) RETURN tie, id
  UNION
  UNWIND $ids AS id
  MATCH (:Relation {id: id})-[:FORMS]->(tie:Tie) RETURN tie, id
}
WITH tie, collect(id) AS assertions
// :part return_stored_counts
