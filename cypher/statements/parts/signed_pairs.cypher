// The pairs of entities with most voices of cooperation and conflict
// From stored counts if no day is asked, else counted from the claims. The voices of a pair are the sum of those of its
// ties. Leaves first and second (ids, the lesser first), cooperation and conflict (voices), for at most $pairs pairs.
CALL {
  // :part if_all_claims_count
  // :part ties_of_level
  WHERE tie.sign IN ['cooperation', 'conflict']
  RETURN tie.actor AS actor, tie.recipient AS recipient, tie.sign AS sign, tie.voices[at] AS voices
  UNION ALL
  // :part if_some_claims_count
  // :part claims_of_period
  MATCH (claim)-[:ASSERTS]->(:Event)-[:FORMS]->(tie:Tie {level: $level})
  WHERE tie.sign IN ['cooperation', 'conflict']
  WITH tie, count(DISTINCT claim.voice) AS voices
  RETURN tie.actor AS actor, tie.recipient AS recipient, tie.sign AS sign, voices
}
WITH CASE WHEN actor < recipient THEN actor ELSE recipient END AS first,
     CASE WHEN actor < recipient THEN recipient ELSE actor END AS second,
     sum(CASE WHEN sign = 'cooperation' THEN voices ELSE 0 END) AS cooperation,
     sum(CASE WHEN sign = 'conflict' THEN voices ELSE 0 END) AS conflict
WITH first, second, cooperation, conflict
ORDER BY cooperation + conflict DESC, first, second
LIMIT $pairs
