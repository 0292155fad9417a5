// What publishers report
// :title id Apa yang dilaporkan para penerbit
// Claims of each publisher, by verbal and material cooperation and conflict.
// :use lens known_by since until
// :returns chart bar publisher claims word_or_deed
// :columns publisher string, word_or_deed word_or_deed, claims integer, documents integer
MATCH (event:Event)<-[:ASSERTS]-(claim:Claim)-[:IN]->(:Sentence)-[:OF]->(document:Document)
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
RETURN coalesce(document.publisher, 'unknown') AS publisher,
       CASE event.quad WHEN 1 THEN 'verbal cooperation' WHEN 2 THEN 'material cooperation'
         WHEN 3 THEN 'verbal conflict' ELSE 'material conflict' END AS word_or_deed,
       count(DISTINCT claim.id) AS claims, count(DISTINCT document.id) AS documents
ORDER BY publisher, word_or_deed
