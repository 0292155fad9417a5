// Most connected entities in a period
// :title id Entitas paling terhubung dalam suatu masa
// Ranked by number of neighbours, then by independent voices.
// :param kinds strings = null  Only entities of these kinds, such as country or person
// :param level level = actor  Whose ties: of each actor, of the states and bodies for which they act, or of blocs of states
// :use lens known_by since until
// :param limit integer = 25  Maximum number of entities
// :returns chart bar name neighbours
// :columns name name, kind kind, neighbours integer, partners integer, adversaries integer, voices integer,
//    entity id
MATCH (claim:Claim)-[:ASSERTS]->()-[:FORMS]->(tie:Tie {level: $level})
WHERE claim.placed_until >= coalesce($since, '0000')
  AND claim.placed_from <= coalesce($until, '9999')
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
UNWIND [[tie.actor, tie.recipient], [tie.recipient, tie.actor]] AS pair
WITH pair[0] AS who, count(DISTINCT pair[1]) AS neighbours, count(DISTINCT claim.voice) AS voices,
     count(DISTINCT CASE WHEN tie.sign = 'conflict' THEN pair[1] END) AS adversaries,
     count(DISTINCT CASE WHEN tie.sign = 'cooperation' THEN pair[1] END) AS partners
OPTIONAL MATCH (as_country:Country {id: who})
OPTIONAL MATCH (as_actor:Actor {id: who})
WITH *, coalesce(as_country, as_actor) AS entity
WHERE $kinds IS NULL OR entity.kind IN $kinds
RETURN entity.name AS name, entity.kind AS kind, neighbours, partners, adversaries, voices, who AS entity
ORDER BY neighbours DESC, voices DESC, entity
LIMIT $limit
