// Brokers between blocs
// :title id Perantara antarblok
// For each entity, the pairs of its partners that have no tie of their own, by the blocs for which they count: of
// different blocs than the entity and each other (liaison), one of its own bloc and one of another (gatekeeper),
// both of one other bloc (consultant), or all of one bloc (coordinator). “Across” sums up the first two, and
// “Unlinked” counts the pairs of a bloc and another bloc or state that have no tie of their own at all.
// States without a bloc count for themselves. Only the pairs with most voices count.
// :param sign sign = cooperation  Only ties of this sign
// :param pairs integer = 3000  Number of pairs to look at, those with most voices
// :use level lens known_by since until
// :param limit integer = 20  Maximum number of entities
// :returns chart bar name across
// :then brokers_between_blocs
// :reads entity id, name name, kind kind, bloc id?, neighbours [id]
// :columns name name, kind kind, across integer, liaison integer, gatekeeper integer, consultant integer,
//    coordinator integer, unlinked integer, partners integer, entity id
// :tag brokerage network
CALL () {
  // :part if_all_claims_count
  // :part ties_of_level
    AND tie.sign = $sign
  RETURN tie.actor AS actor, tie.recipient AS recipient, tie.voices[at] AS voices
  UNION ALL
  // :part if_some_claims_count
  // :part claims_of_period
  MATCH (claim)-[:ASSERTS]->()-[:FORMS]->(tie:Tie {level: $level})
  WHERE tie.sign = $sign
  WITH tie, count(DISTINCT claim.voice) AS voices
  RETURN tie.actor AS actor, tie.recipient AS recipient, voices
}
WITH CASE WHEN actor < recipient THEN actor ELSE recipient END AS first,
     CASE WHEN actor < recipient THEN recipient ELSE actor END AS second, sum(voices) AS voices
WITH first, second, voices
ORDER BY voices DESC, first, second
LIMIT $pairs
UNWIND [[first, second], [second, first]] AS way
WITH way[0] AS who, collect(way[1]) AS neighbours
// :part entity_of_id
RETURN who AS entity, entity.name AS name, entity.kind AS kind, as_country.bloc AS bloc, neighbours
ORDER BY entity
