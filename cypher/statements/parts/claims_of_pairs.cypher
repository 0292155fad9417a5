// The claims on events of up to three pairs of entities, in both directions
// Expects the entities in $first to $sixth. Leaves number (0 to 2), pair (names of both sides), sign, event and claim,
// a row for each tie that the event forms. The people of a state are on its side.
UNWIND [each IN [$first, $second, $third, $fourth, $fifth, $sixth] WHERE each IS NOT NULL] AS asked
// :part counts_for
CALL (meant) {
  MATCH (entity:Country {id: meant}) RETURN entity.name AS name
  UNION
  MATCH (entity:Actor {id: meant}) RETURN entity.name AS name
}
WITH collect({asked: asked, name: name, ids: CASE WHEN people IS NULL THEN [meant] ELSE [meant, people] END}) AS sides
UNWIND [[0, $first, $second], [1, $third, $fourth], [2, $fifth, $sixth]] AS wanted
WITH wanted[0] AS number, [side IN sides WHERE side.asked = wanted[1]][0] AS one,
     [side IN sides WHERE side.asked = wanted[2]][0] AS other
WHERE one IS NOT NULL AND other IS NOT NULL
UNWIND [[one, other], [other, one]] AS way
WITH number, one.name + ' – ' + other.name AS pair, way[0].ids AS near, way[1].ids AS far
UNWIND near AS id
MATCH (tie:Tie {actor: id, level: $level})
WHERE tie.recipient IN far AND $lens IN tie.lenses AND tie.sign <> 'relation'
MATCH (tie)<-[:FORMS]-(event:Event)<-[:ASSERTS]-(claim:Claim)
WHERE $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
  AND ($since IS NULL OR claim.placed_until >= $since) AND ($until IS NULL OR claim.placed_from <= $until)
WITH number, pair, tie.sign AS sign, event, claim
