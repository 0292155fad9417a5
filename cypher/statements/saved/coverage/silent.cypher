// Sentences with actors but without a claim
// :title id Kalimat dengan pelaku tetapi tanpa klaim
// Sentences that mention a country, body, group, organisation or person, by language and publisher, and those
// of them without a claim: it shows where the extraction is blind. An article whose day is guessed counts in every
// period in which it may have been published.
// :use lens known_by since until
// :returns table
// :record SilentSentences language string, publisher string?, sentences integer, silent integer,
//    percent_silent number
// :tag blind spots
CALL () {
  MATCH (:Country)<-[:MENTIONS]-(sentence:Sentence) RETURN sentence
  UNION
  MATCH (actor:Actor)<-[:MENTIONS]-(sentence:Sentence) WHERE actor.kind <> 'place' RETURN sentence
}
MATCH (sentence)-[:OF]->(document:Document)
WHERE coalesce(document.published_until, '') >= coalesce($since, '')
  AND coalesce(document.published_from, '') <= coalesce($until, '9999')
  AND ($known_by IS NULL OR coalesce(document.published_until, '') <= $known_by)
WITH document.language AS language, document.publisher AS publisher,
     CASE WHEN EXISTS {
       MATCH (claim:Claim)-[:IN]->(sentence)
       WHERE $lens IN claim.lenses
     } THEN 0 ELSE 1 END AS is_silent
WITH language, publisher, count(*) AS sentences, sum(is_silent) AS silent
RETURN language, publisher, sentences, silent, round(100.0 * silent / sentences) AS percent_silent
ORDER BY language, silent DESC, publisher
