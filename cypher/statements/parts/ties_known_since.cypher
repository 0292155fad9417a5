// The ties of a level with claims that became known on a day or later, and perhaps others
// Few such claims are looked up in an index; if there are many, all ties of the level are read, which takes less time.
// Expects the day in $since. Leaves tie, each once.
CALL () {
  MATCH (claim:Claim) WHERE claim.known_on >= $since
  WITH claim LIMIT 50001
  RETURN count(claim) AS recent
}
CALL (recent) {
  UNWIND CASE WHEN recent <= 50000 THEN [1] ELSE [] END AS few
  MATCH (claim:Claim) WHERE claim.known_on >= $since
  MATCH (claim)-[:ASSERTS]->()-[:FORMS]->(tie:Tie {level: $level})
  RETURN DISTINCT tie
  UNION ALL
  UNWIND CASE WHEN recent <= 50000 THEN [] ELSE [1] END AS many
  MATCH (tie:Tie) WHERE tie.level = $level
  RETURN tie
}
