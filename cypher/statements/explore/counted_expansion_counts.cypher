// What an expansion of an entity would add, from precomputed counts
// Like `explore/expansion_counts` without filters on claims and kinds, but faster: it reads the counts that `load/count_ties` stores.
// :param entity entity  The entity to expand
// :use level lens
// :param signs strings = null  Only ties of these signs: cooperation, conflict, neutral, relation
// :returns table
// :record ExpansionCount sign sign, event_type event_type, ties integer, neighbours integer, claims integer,
//    all_ties integer, all_neighbours integer
CALL () {
  MATCH (tie:Tie {actor: $entity, level: $level}) RETURN tie
  UNION ALL
  MATCH (tie:Tie {recipient: $entity, level: $level}) WHERE tie.actor <> $entity RETURN tie
}
// :part place_of_lens
  AND ($signs IS NULL OR tie.sign IN $signs)
WITH tie, at, CASE WHEN tie.actor = $entity THEN tie.recipient ELSE tie.actor END AS neighbour
WITH collect({sign: tie.sign, neighbour: neighbour, event_types: tie.event_types[at]}) AS seen,
     count(*) AS all_ties, count(DISTINCT neighbour) AS all_neighbours
UNWIND seen AS one
UNWIND split(one.event_types, ',') AS counted
WITH one, all_ties, all_neighbours, split(counted, ' ') AS counted
WITH one.sign AS sign, counted[0] AS event_type, count(*) AS ties, count(DISTINCT one.neighbour) AS neighbours,
     sum(toInteger(counted[1])) AS claims, all_ties, all_neighbours
RETURN sign, event_type, ties, neighbours, claims, all_ties, all_neighbours
ORDER BY claims DESC, sign, event_type
