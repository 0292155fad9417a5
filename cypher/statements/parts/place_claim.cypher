// When the event or relation that a claim asserts took place
// The date is what the news gives, as far as it is known: 2011 for a year. Without one, the day of publication is a
// bound of what took place, unless it is only guessed, and a period finds the claim where it may lie
// (`ingest.loading.rows` does the same with new claims).
// Expects claim, assertion, published_from, published_until, published_guessed, and undated: whether the date of the
// event is not that of this claim.
WITH *, CASE WHEN NOT undated THEN assertion.date END AS told
WITH *, CASE assertion.date_precision WHEN 'year' THEN substring(told, 0, 4) WHEN 'month' THEN substring(told, 0, 7)
          ELSE told END AS date_told,
     CASE assertion.date_precision
       WHEN 'year' THEN substring(told, 0, 4) + '-12-31'
       WHEN 'month' THEN toString(date(told) + duration({months: 1}) - duration({days: 1}))
       WHEN 'week' THEN toString(date(told) + duration({days: 6}))
       ELSE told END AS last_day
SET claim.date = date_told, claim.placed_from = coalesce(told, published_from),
    claim.placed_until = coalesce(last_day, published_until),
    claim.not_after = CASE WHEN told IS NULL AND coalesce(assertion.status, 'actual') = 'actual'
                           AND NOT published_guessed THEN published_until END
