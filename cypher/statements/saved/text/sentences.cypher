// Sentences with these words
// :title id Kalimat dengan kata-kata ini
// The newest sentences that use all of the words, in any form of Indonesian and English, with their number of claims.
// :param words words  Words, in any form
// :param exactly string = null  Only sentences in which this stands, letter by letter
// :param entity entity = null  Only sentences that name this actor
// :param publisher string = null  Only documents of this publisher
// :param languages languages = null  Only documents in these languages
// :use since until
// :use lens known_by
// :param limit integer = 50  Maximum number of sentences
// :returns table
// :columns published_on date?, published_precision string?, published_guessed boolean, sentence string,
//    publisher string?, title string?, language string, claims integer, document id, start integer,
//    end integer
// :part find_sentences
  AND document.loaded_at IS NOT NULL
  AND ($known_by IS NULL OR coalesce(document.published_until, substring(document.loaded_at, 0, 10)) <= $known_by)
WITH line, document
ORDER BY coalesce(document.published_on, '') DESC, document.id, line.index
LIMIT $limit
RETURN document.published_on AS published_on, document.published_precision AS published_precision,
       coalesce(document.published_guessed, false) AS published_guessed, line.text AS sentence,
       document.publisher AS publisher, document.title AS title, document.language AS language,
       COUNT { MATCH (line)<-[:IN]-(claim:Claim) WHERE $lens IN claim.lenses
         AND ($known_by IS NULL OR claim.known_on <= $known_by) } AS claims,
       document.id AS document, line.start AS start, line.end AS end
ORDER BY coalesce(published_on, '') DESC, document, line.index
