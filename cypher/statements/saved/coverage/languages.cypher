// What each language reports over time
// :title id Apa yang diberitakan tiap bahasa dari waktu ke waktu
// Claims by month of publication and language of their articles: it shows where coverage is one-sided.
// :use lens known_by since until
// :returns chart bar month claims language
// :columns month string?, language string, claims integer, documents integer
// :tag bias sources
MATCH (document:Document)
WHERE document.published_on >= coalesce($since, '0000')
  AND document.published_on <= coalesce($until, '9999')
  AND ($known_by IS NULL OR document.published_on <= $known_by)
MATCH (document)<-[:OF]-(:Sentence)<-[:IN]-(claim:Claim)
WHERE $lens IN claim.lenses
RETURN substring(document.published_on, 0, 7) AS month, document.language AS language,
       count(DISTINCT claim.id) AS claims, count(DISTINCT document.id) AS documents
ORDER BY month, language
