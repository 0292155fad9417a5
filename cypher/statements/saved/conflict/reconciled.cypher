// Adversaries that became partners
// :title id Lawan yang menjadi mitra
// Pairs in conflict whose latest dated cooperation is more recent than all their dated conflict. “Turn” is the first
// cooperation after the conflict, and “Voices since turn” are those of cooperation from then on.
// Only dates that the news gives count, to the day, month or year that they name; the day of publication is none.
// :param since date = null  Only pairs with cooperation from this day on
// :param least integer = 1  Minimum number of voices of conflict
// :use level lens known_by
// :param limit integer = 50  Maximum number of pairs
// :returns table
// :columns first_name name, second_name name, last_conflict moment, turn moment, last_cooperation moment,
//    conflict_voices integer, voices_since_turn integer, first id, second id
// :tag change
CALL () {
  UNWIND CASE WHEN $known_by IS NULL THEN [1] ELSE [] END AS all_claims
  // :part ties_of_level
    AND tie.sign IN ['cooperation', 'conflict'] AND tie.last_dates[at] <> ''
  WITH CASE WHEN tie.actor < tie.recipient THEN tie.actor ELSE tie.recipient END AS first,
       CASE WHEN tie.actor < tie.recipient THEN tie.recipient ELSE tie.actor END AS second,
       max(CASE WHEN tie.sign = 'conflict' THEN tie.last_dates[at] END) AS stored_conflict,
       max(CASE WHEN tie.sign = 'cooperation' THEN tie.last_dates[at] END) AS stored_cooperation,
       sum(CASE WHEN tie.sign = 'conflict' THEN tie.voices[at] ELSE 0 END) AS most_voices,
       collect(CASE WHEN tie.sign = 'conflict' THEN tie END) AS conflicts,
       collect(CASE WHEN tie.sign = 'cooperation' THEN tie END) AS partnerships
  WHERE stored_conflict < stored_cooperation AND stored_cooperation >= coalesce($since, '0')
    AND most_voices >= $least
  // The latest cooperation is that of the answer, so claims are read of few more pairs than it has.
  WITH first, second, stored_cooperation, conflicts, partnerships
  ORDER BY stored_cooperation DESC, first, second
  CALL (conflicts) {
    // :part claims_of_conflicts
  }
  WITH first, second, stored_cooperation, partnerships, last_conflict, over, conflict_voices
  WHERE conflict_voices >= $least AND stored_cooperation > over
  WITH first, second, partnerships, last_conflict, over, conflict_voices
  LIMIT $limit
  RETURN first, second, partnerships, last_conflict, over, conflict_voices
  UNION ALL
  UNWIND CASE WHEN $known_by IS NULL THEN [] ELSE [1] END AS some_claims
  // :part ties_of_level
    AND tie.sign IN ['cooperation', 'conflict']
  WITH CASE WHEN tie.actor < tie.recipient THEN tie.actor ELSE tie.recipient END AS first,
       CASE WHEN tie.actor < tie.recipient THEN tie.recipient ELSE tie.actor END AS second,
       collect(CASE WHEN tie.sign = 'conflict' THEN tie END) AS conflicts,
       collect(CASE WHEN tie.sign = 'cooperation' THEN tie END) AS partnerships,
       max(CASE WHEN tie.sign = 'conflict' THEN tie.last_dates[at] END) AS stored_conflict,
       max(CASE WHEN tie.sign = 'cooperation' THEN tie.last_dates[at] END) AS stored_cooperation
  WHERE stored_conflict > '' AND stored_cooperation >= coalesce($since, '0')
  CALL (conflicts) {
    // :part claims_of_conflicts
  }
  WITH first, second, partnerships, stored_cooperation, last_conflict, over, conflict_voices
  WHERE conflict_voices >= $least AND stored_cooperation > over
  RETURN first, second, partnerships, last_conflict, over, conflict_voices
}
CALL (partnerships, over) {
  UNWIND partnerships AS partnership
  MATCH (partnership)<-[:FORMS]-(:Event)<-[:ASSERTS]-(claim:Claim)
  WHERE $lens IN claim.lenses AND claim.date > over AND ($known_by IS NULL OR claim.known_on <= $known_by)
  RETURN min(claim.date) AS turn, max(claim.date) AS last_cooperation, count(DISTINCT claim.voice) AS voices_since_turn
}
WITH * WHERE last_cooperation >= coalesce($since, '0')
WITH * ORDER BY last_cooperation DESC, first, second LIMIT $limit
// :part name_pair
RETURN first_name, second_name, last_conflict, turn, last_cooperation, conflict_voices, voices_since_turn, first, second
ORDER BY last_cooperation DESC, first, second
