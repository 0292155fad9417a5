// The counts that ties store
// Expects tie and assertions (ids of some that form it).
// :record StoredCounts tie id, version integer?, directed boolean, assertions [id], lenses [string], claims [integer],
//    voices [integer], event_types [string], mediations [integer], first_dates [string], last_dates [string],
//    bounds [string], verified [integer], rejected integer, unsure [integer], unjudged [integer], planned [integer], denied [integer], by_hand [integer],
//    months [string], own_voices [integer], own_types [string], known_from [string], known_until [string]
RETURN tie.id AS tie, CASE WHEN size(tie.known_from) = size(tie.lenses) THEN tie.version END AS version,
       tie.directed AS directed, assertions, tie.lenses AS lenses, tie.claims AS claims, tie.voices AS voices,
       tie.event_types AS event_types, coalesce(tie.mediations, []) AS mediations,
       tie.first_dates AS first_dates, tie.last_dates AS last_dates, tie.bounds AS bounds,
       tie.verified AS verified, tie.rejected AS rejected, tie.unsure AS unsure, tie.unjudged AS unjudged,
       coalesce(tie.planned, []) AS planned, coalesce(tie.denied, []) AS denied,
       coalesce(tie.by_hand, [each IN tie.lenses | 0]) AS by_hand,
       coalesce(tie.months, []) AS months, coalesce(tie.own_voices, []) AS own_voices, coalesce(tie.own_types, []) AS own_types,
       coalesce(tie.known_from, []) AS known_from, coalesce(tie.known_until, []) AS known_until
ORDER BY tie
