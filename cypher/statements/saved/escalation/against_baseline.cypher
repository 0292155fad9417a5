// More than usual between two actors
// :title id Lebih dari biasanya antara dua pihak
// Events between two actors in a period, for each type, compared with an earlier period, the baseline:
// “Usual” is the mean of the baseline for as many days, “Ratio” how many times as many there were, and “Chance” the
// probability of so many or more if nothing had changed. A row without a type counts all types of its sign.
// Only events that the news dates wholly within one of the two periods, in both directions.
// :param first entity  The first entity
// :param second entity  The second entity
// :param since date  First day of the period
// :param until date  Last day of the period
// :param baseline_since date  First day of the baseline
// :param baseline_until date  Last day of the baseline
// :use level event_types lens known_by
// :returns table
// :then against_baseline
// :reads sign sign, event_type event_type?, in_period integer, in_baseline integer
// :columns sign sign, event_type event_type?, in_period integer, in_baseline integer, usual number, ratio number?, chance number,
//    days integer, baseline_days integer, baseline_since date, baseline_until date
// :tag escalation change
// :part sides_of_pair
UNWIND near AS id
MATCH (tie:Tie {actor: id, level: $level})
WHERE tie.recipient IN far AND $lens IN tie.lenses AND tie.sign <> 'relation'
MATCH (tie)<-[:FORMS]-(event:Event)<-[:ASSERTS]-(claim:Claim)
WHERE $lens IN claim.lenses AND event.status = 'actual' AND claim.date IS NOT NULL
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH DISTINCT tie.sign AS sign, claim.event_type AS event_type, event.id AS event,
     claim.placed_from >= $since AND claim.placed_until <= $until AS late,
     claim.placed_from >= $baseline_since AND claim.placed_until <= $baseline_until AS early
WHERE late OR early
UNWIND [event_type, null] AS counted
RETURN sign, counted AS event_type, count(DISTINCT CASE WHEN late THEN event END) AS in_period,
       count(DISTINCT CASE WHEN early THEN event END) AS in_baseline
ORDER BY sign, event_type
