// Pairs compared month by month
// :title id Pasangan dibandingkan bulan demi bulan
// Claims of two or three pairs per month, of conflict unless you choose another sign.
// Only events that the news dates to the month or closer.
// :param first entity  One side of the first pair
// :param second entity  The other side of the first pair
// :param third entity = null  One side of the second pair
// :param fourth entity = null  The other side of the second pair
// :param fifth entity = null  One side of a third pair
// :param sixth entity = null  The other side of a third pair
// :param sign sign = conflict  Only ties of this sign
// :use level lens known_by since until
// :returns chart line month claims pair
// :columns month string, pair name, claims integer, events integer, voices integer, intensity number
// :tag comparison time
// :part claims_of_pairs
WHERE sign = $sign AND claim.date IS NOT NULL AND size(claim.date) > 4
WITH DISTINCT number, pair, event, claim
WITH number, substring(claim.date, 0, 7) AS month, pair, count(claim) AS claims, count(DISTINCT event.id) AS events,
     count(DISTINCT claim.voice) AS voices, avg(event.intensity) AS intensity
RETURN month, pair, claims, events, voices, intensity
ORDER BY month, number
