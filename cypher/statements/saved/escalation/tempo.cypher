// Intensity by day
// :title id Intensitas per hari
// Mean intensity of the events between two actors by day, from -10 (war) to +10 (aid).
// Only events that the news dates to the day.
// :param first entity  The first entity
// :param second entity  The second entity
// :use level lens known_by since until
// :returns chart line day intensity
// :columns day date, intensity number, worst number, events integer
// :tag escalation time
// :part sides_of_pair
UNWIND near AS id
MATCH (tie:Tie {actor: id, level: $level})
WHERE tie.recipient IN far AND $lens IN tie.lenses AND tie.sign <> 'relation'
MATCH (tie)<-[:FORMS]-(event:Event)<-[:ASSERTS]-(claim:Claim)
WHERE ($since IS NULL OR claim.date >= $since)
  AND ($until IS NULL OR claim.date <= $until)
  AND $lens IN claim.lenses AND event.status = 'actual' AND claim.date IS NOT NULL
  AND claim.placed_from = claim.placed_until
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH DISTINCT claim.date AS day, event
RETURN day, avg(event.intensity) AS intensity, min(event.intensity) AS worst, count(event.id) AS events
ORDER BY day
