// Who is said to have said what the news reports
// Those with the most claims under the lens first.
// :use lens known_by
// :param limit integer = 500  Maximum number of speakers
// :returns table
// :record Speaker speaker id, name name, claims integer
MATCH (claim:Claim)-[:ATTRIBUTED_TO]->(speaker)
WHERE $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
RETURN speaker.id AS speaker, speaker.name AS name, count(claim) AS claims
ORDER BY claims DESC, name, speaker
LIMIT $limit
