// How many voices a tie has for some types of events, at least and at most, from precomputed counts
// Expects tie and at, and types, a list of event types or null. Leaves these, least and most; ties without claims of
// the types go. A claim of another type takes away one voice at most.
WITH tie, at, types, CASE WHEN types IS NULL THEN tie.claims[at] ELSE reduce(told = 0, each IN split(tie.event_types[at], ',') |
  told + CASE WHEN split(each, ' ')[0] IN types THEN toInteger(split(each, ' ')[1]) ELSE 0 END) END AS told
WHERE told > 0
WITH tie, at, types, CASE WHEN told < tie.voices[at] THEN told ELSE tie.voices[at] END AS most,
     CASE WHEN told + tie.voices[at] > tie.claims[at] THEN told + tie.voices[at] - tie.claims[at] ELSE 1 END AS least
