// The ties of events at an entity, or at what it counts for at the level that is asked for
// Leaves tie, each once. The people of a state are on its side.
UNWIND [$entity] AS asked
// :part counts_for
UNWIND CASE WHEN people IS NULL THEN [meant] ELSE [meant, people] END AS id
CALL (id) {
  MATCH (tie:Tie {actor: id, level: $level}) RETURN tie
  UNION
  MATCH (tie:Tie {recipient: id, level: $level}) RETURN tie
}
WITH DISTINCT tie
WHERE $lens IN tie.lenses AND tie.sign <> 'relation'
