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
CALL () {
  // :part if_all_claims_count
  // :part ties_of_level
    AND tie.sign <> 'relation' AND ($sign IS NULL OR tie.sign = $sign)
  WITH tie, at, $event_types AS types
  // :part bound_voices
  // :part way_of_tie
  WITH one, other, collect(tie.id) AS ties, sum(told) AS told, sum(own) AS own, max(least) AS least, sum(most) AS most
  WITH one, other, ties, told, most, CASE WHEN own > least THEN own ELSE least END AS least
  ORDER BY least DESC
  WITH collect({one: one, other: other, ties: ties, told: told, least: least, most: most}) AS ranked
  UNWIND [each IN ranked WHERE each.most >= coalesce(ranked[$limit - 1].least, 0)] AS pair
  // Claims are read only of those that may be among the first, if several of their ties may have a voice.
  CALL (pair) {
    UNWIND CASE WHEN pair.least = pair.most THEN pair.ties ELSE [] END AS id
    MATCH (tie:Tie {id: id})
    WITH pair, tie, [i IN range(0, size(tie.lenses) - 1) WHERE tie.lenses[i] = $lens][0] AS at
    UNWIND [each IN split(tie.event_types[at], ',') | split(each, ' ')[0]] AS kind
    WITH pair, tie, kind
    WHERE $event_types IS NULL OR kind IN $event_types
    WITH pair, collect(DISTINCT kind) AS event_types, collect(DISTINCT tie.sign) AS signs
    RETURN pair.most AS voices, pair.told AS claims, event_types, signs
    UNION ALL
    UNWIND CASE WHEN pair.least = pair.most THEN [] ELSE pair.ties END AS id
    MATCH (tie:Tie {id: id})
    MATCH (tie)<-[:FORMS]-(:Event)<-[:ASSERTS]-(claim:Claim)
    WHERE $lens IN claim.lenses AND ($event_types IS NULL OR claim.event_type IN $event_types)
    WITH pair, count(DISTINCT claim.voice) AS voices, collect(DISTINCT claim.event_type) AS event_types,
         collect(DISTINCT tie.sign) AS signs
    RETURN voices, pair.told AS claims, event_types, signs
  }
  RETURN pair.one AS one, pair.other AS other, voices, claims, event_types, signs
  UNION ALL
  // :part if_some_claims_count
  // :part claims_of_period
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  MATCH (claim)-[:ASSERTS]->(:Event)-[:FORMS]->(tie:Tie {level: $level})
  WHERE $sign IS NULL OR tie.sign = $sign
  // :part way_of_tie
  RETURN one, other, count(DISTINCT claim.voice) AS voices, count(DISTINCT claim.id) AS claims,
         collect(DISTINCT claim.event_type) AS event_types, collect(DISTINCT tie.sign) AS signs
}
WITH one AS first, other AS second, voices, claims, event_types, signs
ORDER BY voices DESC, first, second
LIMIT $limit
// :part name_pair
RETURN first_name AS actor_name, second_name AS recipient_name, voices, claims,
       COLLECT { UNWIND event_types AS each RETURN each ORDER BY each } AS event_types,
       COLLECT { UNWIND signs AS each RETURN each ORDER BY each } AS signs, first AS actor, second AS recipient
ORDER BY voices DESC, actor, recipient
