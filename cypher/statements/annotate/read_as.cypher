// Change what claims assert: another reading, or again the extracted one
// `EXTRACTED_AS` keeps the extracted reading while the claim asserts another one.
// :param rows rows  claim, assertion (an event or relation that the claim does not assert yet)
// :returns table
// :columns moved integer
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})-[now:ASSERTS]->(before)
MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(document:Document)
OPTIONAL MATCH (event:Event {id: row.assertion})
OPTIONAL MATCH (relation:Relation {id: row.assertion})
OPTIONAL MATCH (claim)-[kept:EXTRACTED_AS]->(origin)
WITH claim, document, now, before, kept, origin, coalesce(event, relation) AS assertion
WHERE assertion IS NOT NULL
DELETE now, kept
MERGE (claim)-[:ASSERTS]->(assertion)
SET claim.event_type = coalesce(assertion.event_type, assertion.relation_type)
WITH claim, assertion, document.published_from AS published_from, document.published_until AS published_until,
     coalesce(document.published_guessed, false) AS published_guessed, coalesce(origin, before) AS extracted,
     false AS undated
// :part place_claim
WITH claim, assertion, extracted
WHERE extracted.id <> assertion.id
MERGE (claim)-[:EXTRACTED_AS]->(extracted)
RETURN count(claim) AS moved
