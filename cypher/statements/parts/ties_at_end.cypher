// The ties of the level at an entity
// Expects end, an id; leaves end and tie, each once.
CALL (end) {
  MATCH (tie:Tie {actor: end, level: $level}) RETURN tie
  UNION ALL
  MATCH (tie:Tie {recipient: end, level: $level}) WHERE tie.actor <> end RETURN tie
}
WITH end, tie
