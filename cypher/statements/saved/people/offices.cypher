// Who holds office and who belongs to whom
// :title id Siapa menjabat dan siapa anggota apa
// Offices, memberships and control, as the articles put it.
// :param entity entity = null  Only those of, or in, this entity
// :use lens known_by
// :param limit integer = 80  At most so many ties
// :returns graph
MATCH (relation:Relation)-[:FORMS]->(tie:Tie)
WHERE $lens IN tie.lenses AND ($entity IS NULL OR tie.actor = $entity OR tie.recipient = $entity)
WITH DISTINCT tie
// :part claims_of_ties
// :part count_claims
// :part return_ties
ORDER BY voices DESC, coalesce(last_date, '') DESC, tie
LIMIT $limit
