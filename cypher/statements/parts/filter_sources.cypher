// Conditions that filter claims by publisher, language and speaker of what they report, and by confidence
// Expects claim behind a WHERE with a condition; more conditions may follow with AND.
  AND ($least_confidence IS NULL OR coalesce(claim.judged_confidence, claim.confidence) >= $least_confidence)
  AND ($speakers IS NULL OR EXISTS { MATCH (claim)-[:ATTRIBUTED_TO]->(voiced) WHERE voiced.id IN $speakers })
  AND (($publishers IS NULL AND $languages IS NULL) OR EXISTS {
    MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(reported:Document)
    WHERE ($publishers IS NULL OR reported.publisher IN $publishers)
      AND ($languages IS NULL OR reported.language IN $languages)
  })
