// The first ties in the order of `strongest_first`, by their counts; all of them if a day leaves out claims
// Expects tie and at; leaves tie.
WITH tie, at
ORDER BY tie.voices[at] DESC,
         CASE WHEN tie.bounds[at] > tie.last_dates[at] THEN tie.bounds[at] ELSE tie.last_dates[at] END DESC, tie.id
WITH collect(tie) AS ordered
UNWIND CASE WHEN $known_by IS NULL THEN ordered[..$limit] ELSE ordered END AS tie
