// Which voices claimed a tie before a moment
// :param rows rows  voice, tie
// :param since string  ISO date and time, UTC
// :use lens
// :returns table
// :record HeardBefore voice id, tie id
UNWIND $rows AS row
MATCH (claim:Claim {voice: row.voice})-[:ASSERTS]->(assertion)
WHERE $lens IN claim.lenses
MATCH (assertion)-[:FORMS]->(tie:Tie)
WHERE tie.id = row.tie
MATCH (claim)-[:IN]->(sentence:Sentence)
MATCH (sentence)-[:OF]->(document:Document)
WHERE coalesce(document.first_loaded_at, document.loaded_at) < $since
RETURN DISTINCT row.voice AS voice, row.tie AS tie
