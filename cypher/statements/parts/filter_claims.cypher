// Conditions that filter claims by period, type, status, confidence, speaker, publisher and language
// Expects claim and assertion behind a MATCH; more conditions may follow with AND.
WHERE ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($statuses IS NULL OR coalesce(assertion.status, 'actual') IN $statuses)
  AND ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND ($least_confidence IS NULL OR coalesce(claim.judged_confidence, claim.confidence) >= $least_confidence)
  AND ($speakers IS NULL OR EXISTS { MATCH (claim)-[:ATTRIBUTED_TO]->(voiced) WHERE voiced.id IN $speakers })
  AND (($publishers IS NULL AND $languages IS NULL) OR EXISTS {
    MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(reported:Document)
    WHERE ($publishers IS NULL OR reported.publisher IN $publishers)
      AND ($languages IS NULL OR reported.language IN $languages)
  })
