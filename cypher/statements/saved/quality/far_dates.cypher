// Claims dated far from their article
// :title id Klaim yang tanggalnya jauh dari artikelnya
// Claims whose event is in another year than the article: retold history, or a misread date.
// :param lens lens = all  Which claims count
// :use known_by
// :param limit integer = 50  Maximum number of claims
// :returns table
// :columns date moment, published_on date, years integer, event_type event_type, sentence string,
//    publisher string?, document id, claim id
// :tag review dates
MATCH (document:Document)
WHERE document.published_on >= '0000' AND ($known_by IS NULL OR document.published_on <= $known_by)
MATCH (document)<-[:OF]-(sentence:Sentence)<-[:IN]-(claim:Claim)
WHERE $lens IN claim.lenses AND substring(claim.date, 0, 4) <> substring(document.published_on, 0, 4)
RETURN claim.date AS date, document.published_on AS published_on,
       abs(toInteger(substring(claim.date, 0, 4)) - toInteger(substring(document.published_on, 0, 4))) AS years,
       claim.event_type AS event_type, sentence.text AS sentence, document.publisher AS publisher,
       document.id AS document, claim.id AS claim
ORDER BY years DESC, claim
LIMIT $limit
