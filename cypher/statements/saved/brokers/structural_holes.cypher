// Brokers between unconnected actors
// :title id Perantara pihak yang tidak saling berhubungan
// For each well-connected entity, the number of pairs of its neighbours without a tie of their own under the lens:
// the entity is a broker between them.
// :use level lens known_by since until
// :param candidates integer = 25  Number of best-connected entities to examine
// :param limit integer = 15  Maximum number of entities
// :returns chart bar name open_pairs
// :columns name name, kind kind, open_pairs integer, neighbours integer, tied_pairs integer, entity id
// :tag brokerage network
MATCH (claim:Claim)-[:ASSERTS]->()-[:FORMS]->(tie:Tie {level: $level})
WHERE claim.placed_until >= coalesce($since, '0000')
  AND claim.placed_from <= coalesce($until, '9999')
  AND $lens IN claim.lenses
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
UNWIND [[tie.actor, tie.recipient], [tie.recipient, tie.actor]] AS pair
WITH pair[0] AS who, collect(DISTINCT pair[1]) AS neighbours
WHERE size(neighbours) > 1
WITH who, neighbours
ORDER BY size(neighbours) DESC, who
LIMIT $candidates
CALL (neighbours) {
  UNWIND neighbours AS one
  MATCH (between:Tie {actor: one, level: $level})
  WHERE between.recipient IN neighbours AND $lens IN between.lenses
    AND ($known_by IS NULL OR EXISTS {
      MATCH (between)<-[:FORMS]-()<-[:ASSERTS]-(known:Claim) WHERE $lens IN known.lenses AND known.known_on <= $known_by
    })
  WITH CASE WHEN one < between.recipient THEN one + ' ' + between.recipient ELSE between.recipient + ' ' + one END AS pair
  RETURN count(DISTINCT pair) AS tied_pairs
}
OPTIONAL MATCH (as_country:Country {id: who})
OPTIONAL MATCH (as_actor:Actor {id: who})
WITH *, coalesce(as_country, as_actor) AS entity, size(neighbours) AS degree
WITH *, degree * (degree - 1) / 2 - tied_pairs AS open_pairs
WHERE open_pairs > 0
RETURN entity.name AS name, entity.kind AS kind, open_pairs, degree AS neighbours, tied_pairs, who AS entity
ORDER BY open_pairs DESC, neighbours DESC, entity
LIMIT $limit
