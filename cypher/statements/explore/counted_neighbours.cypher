// Neighbours of an entity, from precomputed counts
// Like `explore/neighbours` without filters on claims, but faster: it reads the counts that `load/count_ties` stores.
// :param entity entity  The entity whose neighbours are wanted
// :use level lens
// :param signs strings = null  Only ties of these signs: cooperation, conflict, neutral, relation
// :param rank string = voices  What comes first: voices or recent
// :param limit integer = 25  Maximum number of ties
// :returns graph
CALL {
  MATCH (tie:Tie {actor: $entity, level: $level}) RETURN tie
  UNION
  MATCH (tie:Tie {recipient: $entity, level: $level}) RETURN tie
}
// :part place_of_lens
  AND ($signs IS NULL OR tie.sign IN $signs)
WITH tie, at, tie.voices[at] AS heard,
     CASE WHEN tie.bounds[at] > tie.last_dates[at] THEN tie.bounds[at] ELSE tie.last_dates[at] END AS latest
WITH tie, at, heard, latest, CASE WHEN $rank = 'recent' THEN latest ELSE '' END AS recent
ORDER BY recent DESC, heard DESC, latest DESC, tie.id
LIMIT $limit
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
// :part read_counts
// :part return_ties
ORDER BY recent DESC, voices DESC, latest DESC, tie
