// Partners that became adversaries
// :title id Mitra yang menjadi lawan
// Pairs that cooperated, and whose latest dated conflict is more recent than their latest dated cooperation.
// Only dates that the news gives count, to the day, month or year that they name; the day of publication is none.
// :param since date = null  Only conflict from this day on
// :use level lens known_by
// :param limit integer = 50  Maximum number of pairs
// :returns table
// :columns first_name name, second_name name, last_cooperation moment, last_conflict moment,
//    cooperation_voices integer, conflict_voices integer, first id, second id
MATCH (recent:Claim)
WHERE recent.date >= coalesce($since, '0000') AND $lens IN recent.lenses
  AND ($known_by IS NULL OR recent.known_on <= $known_by)
MATCH (recent)-[:ASSERTS]->(:Event)-[:FORMS]->(conflict:Tie {sign: 'conflict', level: $level})
WITH CASE WHEN conflict.actor < conflict.recipient THEN conflict.actor ELSE conflict.recipient END AS first,
     CASE WHEN conflict.actor < conflict.recipient THEN conflict.recipient ELSE conflict.actor END AS second,
     max(recent.date) AS last_conflict, count(DISTINCT recent.voice) AS conflict_voices
UNWIND [first, second] AS one
MATCH (tie:Tie {actor: one, level: $level})
WHERE tie.recipient IN [first, second] AND tie.sign = 'cooperation' AND $lens IN tie.lenses
MATCH (tie)<-[:FORMS]-(:Event)<-[:ASSERTS]-(claim:Claim)
WHERE $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by) AND claim.date IS NOT NULL
WITH first, second, last_conflict, conflict_voices, max(claim.date) AS last_cooperation, max(claim.placed_until) AS over,
     count(DISTINCT claim.voice) AS cooperation_voices
WHERE over < last_conflict
CALL (first) {
  MATCH (entity:Country {id: first}) RETURN entity.name AS first_name
  UNION
  MATCH (entity:Actor {id: first}) RETURN entity.name AS first_name
}
CALL (second) {
  MATCH (entity:Country {id: second}) RETURN entity.name AS second_name
  UNION
  MATCH (entity:Actor {id: second}) RETURN entity.name AS second_name
}
RETURN first_name, second_name, last_cooperation, last_conflict, cooperation_voices, conflict_voices, first, second
ORDER BY last_conflict DESC, first, second
LIMIT $limit
