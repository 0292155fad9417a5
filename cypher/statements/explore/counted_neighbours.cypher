// Neighbours of an entity, from precomputed counts
// Like `explore/neighbours` without filters on claims, but faster: it reads the counts that `load/count_ties` stores.
// :param entity entity  The entity whose neighbours are wanted
// :use level lens
// :param signs strings = null  Only ties of these signs: cooperation, conflict, neutral, relation
// :param rank string = voices  What comes first: voices, recent or central
// :param limit integer = 25  Maximum number of ties
// :returns graph
CALL () {
  UNWIND CASE WHEN $rank = 'central' THEN [] ELSE [$entity] END AS end
  // :part ties_at_end
  // :part place_of_lens
    AND ($signs IS NULL OR tie.sign IN $signs)
  WITH tie, at, tie.voices[at] AS heard, tie.last_dates[at] AS last_date, tie.bounds[at] AS bound
  WITH tie, at, heard, CASE WHEN bound > last_date THEN bound ELSE last_date END AS latest
  WITH tie, at, heard, latest, CASE WHEN $rank = 'recent' THEN latest ELSE '' END AS recent
  ORDER BY recent DESC, heard DESC, latest DESC, tie.id
  LIMIT $limit
  RETURN tie, at, heard, latest, recent, 0 AS central
  UNION ALL
  UNWIND CASE WHEN $rank = 'central' THEN [$entity] ELSE [] END AS end
  // :part ties_at_end
  // :part place_of_lens
    AND ($signs IS NULL OR tie.sign IN $signs)
  WITH tie, at, tie.voices[at] AS heard, tie.last_dates[at] AS last_date, tie.bounds[at] AS bound
  WITH tie, at, heard, CASE WHEN bound > last_date THEN bound ELSE last_date END AS latest,
       CASE WHEN tie.actor = $entity THEN tie.recipient ELSE tie.actor END AS far
  WITH far, collect({tie: tie, at: at, heard: heard, latest: latest}) AS between
  WITH between, COUNT {
      MATCH (any:Tie {actor: far, level: $level}) WHERE $lens IN any.lenses
    } + COUNT {
      MATCH (any:Tie {recipient: far, level: $level}) WHERE $lens IN any.lenses
    } AS central
  UNWIND between AS each
  WITH each.tie AS tie, each.at AS at, each.heard AS heard, each.latest AS latest, central
  ORDER BY central DESC, heard DESC, latest DESC, tie.id
  LIMIT $limit
  RETURN tie, at, heard, latest, '' AS recent, central
}
WITH tie, at, heard, latest, recent, central
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
// :part read_counts
// :part return_ties
ORDER BY recent DESC, central DESC, voices DESC, latest DESC, tie
