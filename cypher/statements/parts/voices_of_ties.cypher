// All ties of cooperation and conflict of the level that the lens shows, each with its voices
// From stored counts if no day is asked, else counted from the claims. Leaves tie and voices.
CALL () {
  // :part if_all_claims_count
  // :part ties_of_level
    AND tie.sign IN ['cooperation', 'conflict']
  RETURN tie, tie.voices[at] AS voices
  UNION ALL
  // :part if_some_claims_count
  // :part claims_of_period
  MATCH (claim)-[:ASSERTS]->(:Event)-[:FORMS]->(tie:Tie {level: $level})
  WHERE tie.sign IN ['cooperation', 'conflict']
  RETURN tie, count(DISTINCT claim.voice) AS voices
}
