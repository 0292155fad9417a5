// Enemies of its enemies
// :title id Musuh dari musuhnya
// The triangles of an entity, an enemy of it, and an enemy of that enemy, with the ties among the three. A pair is
// hostile from the share of conflict on. Whether the third pair is friendly too shows if the enemy of an enemy is a
// friend. Only the entity's neighbours with most voices count; triangles whose weakest pair has most voices come first.
// :param entity entity  Whose enemies are wanted
// :param neighbours integer = 30  Number of neighbours to look at, those with most voices
// :param hostile_from number = 0.5  Share of conflict in the voices of a pair, from 0 to 1, from which it is hostile
// :use level lens known_by since until
// :param limit integer = 8  Maximum number of triangles
// :returns graph
// :then enemies_of_enemies
// :reads centre id
// :tag balance network
UNWIND [$entity] AS asked
// :part counts_for
CALL (meant) {
  MATCH (tie:Tie {actor: meant, level: $level}) RETURN tie, tie.recipient AS other
  UNION
  MATCH (tie:Tie {recipient: meant, level: $level}) RETURN tie, tie.actor AS other
}
WITH meant, tie, other
WHERE tie.sign IN ['cooperation', 'conflict'] AND $lens IN tie.lenses
CALL (tie) {
  // :part if_all_claims_count
  RETURN sum(tie.voices[[i IN range(0, size(tie.lenses) - 1) WHERE tie.lenses[i] = $lens][0]]) AS voices
  UNION ALL
  // :part if_some_claims_count
  MATCH (tie)<-[:FORMS]-(:Event)<-[:ASSERTS]-(claim:Claim)
  WHERE ($since IS NULL OR claim.placed_until >= $since) AND ($until IS NULL OR claim.placed_from <= $until)
    AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
  RETURN count(DISTINCT claim.voice) AS voices
}
WITH meant, other, sum(voices) AS heard
WHERE heard > 0
WITH meant, other, heard
ORDER BY heard DESC, other
LIMIT $neighbours
WITH meant, collect(other) + [meant] AS near
CALL (near) {
  // :part if_all_claims_count
  UNWIND near AS one
  MATCH (tie:Tie {actor: one, level: $level})
  WHERE tie.recipient IN near AND tie.sign IN ['cooperation', 'conflict']
  // :part place_of_lens
  MATCH (tie)<-[:INITIATES]-(actor)
  MATCH (tie)-[:REACHES]->(recipient)
  // :part read_counts
  RETURN tie, actor, recipient, event_types, roles, claims, voices, first_date, last_date, not_after, verified, rejected,
         unsure, unjudged, planned, denied, by_hand
  UNION ALL
  // :part if_some_claims_count
  UNWIND near AS one
  MATCH (tie:Tie {actor: one, level: $level})
  WHERE tie.recipient IN near AND tie.sign IN ['cooperation', 'conflict'] AND $lens IN tie.lenses
  // :part claims_of_ties
  WHERE ($since IS NULL OR claim.placed_until >= $since) AND ($until IS NULL OR claim.placed_from <= $until)
  // :part count_claims
  RETURN tie, actor, recipient, event_types, roles, claims, voices, first_date, last_date, not_after, verified, rejected,
         unsure, unjudged, planned, denied, by_hand
}
WITH *
// :part return_ties
       , meant AS centre
// :part strongest_first
