// Who does what to whom
// :title id Siapa berbuat apa kepada siapa
// A matrix of actors and recipients by independent voices, for all event types or the selected ones.
// What two do together is done by each with the other.
// :use level event_types sign lens known_by since until
// :param limit integer = 150  Maximum number of pairs
// :returns chart heatmap recipient_name actor_name voices
// :columns actor_name name, recipient_name name, voices integer, claims integer,
//    event_types [event_type], signs [sign], actor id, recipient id
// :tag overview matrix
CALL {
  // :part if_all_claims_count
  // :part ties_of_level
  WHERE tie.sign <> 'relation' AND ($sign IS NULL OR tie.sign = $sign)
  WITH tie, at, $event_types AS types
  // :part bound_voices
  // :part way_of_tie
  WITH one, other, collect(tie.id) AS ties, max(least) AS least, sum(most) AS most
  ORDER BY least DESC
  // Claims are counted only for pairs that may be among the first.
  WITH collect({one: one, other: other, ties: ties, least: least, most: most}) AS ranked
  UNWIND [each IN ranked WHERE each.most >= coalesce(ranked[$limit - 1].least, 0)] AS pair
  UNWIND pair.ties AS id
  MATCH (tie:Tie {id: id})
  MATCH (tie)<-[:FORMS]-(:Event)<-[:ASSERTS]-(claim:Claim)
  WHERE $lens IN claim.lenses AND ($event_types IS NULL OR claim.event_type IN $event_types)
  RETURN pair.one AS one, pair.other AS other, tie.sign AS sign, claim
  UNION ALL
  // :part if_some_claims_count
  // :part claims_of_period
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  MATCH (claim)-[:ASSERTS]->(:Event)-[:FORMS]->(tie:Tie {level: $level})
  WHERE $sign IS NULL OR tie.sign = $sign
  // :part way_of_tie
  RETURN one, other, tie.sign AS sign, claim
}
WITH one AS first, other AS second, count(DISTINCT claim.voice) AS voices, count(DISTINCT claim.id) AS claims,
     collect(DISTINCT claim.event_type) AS event_types, collect(DISTINCT sign) AS signs
ORDER BY voices DESC, first, second
LIMIT $limit
// :part name_pair
RETURN first_name AS actor_name, second_name AS recipient_name, voices, claims,
       COLLECT { UNWIND event_types AS each RETURN each ORDER BY each } AS event_types,
       COLLECT { UNWIND signs AS each RETURN each ORDER BY each } AS signs, first AS actor, second AS recipient
ORDER BY voices DESC, actor, recipient
