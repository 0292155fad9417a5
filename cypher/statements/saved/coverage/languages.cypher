// What each language reports over time
// :title id Apa yang diberitakan tiap bahasa dari waktu ke waktu
// Claims by month of publication and language of their articles: it shows where coverage is one-sided. If only
// the year of an article is known, it counts for that year. Guessed days are the articles whose day is a guess.
// :use lens known_by since until
// :returns chart bar month claims language
// :columns month string?, language string, claims integer, documents integer, guessed_days integer
// :tag bias sources
MATCH (document:Document)
WHERE document.published_until >= coalesce($since, '0000')
  AND document.published_from <= coalesce($until, '9999')
  AND ($known_by IS NULL OR document.published_until <= $known_by)
MATCH (document)<-[:OF]-(:Sentence)<-[:IN]-(claim:Claim)
WHERE $lens IN claim.lenses
RETURN substring(document.published_on, 0, CASE document.published_precision WHEN 'year' THEN 4 ELSE 7 END) AS month,
       document.language AS language, count(DISTINCT claim.id) AS claims, count(DISTINCT document.id) AS documents,
       count(DISTINCT CASE WHEN document.published_guessed THEN document.id END) AS guessed_days
ORDER BY month, language
