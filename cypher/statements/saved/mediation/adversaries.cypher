// Who talks to adversaries
// :title id Siapa berbicara dengan pihak yang bermusuhan
// Actors who talked with both sides of a reported material conflict. Possible mediators, the busiest first.
// :use level lens known_by since until
// :param limit integer = 30  Maximum number of actors
// :returns table
// :columns name name, kind kind, voices integer, conflicts [name], entity id
MATCH (claim:Claim)-[:ASSERTS]->(:Event {event_type: 'CONSULT'})-[:FORMS]->(talk:Tie {level: $level})
WHERE claim.placed_until >= coalesce($since, '0000')
  AND claim.placed_from <= coalesce($until, '9999')
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
UNWIND [[talk.actor, talk.recipient], [talk.recipient, talk.actor]] AS pair
WITH pair[0] AS who, collect(DISTINCT pair[1]) AS partners, count(DISTINCT claim.voice) AS voices
WHERE size(partners) > 1
UNWIND partners AS partner
MATCH (conflict:Tie {actor: partner, level: $level})
WHERE conflict.recipient IN partners AND conflict.sign = 'conflict' AND $lens IN conflict.lenses
  AND EXISTS {
    MATCH (conflict)<-[:FORMS]-(:Event {quad: 4})<-[:ASSERTS]-(known:Claim)
    WHERE $lens IN known.lenses AND ($known_by IS NULL OR known.known_on <= $known_by)
  }
MATCH (conflict)<-[:INITIATES]-(attacker)
MATCH (conflict)-[:REACHES]->(attacked)
WITH who, voices, collect(DISTINCT attacker.name + ' → ' + attacked.name) AS conflicts
OPTIONAL MATCH (as_country:Country {id: who})
OPTIONAL MATCH (as_actor:Actor {id: who})
WITH *, coalesce(as_country, as_actor) AS entity
RETURN entity.name AS name, entity.kind AS kind, voices, conflicts, who AS entity
ORDER BY size(conflicts) DESC, voices DESC, entity
LIMIT $limit
