// Common neighbours of two actors
// :title id Tetangga bersama dua pihak
// The ties of both actors to their common neighbours: allies of one may be adversaries of the other.
// :param first entity  The first entity
// :param second entity  The second entity
// :use level lens known_by sign
// :param limit integer = 60  Maximum number of ties
// :returns graph
// :part lifted_pair
UNWIND [one, other] AS id
CALL (id) {
  MATCH (tie:Tie {actor: id, level: $level}) RETURN tie, tie.recipient AS neighbour
  UNION
  MATCH (tie:Tie {recipient: id, level: $level}) RETURN tie, tie.actor AS neighbour
}
WITH one, other, id, tie, neighbour
WHERE $lens IN tie.lenses AND ($sign IS NULL OR tie.sign = $sign) AND NOT neighbour IN [one, other]
  AND ($known_by IS NULL OR EXISTS {
    MATCH (tie)<-[:FORMS]-()<-[:ASSERTS]-(known:Claim) WHERE $lens IN known.lenses AND known.known_on <= $known_by
  })
WITH neighbour, collect(DISTINCT id) AS sides, collect(tie) AS ties
WHERE size(sides) = 2
UNWIND ties AS tie
// :part place_of_lens
// :part first_by_counts
// :part claims_of_ties
// :part count_claims
// :part return_ties
// :part strongest_first
LIMIT $limit
