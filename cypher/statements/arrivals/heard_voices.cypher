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
// :part came_before
RETURN DISTINCT row.voice AS voice, row.tie AS tie
