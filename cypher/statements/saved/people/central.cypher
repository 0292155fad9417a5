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
CALL () {
  // :part if_all_claims_count
  // :part ties_of_level
  UNWIND [[tie.actor, tie.recipient], [tie.recipient, tie.actor]] AS pair
  WITH pair[0] AS who, count(DISTINCT pair[1]) AS neighbours,
       count(DISTINCT CASE WHEN tie.sign = 'conflict' THEN pair[1] END) AS adversaries,
       count(DISTINCT CASE WHEN tie.sign = 'cooperation' THEN pair[1] END) AS partners,
       sum(tie.own_voices[at]) AS least, sum(tie.voices[at]) AS most
  WHERE $kinds IS NULL
     OR EXISTS { MATCH (country:Country {id: who}) WHERE country.kind IN $kinds }
     OR EXISTS { MATCH (actor:Actor {id: who}) WHERE actor.kind IN $kinds }
  WITH who, neighbours, adversaries, partners, least, most
  ORDER BY neighbours DESC
  WITH collect({who: who, neighbours: neighbours, adversaries: adversaries, partners: partners,
                least: least, most: most}) AS ranked
  UNWIND [each IN ranked WHERE each.neighbours >= coalesce(ranked[$limit - 1].neighbours, 0)] AS found
  // Claims are read only of those that may be among the first, if several of their ties may have a voice.
  CALL (found) {
    UNWIND CASE WHEN found.least = found.most THEN [found.most] ELSE [] END AS voices
    RETURN voices
    UNION ALL
    UNWIND CASE WHEN found.least = found.most THEN [] ELSE [found.who] END AS end
    // :part ties_at_end
    WHERE $lens IN tie.lenses
    MATCH (tie)<-[:FORMS]-()<-[:ASSERTS]-(claim:Claim)
    WHERE $lens IN claim.lenses
    WITH end, count(DISTINCT claim.voice) AS voices
    RETURN voices
  }
  RETURN found.who AS who, found.neighbours AS neighbours, found.adversaries AS adversaries,
         found.partners AS partners, voices
  UNION ALL
  // :part if_some_claims_count
  // :part claims_of_period
  MATCH (claim)-[:ASSERTS]->()-[:FORMS]->(tie:Tie {level: $level})
  UNWIND [[tie.actor, tie.recipient], [tie.recipient, tie.actor]] AS pair
  RETURN pair[0] AS who, count(DISTINCT pair[1]) AS neighbours,
         count(DISTINCT CASE WHEN tie.sign = 'conflict' THEN pair[1] END) AS adversaries,
         count(DISTINCT CASE WHEN tie.sign = 'cooperation' THEN pair[1] END) AS partners,
         count(DISTINCT claim.voice) AS voices
}
// :part entity_of_id
WHERE $kinds IS NULL OR entity.kind IN $kinds
RETURN entity.name AS name, entity.kind AS kind, neighbours, partners, adversaries, voices, who AS entity
ORDER BY neighbours DESC, voices DESC, entity
LIMIT $limit
