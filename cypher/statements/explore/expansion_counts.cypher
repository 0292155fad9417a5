// What an expansion of an entity would add
// One row for each sign and type; `all_ties` and `all_neighbours` count each tie and neighbour once over all rows.
// The filters are those of `explore/neighbours`.
// :param entity entity  The entity to expand
// :use level lens known_by
// :param signs strings = null  Only ties of these signs: cooperation, conflict, neutral, relation
// :use event_types
// :param kinds strings = null  Only neighbours of these kinds, such as country or person
// :use statuses since until publishers languages speakers least_confidence
// :returns table
// :record ExpansionCount sign sign, event_type event_type, ties integer, neighbours integer, claims integer,
//    all_ties integer, all_neighbours integer
CALL () {
  MATCH (tie:Tie {actor: $entity, level: $level})-[:REACHES]->(neighbour) RETURN tie, neighbour
  UNION
  MATCH (tie:Tie {recipient: $entity, level: $level})<-[:INITIATES]-(neighbour) RETURN tie, neighbour
}
WITH tie, neighbour
WHERE $lens IN tie.lenses AND ($signs IS NULL OR tie.sign IN $signs) AND ($kinds IS NULL OR neighbour.kind IN $kinds)
MATCH (tie)<-[:FORMS]-(assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH collect({tie: tie.id, sign: tie.sign, event_type: claim.event_type, neighbour: neighbour.id}) AS seen,
     count(DISTINCT tie.id) AS all_ties, count(DISTINCT neighbour.id) AS all_neighbours
UNWIND seen AS one
RETURN one.sign AS sign, one.event_type AS event_type, count(DISTINCT one.tie) AS ties,
       count(DISTINCT one.neighbour) AS neighbours, count(*) AS claims, all_ties, all_neighbours
ORDER BY claims DESC, sign, event_type
