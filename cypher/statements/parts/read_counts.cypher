// The counts that `load/count_ties` stores on each tie
// Expects tie, actor, recipient and `at`, the index of the lens in the tie's lists; leaves the columns of `count_claims`.
WITH *, split(tie.event_types[at], ',') AS event_types,
     CASE WHEN tie.sign = 'relation' THEN COLLECT {
       MATCH (tie)<-[:FORMS]-(part:Relation) WHERE $lens IN part.lenses AND part.role IS NOT NULL
       RETURN DISTINCT part.role ORDER BY part.role
     } WHEN tie.mediations[at] > 0 THEN ['mediates'] ELSE [] END AS roles,
     tie.claims[at] AS claims, tie.voices[at] AS voices,
     nullIf(tie.first_dates[at], '') AS first_date, nullIf(tie.last_dates[at], '') AS last_date,
     nullIf(tie.bounds[at], '') AS not_after,
     tie.verified[at] AS verified, tie.rejected AS rejected, tie.unsure[at] AS unsure, tie.unjudged[at] AS unjudged,
     coalesce(tie.planned[at], 0) AS planned, coalesce(tie.denied[at], 0) AS denied,
     coalesce(tie.by_hand[at], 0) AS by_hand
