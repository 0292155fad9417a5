// How many voices a tie has for some types of events, at least and at most, from precomputed counts
// Expects tie and at, and types, a list of event types or null. Leaves these, told (claims of the types), own (of their
// voices, those that no other tie of the level has), least and most; ties without claims of the types go. A claim of
// another type takes away one voice at most. Both bounds are the same if a tie has only voices of its own.
WITH tie, at, types, CASE WHEN types IS NULL THEN tie.claims[at] ELSE reduce(told = 0, each IN split(tie.event_types[at], ',') |
  told + CASE WHEN split(each, ' ')[0] IN types THEN toInteger(split(each, ' ')[1]) ELSE 0 END) END AS told
WHERE told > 0
WITH tie, at, types, told, CASE
  WHEN types IS NULL OR told = tie.claims[at] OR tie.own_voices[at] = 0 THEN tie.own_voices[at]
  ELSE reduce(own = 0, each IN range(0, size(split(tie.event_types[at], ',')) - 1) |
    own + CASE WHEN split(split(tie.event_types[at], ',')[each], ' ')[0] IN types
      THEN toInteger(split(tie.own_types[at], ',')[each]) ELSE 0 END) END AS own
WITH tie, at, types, told, own,
     CASE WHEN tie.own_voices[at] = tie.voices[at] THEN own WHEN told < tie.voices[at] THEN told ELSE tie.voices[at] END AS most,
     CASE WHEN told + tie.voices[at] > tie.claims[at] THEN told + tie.voices[at] - tie.claims[at] ELSE 1 END AS least
WITH tie, at, types, told, own, CASE WHEN own > least THEN own ELSE least END AS least, most
