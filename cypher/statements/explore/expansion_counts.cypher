// What an expansion of an entity would add
// One row for each sign and type; `all_ties` and `all_neighbours` count each tie and neighbour once over all rows.
// :param entity entity  The entity to expand
// :use level lens known_by since until
// :returns table
// :record ExpansionCount sign sign, event_type event_type, ties integer, neighbours integer, claims integer,
//    all_ties integer, all_neighbours integer
CALL {
  MATCH (tie:Tie {actor: $entity, level: $level}) RETURN tie, tie.recipient AS neighbour
  UNION
  MATCH (tie:Tie {recipient: $entity, level: $level}) RETURN tie, tie.actor AS neighbour
}
WITH tie, neighbour
WHERE $lens IN tie.lenses
MATCH (tie)<-[:FORMS]-()<-[:ASSERTS]-(claim:Claim)
WHERE $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
  AND ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
WITH collect({tie: tie.id, sign: tie.sign, event_type: claim.event_type, neighbour: neighbour}) AS seen,
     count(DISTINCT tie.id) AS all_ties, count(DISTINCT neighbour) AS all_neighbours
UNWIND seen AS one
RETURN one.sign AS sign, one.event_type AS event_type, count(DISTINCT one.tie) AS ties,
       count(DISTINCT one.neighbour) AS neighbours, count(*) AS claims, all_ties, all_neighbours
ORDER BY claims DESC, sign, event_type
