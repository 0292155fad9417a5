// Ties of new entities among themselves and with others, from precomputed counts
// Like `explore/ties_among` without filters on claims, and without ties among the others, but faster:
// it reads the counts that `load/count_ties` stores.
// :param fresh entities  The new entities
// :param others entities = null  The other entities
// :use level lens sign
// :param limit integer = 600  Maximum number of ties
// :returns graph
CALL () {
  UNWIND $fresh AS id
  MATCH (tie:Tie {actor: id, level: $level}) WHERE tie.recipient IN $fresh RETURN tie
  UNION
  UNWIND CASE WHEN $others IS NULL THEN [] ELSE $fresh END AS id
  MATCH (tie:Tie {actor: id, level: $level}) WHERE tie.recipient IN $others RETURN tie
  UNION
  UNWIND CASE WHEN $others IS NULL THEN [] ELSE $fresh END AS id
  MATCH (tie:Tie {recipient: id, level: $level}) WHERE tie.actor IN $others RETURN tie
}
// :part place_of_lens
  AND ($sign IS NULL OR tie.sign = $sign)
WITH tie, at
ORDER BY tie.voices[at] DESC,
         CASE WHEN tie.bounds[at] > tie.last_dates[at] THEN tie.bounds[at] ELSE tie.last_dates[at] END DESC, tie.id
LIMIT $limit
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
// :part read_counts
// :part return_ties
// :part strongest_first
