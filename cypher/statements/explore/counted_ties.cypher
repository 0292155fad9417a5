// Ties by their ids, from precomputed counts
// Like `explore/ties` without filters on claims, but faster: it reads the counts that `load/count_ties` stores.
// :param ids ids  The ties
// :param level level = null  Only ties of this level
// :use lens
// :param limit integer = 600  Maximum number of ties
// :returns graph
UNWIND $ids AS id
MATCH (tie:Tie {id: id})
WHERE $level IS NULL OR tie.level = $level
// :part place_of_lens
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
// :part read_counts
// :part return_ties
// :part strongest_first
LIMIT $limit
