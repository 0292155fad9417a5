// Let claims assert what analysts read in them, or again what was extracted
// The claim remembers what was extracted for as long as it asserts something else.
// :param rows rows  claim, thing (an event or a relation other than the one that it asserts)
// :returns table
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})-[now:ASSERTS]->(before)
MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(document:Document)
OPTIONAL MATCH (event:Event {id: row.thing})
OPTIONAL MATCH (relation:Relation {id: row.thing})
OPTIONAL MATCH (claim)-[kept:EXTRACTED_AS]->(origin)
WITH claim, document, now, before, kept, origin, coalesce(event, relation) AS thing
WHERE thing IS NOT NULL
DELETE now, kept
MERGE (claim)-[:ASSERTS]->(thing)
SET claim.event_type = coalesce(thing.event_type, thing.relation_type),
    claim.date = coalesce(thing.date, document.published_on)
WITH claim, thing, coalesce(origin, before) AS extracted
WHERE extracted.id <> thing.id
MERGE (claim)-[:EXTRACTED_AS]->(extracted)
RETURN count(claim) AS moved
