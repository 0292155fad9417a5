// Conditions that filter claims by period, type, status and source
// Expects claim and assertion behind a MATCH; more conditions may follow with AND.
WHERE ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($statuses IS NULL OR coalesce(assertion.status, 'actual') IN $statuses)
  AND ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
// :part filter_sources
