// Neighbours of an entity
// :title id Tetangga sebuah entitas
// Ranked by independent voices, then by the latest date; or first by the latest date or report (recent), or by the number of
// ties of the neighbour under the lens (central).
// :param entity entity  The entity whose neighbours are wanted
// :use level lens known_by
// :param signs strings = null  Only ties of these signs: cooperation, conflict, neutral, relation
// :use event_types
// :param kinds strings = null  Only neighbours of these kinds, such as country or person
// :use statuses since until publishers languages speakers least_confidence
// :param rank string = voices  What comes first: voices, recent or central
// :param limit integer = 25  Maximum number of ties
// :returns graph
CALL () {
  MATCH (tie:Tie {actor: $entity, level: $level}) RETURN tie
  UNION
  MATCH (tie:Tie {recipient: $entity, level: $level}) RETURN tie
}
WITH tie
WHERE $lens IN tie.lenses AND ($signs IS NULL OR tie.sign IN $signs)
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
WHERE $kinds IS NULL OR CASE WHEN tie.actor = $entity THEN recipient.kind ELSE actor.kind END IN $kinds
MATCH (tie)<-[:FORMS|DENIES]-(assertion)<-[:ASSERTS]-(claim:Claim)
// :part filter_claims
// :part count_claims
WITH *, CASE WHEN tie.actor = $entity THEN recipient.id ELSE actor.id END AS far
WITH *, CASE WHEN coalesce(not_after, '') > coalesce(last_date, '') THEN not_after ELSE coalesce(last_date, '') END AS latest
WITH *, CASE WHEN $rank = 'recent' THEN latest ELSE '' END AS recent,
     CASE WHEN $rank = 'central' THEN COUNT {
       MATCH (any:Tie {actor: far, level: $level})
       WHERE $lens IN any.lenses AND ($known_by IS NULL OR EXISTS {
         MATCH (any)<-[:FORMS]-()<-[:ASSERTS]-(known:Claim) WHERE $lens IN known.lenses AND known.known_on <= $known_by
       })
     } + COUNT {
       MATCH (any:Tie {recipient: far, level: $level})
       WHERE $lens IN any.lenses AND ($known_by IS NULL OR EXISTS {
         MATCH (any)<-[:FORMS]-()<-[:ASSERTS]-(known:Claim) WHERE $lens IN known.lenses AND known.known_on <= $known_by
       })
     } ELSE 0 END AS central
// :part return_ties
ORDER BY recent DESC, central DESC, voices DESC, latest DESC, tie
LIMIT $limit
