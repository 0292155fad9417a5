// Merge claims with their links
// A judged claim keeps its verdict and its lenses; a recoded one keeps the analysts' reading. `renewed` are the
// assertions whose claims are new or have changed.
// :param rows rows  id, assertion, sentence, event_type, date, voice, confidence, extracted_confidence,
//                   extractor, trigger_start, trigger_end, reasons, attribution, lenses (of the claim while it is unjudged), not_after,
//                   placed_from, placed_until, known_on, source (what a data set says in its own codes; only then)
// :returns table
// :record MergedClaims merged integer, known integer, renewed [id]
UNWIND $rows AS row
OPTIONAL MATCH (event:Event {id: row.assertion})
OPTIONAL MATCH (relation:Relation {id: row.assertion})
OPTIONAL MATCH (country:Country {id: row.attribution})
OPTIONAL MATCH (actor:Actor {id: row.attribution})
OPTIONAL MATCH (known:Claim {id: row.id})
OPTIONAL MATCH (known)-[:EXTRACTED_AS]->(origin)
WITH row, known, origin, coalesce(event, relation) AS assertion, coalesce(country, actor) AS speaker,
     known IS NULL OR known.voice <> row.voice OR (known.verdict = 'none' AND known.lenses <> row.lenses)
     OR (origin IS NULL AND (known.event_type <> row.event_type
                             OR coalesce(known.date, '') <> coalesce(row.date, '')
                             OR coalesce(known.not_after, '') <> coalesce(row.not_after, '')
                             OR coalesce(known.placed_until, '') <> coalesce(row.placed_until, ''))) AS renewed
MATCH (sentence:Sentence {id: row.sentence})
WHERE assertion IS NOT NULL
MERGE (claim:Claim {id: row.id})
ON CREATE SET claim.verdict = 'none', claim.version = 0, claim.tags = [], claim.accepted_by = [],
              claim.lenses = row.lenses, claim.known_on = row.known_on
ON MATCH SET claim.lenses = CASE WHEN claim.verdict = 'none' THEN row.lenses ELSE claim.lenses END
SET claim.event_type = CASE WHEN origin IS NULL THEN row.event_type ELSE claim.event_type END,
    claim.date = CASE WHEN origin IS NULL THEN row.date ELSE claim.date END,
    claim.not_after = CASE WHEN origin IS NULL THEN row.not_after ELSE claim.not_after END,
    claim.placed_from = CASE WHEN origin IS NULL THEN row.placed_from ELSE claim.placed_from END,
    claim.placed_until = CASE WHEN origin IS NULL THEN row.placed_until ELSE claim.placed_until END, claim.voice = row.voice,
    claim.confidence = row.confidence, claim.extracted_confidence = row.extracted_confidence, claim.extractor = row.extractor, claim.reasons = row.reasons,
    claim.trigger_start = row.trigger_start, claim.trigger_end = row.trigger_end
SET claim += coalesce(row.source, {})
FOREACH (extracted IN CASE WHEN origin IS NULL THEN [assertion] ELSE [] END | MERGE (claim)-[:ASSERTS]->(extracted))
MERGE (claim)-[:IN]->(sentence)
FOREACH (entity IN CASE WHEN speaker IS NULL THEN [] ELSE [speaker] END | MERGE (claim)-[:ATTRIBUTED_TO]->(entity))
RETURN count(claim) AS merged, count(known) AS known,
       collect(DISTINCT CASE WHEN renewed THEN row.assertion END) AS renewed
