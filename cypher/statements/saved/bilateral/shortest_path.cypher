// Shortest paths between two actors
// :title id Jalur terpendek antara dua pihak
// The shortest paths of ties under the lens, over at most two other entities. Choose a sign to follow
// only cooperation or only conflict.
// :param first entity  The first entity
// :param second entity  The second entity
// :use level lens known_by
// :param sign sign = null  Only paths over ties of this sign
// :param limit integer = 60  Maximum number of ties
// :returns graph

// Not shortestPath(): on one of the engines it looks at the lens only after it has chosen a path.
// :part lifted_pair
UNWIND [one, other] AS end
CALL (end) {
  MATCH (tie:Tie {actor: end, level: $level}) RETURN tie, tie.recipient AS near
  UNION
  MATCH (tie:Tie {recipient: end, level: $level}) RETURN tie, tie.actor AS near
}
WITH one, other, end, tie, near
WHERE $lens IN tie.lenses AND ($sign IS NULL OR tie.sign = $sign)
  AND ($known_by IS NULL OR EXISTS {
    MATCH (tie)<-[:FORMS]-()<-[:ASSERTS]-(claim:Claim) WHERE $lens IN claim.lenses AND claim.known_on <= $known_by
  })
WITH one, other, collect(CASE WHEN end = one THEN near END) AS around_first,
     collect(CASE WHEN end = other THEN near END) AS around_second
WITH one, other, around_first, around_second, other IN around_first AS tied,
     [near IN around_first WHERE near IN around_second] AS shared
CALL (around_first, around_second, tied, shared) {
  UNWIND CASE WHEN tied OR size(shared) > 0 OR size(around_second) = 0 THEN [] ELSE around_first END AS near
  CALL (near) {
    MATCH (tie:Tie {actor: near, level: $level}) RETURN tie, tie.recipient AS far
    UNION ALL
    MATCH (tie:Tie {recipient: near, level: $level}) RETURN tie, tie.actor AS far
  }
  WITH near, far, tie
  WHERE far IN around_second AND $lens IN tie.lenses AND ($sign IS NULL OR tie.sign = $sign)
    AND ($known_by IS NULL OR EXISTS {
      MATCH (tie)<-[:FORMS]-()<-[:ASSERTS]-(claim:Claim) WHERE $lens IN claim.lenses AND claim.known_on <= $known_by
    })
  RETURN collect(near) AS near_first, collect(far) AS near_second
}
WITH CASE WHEN one = other THEN []
          WHEN tied THEN [[one], [other]]
          WHEN size(shared) > 0 THEN [[one], shared, [other]]
          WHEN size(near_first) > 0 THEN [[one], near_first, near_second, [other]]
          ELSE [] END AS stages
UNWIND range(0, size(stages) - 2) AS step
WITH stages[step] AS here, stages[step + 1] AS there
CALL (here, there) {
  UNWIND here AS id
  MATCH (tie:Tie {actor: id, level: $level})
  WHERE tie.recipient IN there AND $lens IN tie.lenses AND ($sign IS NULL OR tie.sign = $sign)
  RETURN tie
  UNION
  UNWIND here AS id
  MATCH (tie:Tie {recipient: id, level: $level})
  WHERE tie.actor IN there AND $lens IN tie.lenses AND ($sign IS NULL OR tie.sign = $sign)
  RETURN tie
}
WITH DISTINCT tie
// :part place_of_lens
// :part first_by_counts
// :part claims_of_ties
// :part count_claims
// :part return_ties
// :part strongest_first
LIMIT $limit
