// Offices, memberships and control
// :title id Jabatan, keanggotaan, dan penguasaan
// Lasting relations as the articles state them: who holds which office, belongs to or controls what.
// :param entity entity = null  Only relations of this entity
// :param level level = actor  Whose ties: of each actor, of the states and bodies for which they act, or of blocs of states
// :use lens known_by
// :param limit integer = 80  Maximum number of ties
// :returns graph
MATCH (relation:Relation)-[:FORMS]->(tie:Tie {level: $level})
WHERE $lens IN tie.lenses AND ($entity IS NULL OR tie.actor = $entity OR tie.recipient = $entity)
WITH DISTINCT tie
// :part claims_of_ties
// :part count_claims
// :part return_ties
// :part strongest_first
LIMIT $limit
