// The ties of the level at an entity
// Expects end, an id; leaves end and tie, each once.
CALL (end) {
  MATCH (tie:Tie {actor: end, level: $level}) RETURN tie
  UNION
  MATCH (tie:Tie {recipient: end, level: $level}) RETURN tie
}
WITH end, tie
