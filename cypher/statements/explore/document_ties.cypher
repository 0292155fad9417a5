// Ties in articles
// :param documents ids  The articles
// :use level lens known_by
// :param limit integer = 300  Maximum number of ties
// :returns graph
UNWIND $documents AS id
MATCH (:Document {id: id})<-[:OF]-(:Sentence)<-[:IN]-(told:Claim)-[:ASSERTS]->(told_assertion)-[:FORMS]->(tie:Tie {level: $level})
WHERE $lens IN told.lenses
WITH DISTINCT tie
// :part claims_of_ties
// :part count_claims
// :part return_ties
// :part strongest_first
LIMIT $limit
