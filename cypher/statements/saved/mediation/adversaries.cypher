// Who talks to adversaries
// :title id Siapa berbicara dengan pihak yang bermusuhan
// Actors who talked with both sides of a reported material conflict. Possible mediators, the busiest first.
// :use level lens known_by since until
// :param limit integer = 30  Maximum number of actors
// :returns table
// :columns name name, kind kind, voices integer, conflicts [name], entity id
CALL () {
  // :part if_all_claims_count
  // :part ties_of_level
  WHERE ',' + tie.event_types[at] CONTAINS ',CONSULT '
  WITH tie, at, ['CONSULT'] AS types
  // :part bound_voices
  UNWIND [[tie.actor, tie.recipient], [tie.recipient, tie.actor]] AS pair
  RETURN pair[0] AS who, collect(DISTINCT pair[1]) AS partners, sum(own) AS least, sum(most) AS most
  UNION ALL
  // :part if_some_claims_count
  // :part claims_of_period
  MATCH (claim)-[:ASSERTS]->(event:Event)-[:FORMS]->(tie:Tie {level: $level})
  WHERE event.event_type = 'CONSULT'
  UNWIND [[tie.actor, tie.recipient], [tie.recipient, tie.actor]] AS pair
  RETURN pair[0] AS who, collect(DISTINCT pair[1]) AS partners, count(DISTINCT claim.voice) AS least,
         count(DISTINCT claim.voice) AS most
}
WITH who, partners, least, most
WHERE size(partners) > 1
WITH collect({who: who, partners: partners, least: least, most: most}) AS talkers
CALL (talkers) {
  // Conflicts are read once and not for each talker; rows with the same `end` bring the two ends of a conflict together.
  CALL (talkers) {
    UNWIND talkers AS talker
    UNWIND talker.partners AS end
    RETURN end, talker.who AS who, null AS conflict
    UNION ALL
    UNWIND talkers[..1] AS any_talker
    // :part ties_of_level
    WHERE tie.sign = 'conflict'
      AND any(kind IN ['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'SANCTION']
              WHERE ',' + tie.event_types[at] CONTAINS ',' + kind + ' ')
      AND ($known_by IS NULL OR EXISTS {
        MATCH (tie)<-[:FORMS]-(:Event {quad: 4})<-[:ASSERTS]-(known:Claim)
        WHERE $lens IN known.lenses AND known.known_on <= $known_by
      })
    MATCH (tie)<-[:INITIATES]-(attacker)
    MATCH (tie)-[:REACHES]->(attacked)
    RETURN attacker.id AS end, null AS who, {end: attacked.id, text: attacker.name + ' → ' + attacked.name} AS conflict
  }
  WITH end AS attacker, collect(who) AS around, collect(conflict) AS conflicts
  WHERE size(around) > 0
  UNWIND conflicts + [{end: attacker, around: around}] AS each
  WITH each.end AS attacked, collect(each.around) AS own,
       collect(CASE WHEN each.around IS NULL THEN {text: each.text, around: around} END) AS conflicts
  WHERE size(own) > 0
  UNWIND conflicts AS conflict
  UNWIND [who IN own[0] WHERE who IN conflict.around] AS who
  WITH who, collect(DISTINCT conflict.text) AS conflicts
  ORDER BY size(conflicts) DESC
  WITH collect({who: who, conflicts: conflicts}) AS ranked
  UNWIND [each IN ranked WHERE size(each.conflicts) >= coalesce(size(ranked[$limit - 1].conflicts), 0)] AS found
  RETURN found.who AS who, found.conflicts AS conflicts
}
WITH who, conflicts, [each IN talkers WHERE each.who = who][0] AS talker
// Claims are read only of those that may be among the first, if several of their ties may have a voice.
CALL (talker) {
  UNWIND CASE WHEN talker.least = talker.most THEN [talker.most] ELSE [] END AS voices
  RETURN voices
  UNION ALL
  UNWIND CASE WHEN talker.least = talker.most THEN [] ELSE [talker.who] END AS end
  // :part ties_at_end
  WHERE $lens IN tie.lenses AND any(each IN tie.event_types WHERE ',' + each CONTAINS ',CONSULT ')
  MATCH (tie)<-[:FORMS]-(event:Event)<-[:ASSERTS]-(claim:Claim)
  WHERE event.event_type = 'CONSULT' AND $lens IN claim.lenses
  WITH end, count(DISTINCT claim.voice) AS voices
  RETURN voices
}
// :part entity_of_id
RETURN entity.name AS name, entity.kind AS kind, voices,
       COLLECT { UNWIND conflicts AS each RETURN each ORDER BY each } AS conflicts, who AS entity
ORDER BY size(conflicts) DESC, voices DESC, entity
LIMIT $limit
