// How publishers report on an actor
// :title id Bagaimana para penerbit memberitakan suatu pihak
// Claims of each publisher with the entity as actor or recipient, by sign: it shows who reports it mostly in conflict.
// :param entity entity  The entity that is reported on
// :use level lens known_by since until
// :returns chart bar publisher claims sign
// :columns publisher string, sign sign, claims integer, documents integer
// :tag bias sources
CALL () {
  MATCH (tie:Tie {actor: $entity, level: $level}) RETURN tie
  UNION
  MATCH (tie:Tie {recipient: $entity, level: $level}) RETURN tie
}
WITH tie
WHERE $lens IN tie.lenses AND tie.sign <> 'relation'
MATCH (tie)<-[:FORMS]-(:Event)<-[:ASSERTS]-(claim:Claim)
WHERE $lens IN claim.lenses
  AND ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(document:Document)
RETURN coalesce(document.publisher, 'unknown') AS publisher, tie.sign AS sign, count(DISTINCT claim.id) AS claims,
       count(DISTINCT document.id) AS documents
ORDER BY publisher, sign
