// Two or three pairs side by side
// :title id Dua atau tiga pasangan berdampingan
// What each pair did with and against each other: claims by sign, the share of material acts (deeds rather than
// words), the first and last date that the news gives, and independent voices.
// :param first entity  One side of the first pair
// :param second entity  The other side of the first pair
// :param third entity = null  One side of the second pair
// :param fourth entity = null  The other side of the second pair
// :param fifth entity = null  One side of a third pair
// :param sixth entity = null  The other side of a third pair
// :use level lens known_by since until
// :returns table
// :columns pair name, claims integer, cooperation integer, conflict integer, neutral integer, share_material number,
//    first_date moment?, last_date moment?, voices integer, events integer
// :tag comparison
// :part claims_of_pairs
WITH number, pair, count(DISTINCT claim.id) AS claims,
     count(DISTINCT CASE WHEN sign = 'cooperation' THEN claim.id END) AS cooperation,
     count(DISTINCT CASE WHEN sign = 'conflict' THEN claim.id END) AS conflict,
     count(DISTINCT CASE WHEN sign = 'neutral' THEN claim.id END) AS neutral,
     count(DISTINCT CASE WHEN event.quad IN [2, 4] THEN claim.id END) AS deeds,
     min(claim.date) AS first_date, max(claim.date) AS last_date,
     count(DISTINCT claim.voice) AS voices, count(DISTINCT event.id) AS events
RETURN pair, claims, cooperation, conflict, neutral, round(1000.0 * deeds / claims) / 1000 AS share_material,
       first_date, last_date, voices, events
ORDER BY number
