// Claims dated far from their article
// :title id Klaim yang tanggalnya jauh dari artikelnya
// Claims whose event is in another year than the article: retold history, or a misread date. The day of
// publication may itself be wrong if it is guessed.
// :param lens lens = all  Which claims count
// :use known_by
// :param limit integer = 50  Maximum number of claims
// :returns table
// :columns date moment, published_on date, guessed_day boolean, years integer, event_type event_type, sentence string,
//    publisher string?, document id, claim id
// :tag review dates
MATCH (document:Document)
WHERE document.published_on >= '0000' AND ($known_by IS NULL OR document.published_until <= $known_by)
MATCH (document)<-[:OF]-(sentence:Sentence)<-[:IN]-(claim:Claim)
WHERE $lens IN claim.lenses AND substring(claim.date, 0, 4) <> substring(document.published_on, 0, 4)
RETURN claim.date AS date, document.published_on AS published_on,
       coalesce(document.published_guessed, false) AS guessed_day,
       abs(toInteger(substring(claim.date, 0, 4)) - toInteger(substring(document.published_on, 0, 4))) AS years,
       claim.event_type AS event_type, coalesce(claim.said, sentence.text) AS sentence, document.publisher AS publisher,
       document.id AS document, claim.id AS claim
ORDER BY years DESC, claim
LIMIT $limit
