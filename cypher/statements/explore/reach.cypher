// Neighbours of several entities
// One row for each pair, in either direction: the steps of a search for paths. Only neighbours of these
// kinds are reached, besides the entities themselves, and only over ties with a claim that passes lens and filters.
// :param entities entities  The entities whose neighbours are wanted
// :use level lens known_by
// :param signs strings = null  Only ties of these signs: cooperation, conflict, relation
// :use event_types
// :param kinds strings = null  Only neighbours of these kinds, such as country or person
// :use statuses since until publishers languages speakers least_confidence
// :param limit integer = 20000  Maximum number of pairs
// :returns table
// :record ReachedNeighbour entity id, neighbour id, ties integer
UNWIND $entities AS id
CALL (id) {
  MATCH (tie:Tie {actor: id, level: $level}) RETURN tie, tie.recipient AS near
  UNION
  MATCH (tie:Tie {recipient: id, level: $level}) RETURN tie, tie.actor AS near
}
WITH id, tie, near
WHERE $lens IN tie.lenses AND ($signs IS NULL OR tie.sign IN $signs) AND near <> id
  AND (($event_types IS NULL AND $statuses IS NULL AND $since IS NULL AND $until IS NULL AND $known_by IS NULL
        AND $publishers IS NULL AND $languages IS NULL AND $speakers IS NULL AND $least_confidence IS NULL)
       OR EXISTS {
         MATCH (tie)<-[:FORMS]-(assertion)<-[:ASSERTS]-(claim:Claim)
         // :part filter_claims
           AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
       })
  AND ($kinds IS NULL OR near IN $entities
       OR EXISTS { MATCH (country:Country {id: near}) WHERE country.kind IN $kinds }
       OR EXISTS { MATCH (actor:Actor {id: near}) WHERE actor.kind IN $kinds })
RETURN id AS entity, near AS neighbour, count(DISTINCT tie.id) AS ties
ORDER BY entity, ties DESC, neighbour
LIMIT $limit
