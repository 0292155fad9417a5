// The ties that events and relations form, with the counts that these store
// `assertions` are those of `ids` that form the tie. A tie that was never counted has no version.
// :param ids ids  Events and relations
// :returns table
// :record StoredCounts tie id, version integer?, directed boolean, assertions [id], lenses [string], claims [integer],
//    voices [integer], event_types [string], mediations [integer], first_dates [string], last_dates [string],
//    bounds [string], verified [integer], rejected integer, unsure [integer], unjudged [integer], planned [integer], denied [integer], by_hand [integer]
CALL {
  UNWIND $ids AS id
  MATCH (:Event {id: id})-[:FORMS]->(tie:Tie) RETURN tie, id
  UNION
  UNWIND $ids AS id
  MATCH (:Relation {id: id})-[:FORMS]->(tie:Tie) RETURN tie, id
}
WITH tie, collect(id) AS assertions
RETURN tie.id AS tie, CASE WHEN size(tie.denied) = size(tie.lenses) THEN tie.version END AS version,
       tie.directed AS directed, assertions, tie.lenses AS lenses, tie.claims AS claims, tie.voices AS voices,
       tie.event_types AS event_types, coalesce(tie.mediations, []) AS mediations,
       tie.first_dates AS first_dates, tie.last_dates AS last_dates, tie.bounds AS bounds,
       tie.verified AS verified, tie.rejected AS rejected, tie.unsure AS unsure, tie.unjudged AS unjudged,
       coalesce(tie.planned, []) AS planned, coalesce(tie.denied, []) AS denied,
       coalesce(tie.by_hand, [each IN tie.lenses | 0]) AS by_hand
ORDER BY tie
