// Who talks to adversaries
// :title id Siapa berbicara dengan pihak yang bermusuhan
// Actors who talked with both sides of a reported material conflict. Possible mediators, the busiest first.
// :use level lens known_by since until
// :param limit integer = 30  Maximum number of actors
// :returns table
// :then talkers_to_adversaries
// :reads entity id, name name, kind kind, voices integer, partners [id], attacked [id]
// :columns name name, kind kind, voices integer, conflicts [name], entity id
CALL () {
  // :part if_all_claims_count
  // :part ties_of_level
    AND ',' + tie.event_types[at] CONTAINS ',CONSULT '
  WITH tie, at, ['CONSULT'] AS types
  // :part bound_voices
  WITH collect({tie: tie, own: own, most: most}) AS talks
  // Voices that no other tie has need no claims, and are none of those that ties share.
  CALL (talks) {
    UNWIND talks AS talk
    WITH talk.tie AS tie, talk.own AS own, talk.most AS most
    WHERE own = most
    RETURN tie, own, null AS voice
    UNION ALL
    UNWIND talks AS talk
    WITH talk.tie AS tie, talk.own AS own, talk.most AS most
    WHERE own < most
    MATCH (tie)<-[:FORMS]-(event:Event)<-[:ASSERTS]-(claim:Claim)
    WHERE event.event_type = 'CONSULT' AND $lens IN claim.lenses
    RETURN tie, 0 AS own, claim.voice AS voice
  }
  RETURN tie, own, voice
  UNION ALL
  // :part if_some_claims_count
  // :part claims_of_period
  MATCH (claim)-[:ASSERTS]->(event:Event)-[:FORMS]->(tie:Tie {level: $level})
  WHERE event.event_type = 'CONSULT'
  RETURN tie, 0 AS own, claim.voice AS voice
}
UNWIND [[tie.actor, tie.recipient], [tie.recipient, tie.actor]] AS pair
WITH pair[0] AS who, collect(DISTINCT pair[1]) AS partners, sum(own) + count(DISTINCT voice) AS voices
WITH collect({who: who, partners: partners, voices: voices}) AS talkers
CALL (talkers) {
  UNWIND talkers AS talker
  RETURN talker.who AS who, talker.partners AS partners, talker.voices AS voices, null AS attacked
  UNION ALL
  UNWIND talkers[..1] AS any_talker
  // :part ties_of_level
    AND tie.sign = 'conflict'
    AND any(kind IN ['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'SANCTION']
            WHERE ',' + tie.event_types[at] CONTAINS ',' + kind + ' ')
    AND ($known_by IS NULL OR EXISTS {
      MATCH (tie)<-[:FORMS]-(:Event {quad: 4})<-[:ASSERTS]-(known:Claim)
      WHERE $lens IN known.lenses AND known.known_on <= $known_by
    })
  WITH tie.actor AS who, collect(DISTINCT tie.recipient) AS attacked
  RETURN who, null AS partners, null AS voices, attacked
}
WITH who, collect(partners) AS partners, sum(voices) AS voices, collect(attacked) AS attacked
WHERE size(partners) > 0
// :part entity_of_id
RETURN who AS entity, entity.name AS name, entity.kind AS kind, voices, partners[0] AS partners,
       coalesce(attacked[0], []) AS attacked
ORDER BY entity
