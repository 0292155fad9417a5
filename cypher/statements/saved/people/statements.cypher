// Statements by a person or body
// :title id Pernyataan seseorang atau lembaga
// Claims attributed to a person or body, the latest dates and reports first, each with its sentence.
// :param speaker entity  The person or body that is quoted
// :use lens known_by since until
// :param limit integer = 50  Maximum number of claims
// :returns table
// :part claims_of_speaker
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (claim)-[:ASSERTS]->(assertion)
// :part return_statements
