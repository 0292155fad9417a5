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
CALL () {
  UNWIND CASE WHEN $known_by IS NULL THEN [1] ELSE [] END AS all_claims
  // :part ties_of_level
    AND tie.sign IN ['cooperation', 'conflict'] AND tie.last_dates[at] <> ''
  WITH CASE WHEN tie.actor < tie.recipient THEN tie.actor ELSE tie.recipient END AS first,
       CASE WHEN tie.actor < tie.recipient THEN tie.recipient ELSE tie.actor END AS second,
       max(CASE WHEN tie.sign = 'conflict' THEN tie.last_dates[at] END) AS last_conflict,
       max(CASE WHEN tie.sign = 'cooperation' THEN tie.last_dates[at] END) AS last_cooperation,
       collect(CASE WHEN tie.sign = 'conflict' THEN tie END) AS conflicts,
       collect(CASE WHEN tie.sign = 'cooperation' THEN tie END) AS partnerships
  WHERE last_cooperation < last_conflict AND last_conflict >= coalesce($since, '0000')
  WITH first, second, last_conflict, last_cooperation, conflicts, partnerships
  ORDER BY last_conflict DESC, first, second
  // Cooperation of which only the month or year is known may have lasted beyond the conflict.
  WITH first, second, last_conflict, last_cooperation, conflicts, partnerships
  WHERE NOT EXISTS {
    UNWIND partnerships AS tie
    MATCH (tie)<-[:FORMS]-(:Event)<-[:ASSERTS]-(lasting:Claim)
    WHERE $lens IN lasting.lenses AND lasting.date IS NOT NULL AND lasting.placed_until >= last_conflict
  }
  WITH first, second, last_conflict, last_cooperation, conflicts, partnerships
  LIMIT $limit
  CALL (conflicts) {
    UNWIND conflicts AS tie
    MATCH (tie)<-[:FORMS]-(:Event)<-[:ASSERTS]-(claim:Claim)
    WHERE claim.date >= coalesce($since, '0000') AND $lens IN claim.lenses
    RETURN count(DISTINCT claim.voice) AS conflict_voices
  }
  CALL (partnerships) {
    UNWIND partnerships AS tie
    MATCH (tie)<-[:FORMS]-(:Event)<-[:ASSERTS]-(claim:Claim)
    WHERE $lens IN claim.lenses AND claim.date IS NOT NULL
    RETURN count(DISTINCT claim.voice) AS cooperation_voices
  }
  RETURN first, second, last_conflict, last_cooperation, conflict_voices, cooperation_voices
  UNION ALL
  UNWIND CASE WHEN $known_by IS NULL THEN [] ELSE [1] END AS some_claims
  MATCH (recent:Claim)
  WHERE recent.date >= coalesce($since, '0000') AND $lens IN recent.lenses AND recent.known_on <= $known_by
  MATCH (recent)-[:ASSERTS]->(:Event)-[:FORMS]->(conflict:Tie {sign: 'conflict', level: $level})
  WITH CASE WHEN conflict.actor < conflict.recipient THEN conflict.actor ELSE conflict.recipient END AS first,
       CASE WHEN conflict.actor < conflict.recipient THEN conflict.recipient ELSE conflict.actor END AS second,
       max(recent.date) AS last_conflict, count(DISTINCT recent.voice) AS conflict_voices
  UNWIND [first, second] AS one
  MATCH (tie:Tie {actor: one, level: $level})
  WHERE tie.recipient IN [first, second] AND tie.sign = 'cooperation' AND $lens IN tie.lenses
  MATCH (tie)<-[:FORMS]-(:Event)<-[:ASSERTS]-(claim:Claim)
  WHERE $lens IN claim.lenses AND claim.known_on <= $known_by AND claim.date IS NOT NULL
  WITH first, second, last_conflict, conflict_voices, max(claim.date) AS last_cooperation,
       max(claim.placed_until) AS over, count(DISTINCT claim.voice) AS cooperation_voices
  WHERE over < last_conflict
  RETURN first, second, last_conflict, last_cooperation, conflict_voices, cooperation_voices
}
// :part name_pair
RETURN first_name, second_name, last_cooperation, last_conflict, cooperation_voices, conflict_voices, first, second
ORDER BY last_conflict DESC, first, second
LIMIT $limit
