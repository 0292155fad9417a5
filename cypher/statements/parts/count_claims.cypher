// The counts of each tie's claims under the lens
// Expects tie, actor, recipient, assertion (event or relation) and claim, one row a claim; leaves one row a tie.
// `first_date` and `last_date` are dates that the news gives; `not_after` is the latest day by which what has no
// date took place. `planned` counts claims of planned events, `denied` those that deny the tie, which no other column
// counts. `rejected` counts all claims, the other columns those that the lens shows.
WITH tie, actor, recipient, assertion, claim, coalesce(assertion.status, 'actual') AS status, $lens IN claim.lenses
  AND ($known_by IS NULL OR claim.known_on <= $known_by) AS visible
WITH tie, actor, recipient, assertion, claim, status, visible, visible AND status <> 'negated' AS seen
WITH tie, actor, recipient,
     collect(CASE WHEN seen THEN claim.event_type END) AS event_types,
     collect(DISTINCT CASE WHEN seen THEN coalesce(assertion.role, CASE WHEN assertion.mode IS NOT NULL
       AND EXISTS {
         MATCH (assertion)<-[part:MEDIATES]-(mediator)
         WHERE actor.id IN [mediator.id, coalesce(part.acts_for, mediator.acts_for), part.bloc]
       } THEN 'mediates' END)
     END) AS roles,
     count(CASE WHEN seen THEN 1 END) AS claims,
     count(DISTINCT CASE WHEN seen THEN claim.voice END) AS voices,
     min(CASE WHEN seen THEN claim.date END) AS first_date,
     max(CASE WHEN seen THEN claim.date END) AS last_date,
     max(CASE WHEN seen THEN claim.not_after END) AS not_after,
     count(CASE WHEN seen AND claim.verdict = 'verified' THEN 1 END) AS verified,
     count(CASE WHEN claim.verdict = 'rejected' AND status <> 'negated' THEN 1 END) AS rejected,
     count(CASE WHEN seen AND claim.verdict = 'unsure' THEN 1 END) AS unsure,
     count(CASE WHEN seen AND claim.verdict = 'none' THEN 1 END) AS unjudged,
     count(CASE WHEN seen AND status = 'planned' THEN 1 END) AS planned,
     count(CASE WHEN visible AND status = 'negated' THEN 1 END) AS denied,
     count(CASE WHEN seen AND claim.extractor STARTS WITH 'analyst+' THEN 1 END) AS by_hand
WHERE claims > 0
