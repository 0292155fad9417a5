// Whom two actors both deal with
// :title id Pihak yang sama-sama berhubungan dengan keduanya
// The ties of both to their common neighbours: allies of one may be adversaries of the other.
// :param first entity  One of the two
// :param second entity  The other
// :use lens known_by sign
// :param limit integer = 60  At most so many ties
// :returns graph
UNWIND [$first, $second] AS id
CALL (id) {
  MATCH (tie:Tie {actor: id}) RETURN tie, tie.recipient AS neighbour
  UNION
  MATCH (tie:Tie {recipient: id}) RETURN tie, tie.actor AS neighbour
}
WITH id, tie, neighbour
WHERE $lens IN tie.lenses AND ($sign IS NULL OR tie.sign = $sign) AND NOT neighbour IN [$first, $second]
WITH neighbour, collect(DISTINCT id) AS sides, collect(tie) AS ties
WHERE size(sides) = 2
UNWIND ties AS tie
// :part claims_of_ties
// :part count_claims
// :part return_ties
ORDER BY voices DESC, coalesce(last_date, '') DESC, tie
LIMIT $limit
