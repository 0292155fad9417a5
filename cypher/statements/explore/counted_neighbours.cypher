// Neighbours of an entity, from precomputed counts
// Like `explore/neighbours` without filters on claims, but faster: it reads the counts that `load/count_ties` stores.
// :param entity entity  The entity whose neighbours are wanted
// :use level lens
// :param signs strings = null  Only ties of these signs: cooperation, conflict, neutral, relation
// :param rank string = voices  What comes first: voices, recent or central
// :param limit integer = 25  Maximum number of ties
// :returns graph
CALL () {
  MATCH (tie:Tie {actor: $entity, level: $level}) RETURN tie
  UNION
  MATCH (tie:Tie {recipient: $entity, level: $level}) RETURN tie
}
// :part place_of_lens
  AND ($signs IS NULL OR tie.sign IN $signs)
WITH tie, at, tie.voices[at] AS heard,
     CASE WHEN tie.bounds[at] > tie.last_dates[at] THEN tie.bounds[at] ELSE tie.last_dates[at] END AS latest
WITH tie, at, heard, latest, CASE WHEN $rank = 'recent' THEN latest ELSE '' END AS recent,
     CASE WHEN tie.actor = $entity THEN tie.recipient ELSE tie.actor END AS far
WITH far, collect({tie: tie, at: at, heard: heard, latest: latest, recent: recent}) AS between
WITH between, CASE WHEN $rank = 'central' THEN COUNT {
    MATCH (any:Tie {actor: far, level: $level}) WHERE $lens IN any.lenses
  } + COUNT {
    MATCH (any:Tie {recipient: far, level: $level}) WHERE $lens IN any.lenses
  } ELSE 0 END AS central
UNWIND between AS each
WITH each.tie AS tie, each.at AS at, each.heard AS heard, each.latest AS latest, each.recent AS recent, central
ORDER BY recent DESC, central DESC, heard DESC, latest DESC, tie.id
LIMIT $limit
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
// :part read_counts
// :part return_ties
ORDER BY recent DESC, central DESC, voices DESC, latest DESC, tie
